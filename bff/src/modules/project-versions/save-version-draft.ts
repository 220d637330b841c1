import { AppError, type ProjectFile, readProjectFile } from '@acceptance/shared';
import { unlessTaken } from '../../database/duplicate-key';
import { noteAct, noteDecision } from '../../http/act-notes';
import { contentDigest } from '../../http/content-digest';
import { FORGET_UNOPENED_TASK } from '../../jobs/task-jobs';
import type { ProjectRecord } from '../projects';
import {
  isPublished,
  newestVersion,
  type ProjectVersionModel,
  type ProjectVersionRecord,
  type VersionActor,
} from './project-version.model';
import { DRAFT_TASK } from './version-jobs';
import { type VersionProblemsNeeds, versionProblems } from './version-problems';

export interface DraftToSave {
  readonly by: VersionActor;
  /** Of the draft that it replaces; null where there is none. */
  readonly revision: number | null;
  readonly file: ProjectFile;
  readonly now: Date;
}

/** @throws AppError project_versions.unfit with every problem that the text has by itself */
export function fileOfText(text: string): ProjectFile {
  const read = readProjectFile(text);
  if (!read.ok) {
    throw new AppError('project_versions.unfit', { fields: read.problems });
  }
  return read.file;
}

export const findDraft = (
  projectVersions: ProjectVersionModel,
  projectId: string,
): Promise<ProjectVersionRecord | null> => projectVersions.findOne({ draftOf: projectId }).lean<ProjectVersionRecord>();

async function begin(
  projectVersions: ProjectVersionModel,
  { by: savedBy, file, now: savedAt }: DraftToSave,
): Promise<ProjectVersionRecord | null> {
  const { id: projectId } = file;
  const fresh = { projectId, draftOf: projectId, file, digest: contentDigest(file), revision: 0, savedBy, savedAt };
  const made = await unlessTaken(projectVersions.create({ ...fresh, outbox: [DRAFT_TASK.waits(savedAt)] }));
  return made?.toObject<ProjectVersionRecord>() ?? null;
}

const replace = (
  projectVersions: ProjectVersionModel,
  revision: number,
  { by: savedBy, file, now: savedAt }: DraftToSave,
): Promise<ProjectVersionRecord | null> =>
  projectVersions
    .findOneAndUpdate(
      { draftOf: file.id, revision },
      { $set: { file, digest: contentDigest(file), savedBy, savedAt }, $inc: { revision: 1 } },
      { returnDocument: 'after' },
    )
    .lean<ProjectVersionRecord>();

/** Whether this very call has been made before and its answer got lost. */
const isRepeated = (draft: ProjectVersionRecord, { by, revision, file }: DraftToSave): boolean =>
  contentDigest(draft.savedBy) === contentDigest(by) &&
  draft.revision === (revision ?? -1) + 1 &&
  draft.digest === contentDigest(file);

async function refuseUnchanged({ projects, projectVersions }: VersionProblemsNeeds, file: ProjectFile): Promise<void> {
  const newest = await newestVersion(projectVersions, file.id);
  const live = await projects.findById(file.id).lean<ProjectRecord>();
  // A project that was withdrawn comes back by a version that says the same.
  if (live?.active && newest?.digest === contentDigest(file)) {
    throw new AppError('project_versions.unchanged');
  }
}

/**
 * Keeps a file as the one draft of its project. @throws AppError project_versions.unfit, project_versions.unchanged,
 * project_versions.not_found, request.conflict
 */
export async function saveVersionDraft(
  needs: VersionProblemsNeeds,
  toSave: DraftToSave,
): Promise<ProjectVersionRecord> {
  const { projectVersions } = needs;
  const { file, revision } = toSave;
  const problems = await versionProblems(needs, file);
  if (problems.length > 0) {
    throw new AppError('project_versions.unfit', { fields: problems });
  }
  await refuseUnchanged(needs, file);
  const saved =
    revision === null ? await begin(projectVersions, toSave) : await replace(projectVersions, revision, toSave);
  const draft = saved ?? (await findDraft(projectVersions, file.id));
  if (!draft) {
    throw new AppError('project_versions.not_found');
  }
  if (!saved && !isRepeated(draft, toSave)) {
    throw new AppError('request.conflict');
  }
  noteDecision(draft.file, draft.revision);
  noteAct({ project: draft.projectId });
  return draft;
}

/** Gives a draft up: it is seen no more. Repeating it changes nothing. @throws AppError project_versions.published */
export async function discardVersionDraft(
  projectVersions: ProjectVersionModel,
  { id, staffId, now }: { readonly id: string; readonly staffId: string; readonly now: Date },
): Promise<void> {
  const found = await projectVersions.findOne({ _id: id }).lean<ProjectVersionRecord>();
  if (found && isPublished(found)) {
    throw new AppError('project_versions.published');
  }
  if (!found?.draftOf) {
    return;
  }
  noteDecision(found.file, found.revision);
  noteAct({ project: found.projectId });
  await projectVersions.updateOne({ _id: id }, FORGET_UNOPENED_TASK);
  // A draft that was published meanwhile stays.
  await projectVersions.updateOne(
    { _id: id, draftOf: found.projectId },
    {
      $unset: { draftOf: 1 },
      $set: { discardedAt: now },
      $push: { outbox: DRAFT_TASK.ended('discarded', staffId, now) },
    },
  );
}
