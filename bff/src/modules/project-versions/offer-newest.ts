import { unlessTaken } from '../../database/duplicate-key';
import type { ProjectModel } from '../projects';
import { projectOfFile } from './project-of-file';
import { newestVersion, type ProjectVersionModel } from './project-version.model';

export interface OfferNeeds {
  readonly projects: ProjectModel;
  readonly projectVersions: ProjectVersionModel;
}

/** Settings that a version may leave out: what an older one said of them must go. */
const OPTIONAL = ['kindPricesFen', 'paymentWays'] as const;

/**
 * Offers the newest published version of a project. Done again, late or by two at once it changes nothing, and never brings
 * an older version back; a project that was withdrawn since stays so.
 */
export async function offerNewest({ projects, projectVersions }: OfferNeeds, projectId: string): Promise<void> {
  const newest = await newestVersion(projectVersions, projectId);
  if (newest?.number === undefined) {
    return;
  }
  const { _id, ...settings } = projectOfFile(newest.file, newest.number);
  const left = OPTIONAL.filter((name) => settings[name] === undefined);
  const isOlder = { $or: [{ version: { $exists: false } }, { version: { $lt: newest.number } }] };
  // Taken: it is there and no older, for somebody else has offered this version, or one after it.
  await unlessTaken(
    projects.updateOne(
      { _id, ...isOlder },
      { $set: settings, ...(left.length > 0 && { $unset: Object.fromEntries(left.map((name) => [name, 1])) }) },
      { upsert: true },
    ),
  );
}
