import {
  type ProjectVersionState,
  type ProjectVersionSummary,
  type ProjectVersionView,
  projectDifferences,
  projectSettings,
  writeProjectFile,
} from '@acceptance/shared';
import type { ProjectRecord } from '../projects';
import { type DraftPublicationNeeds, publicationOf, type StaffNames } from '../staff';
import {
  isPublished,
  type ProjectVersionModel,
  type ProjectVersionRecord,
  publishedAs,
  type VersionActor,
} from './project-version.model';
import { type VersionProblemsNeeds, versionProblems } from './version-problems';

export interface ViewVersionNeeds extends VersionProblemsNeeds, DraftPublicationNeeds {
  readonly staffNames: StaffNames;
}

/** Who looks. */
interface Viewer {
  readonly staffId: string;
  readonly isAdministrator: boolean;
  readonly now: Date;
}

/** More than anybody reads; a project changes a few times a year. */
const MOST_VERSIONS = 100;

const stateOf = (record: ProjectVersionRecord, live: ProjectRecord | undefined): ProjectVersionState => {
  if (!isPublished(record)) {
    return 'draft';
  }
  if (live?.version !== record.number) {
    return 'earlier';
  }
  return live?.active ? 'offered' : 'withdrawn';
};

async function summariserOf({ projects, staffNames }: ViewVersionNeeds, records: readonly ProjectVersionRecord[]) {
  const projectIds = [...new Set(records.map(({ projectId }) => projectId))];
  const live = await projects.find({ _id: { $in: projectIds } }).lean<ProjectRecord[]>();
  const byId = new Map(live.map((project) => [project._id, project]));
  const staffIds = records.flatMap(({ savedBy, publishedBy }) =>
    [savedBy.staffId, publishedBy?.staffId].filter((id) => id !== undefined),
  );
  const names = await staffNames.namesOf([...new Set(staffIds)]);
  const nameOf = ({ staffId, operator }: VersionActor = {}): string | null =>
    staffId === undefined ? (operator ?? null) : (names.get(staffId) ?? '');
  return (record: ProjectVersionRecord): ProjectVersionSummary => ({
    id: record._id.toHexString(),
    projectId: record.projectId,
    name: record.file.name,
    number: record.number ?? null,
    state: stateOf(record, byId.get(record.projectId)),
    revision: record.revision,
    savedBy: nameOf(record.savedBy),
    savedAt: record.savedAt.toISOString(),
    publishedBy: nameOf(record.publishedBy),
    publishedAt: record.publishedAt?.toISOString() ?? null,
  });
}

/** Every project, in the order in which applicants see them; those that were never published last. */
export async function listProjects(needs: ViewVersionNeeds) {
  const { projects, projectVersions } = needs;
  const live = await projects
    .find({ version: { $gte: 1 } })
    .sort({ position: 1, _id: 1 })
    .lean<ProjectRecord[]>();
  const drafts = await projectVersions.find({ draftOf: { $exists: true } }).lean<ProjectVersionRecord[]>();
  const newest = await projectVersions
    .find({ publishedAs: { $in: live.map(({ _id, version = 0 }) => publishedAs(_id, version)) } })
    .lean<ProjectVersionRecord[]>();
  const summarise = await summariserOf(needs, [...newest, ...drafts]);
  const summaryIn = (records: readonly ProjectVersionRecord[], projectId: string) => {
    const found = records.find((record) => record.projectId === projectId);
    return found ? summarise(found) : null;
  };
  const ids = new Set([...live.map(({ _id }) => _id), ...drafts.map(({ projectId }) => projectId).sort()]);
  return [...ids].map((projectId) => ({
    projectId,
    newest: summaryIn(newest, projectId),
    draft: summaryIn(drafts, projectId),
  }));
}

/** The draft, then what was published, the newest first. */
export async function listVersions(needs: ViewVersionNeeds, projectId: string): Promise<ProjectVersionSummary[]> {
  const { projectVersions } = needs;
  const drafts = await projectVersions.find({ draftOf: projectId }).lean<ProjectVersionRecord[]>();
  const published = await projectVersions
    .find({ projectId, number: { $gte: 1 } })
    .sort({ number: -1 })
    .limit(MOST_VERSIONS)
    .lean<ProjectVersionRecord[]>();
  const records = [...drafts, ...published];
  return records.map(await summariserOf(needs, records));
}

/** What a version is compared with. */
const beforeOf = (
  projectVersions: ProjectVersionModel,
  { projectId, number }: ProjectVersionRecord,
): Promise<ProjectVersionRecord | null> =>
  projectVersions
    .findOne({ projectId, number: { $gte: 1, ...(number !== undefined && { $lt: number }) } })
    .sort({ number: -1 })
    .lean<ProjectVersionRecord>();

export const savedByStaff = ({ savedBy, savedAt }: ProjectVersionRecord) => ({
  savedBy: savedBy.staffId ?? null,
  savedAt,
});

export async function viewVersion(
  needs: ViewVersionNeeds,
  record: ProjectVersionRecord,
  viewer: Viewer,
): Promise<ProjectVersionView> {
  const isDraft = !isPublished(record);
  const publication =
    isDraft && viewer.isAdministrator ? await publicationOf(needs, savedByStaff(record), viewer) : null;
  const before = await beforeOf(needs.projectVersions, record);
  const summarise = await summariserOf(needs, [record]);
  return {
    ...summarise(record),
    text: writeProjectFile(record.file),
    settings: projectSettings(record.file),
    differences: projectDifferences(before?.file ?? null, record.file),
    problems: isDraft ? await versionProblems(needs, record.file) : [],
    publication: publication?.may ?? null,
    publishableFrom: publication?.from?.toISOString() ?? null,
  };
}
