import { AppError } from '@acceptance/shared';
import { unlessTaken } from '../../database/duplicate-key';
import { outboxEntry } from '../../database/outbox';
import { noteAct, noteDecision } from '../../http/act-notes';
import { FORGET_UNOPENED_TASK } from '../../jobs/task-jobs';
import { offerNewest } from './offer-newest';
import {
  isPublished,
  newestVersion,
  type ProjectVersionModel,
  type ProjectVersionRecord,
  publishedAs,
  type VersionActor,
} from './project-version.model';
import { DRAFT_TASK, PROJECT_VERSION_JOBS } from './version-jobs';
import { type VersionProblemsNeeds, versionProblems } from './version-problems';

/** Who publishes, and when. */
export interface Publisher {
  readonly by: VersionActor;
  readonly now: Date;
}

/** The draft or a published version. @throws AppError project_versions.not_found, also for a draft that was given up */
export async function findVersion(projectVersions: ProjectVersionModel, id: string): Promise<ProjectVersionRecord> {
  const record = await projectVersions.findOne({ _id: id }).lean<ProjectVersionRecord>();
  if (!record || !(record.draftOf || isPublished(record))) {
    throw new AppError('project_versions.not_found');
  }
  return record;
}

/** A draft as it was looked at. @throws AppError project_versions.published, request.conflict, project_versions.unfit */
export async function refuseUnfit(
  needs: VersionProblemsNeeds,
  draft: ProjectVersionRecord,
  revision: number,
): Promise<void> {
  if (isPublished(draft)) {
    throw new AppError('project_versions.published');
  }
  if (draft.revision !== revision) {
    throw new AppError('request.conflict');
  }
  noteDecision(draft.file, revision);
  noteAct({ project: draft.projectId });
  const problems = await versionProblems(needs, draft.file);
  if (problems.length > 0) {
    throw new AppError('project_versions.unfit', { fields: problems });
  }
}

/** One atomic write, of the very revision that was looked at. @throws AppError request.conflict */
async function publish(
  projectVersions: ProjectVersionModel,
  { _id, projectId, revision }: ProjectVersionRecord,
  { by: publishedBy, now: publishedAt }: Publisher,
): Promise<ProjectVersionRecord> {
  const number = ((await newestVersion(projectVersions, projectId))?.number ?? 0) + 1;
  await projectVersions.updateOne({ _id }, FORGET_UNOPENED_TASK);
  const follows = [
    DRAFT_TASK.ended('published', publishedBy.staffId ?? null, publishedAt),
    outboxEntry(PROJECT_VERSION_JOBS.offer, publishedAt),
  ];
  const write = projectVersions.findOneAndUpdate(
    { _id, draftOf: projectId, revision },
    {
      $set: { number, publishedAs: publishedAs(projectId, number), publishedBy, publishedAt },
      $unset: { draftOf: 1 },
      $push: { outbox: { $each: follows } },
    },
    { returnDocument: 'after' },
  );
  const published = await unlessTaken(write.lean<ProjectVersionRecord>());
  if (!published) {
    throw new AppError('request.conflict');
  }
  return published;
}

/** Offers a draft from now on; who may say so has been asked before. Orders that there are keep their version. */
export async function publishVersion(
  needs: VersionProblemsNeeds,
  draft: ProjectVersionRecord,
  publisher: Publisher,
): Promise<ProjectVersionRecord> {
  const published = await publish(needs.projectVersions, draft, publisher);
  noteAct({ version: published.number ?? 0 });
  // At once, since whoever has published looks next; the job in the outbox does it where this process dies here.
  await offerNewest(needs, published.projectId);
  return published;
}
