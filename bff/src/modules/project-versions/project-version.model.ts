import type { ProjectFile } from '@acceptance/shared';
import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { type OutboxEntry, storedOutbox } from '../../database/outbox';
import { storedModel } from '../../database/validators/stored-model';
import { anyObject, date, number, objectId, text } from '../../database/validators/stored-shape';

/** Who has saved or published: a member of staff by id, an operator of the machine by name; neither: the program itself. */
export interface VersionActor {
  readonly staffId?: string;
  readonly operator?: string;
}

/**
 * A version of a project. What is published never changes again: every write of content names a draft. One that is neither a
 * draft nor published was given up.
 */
export interface ProjectVersionRecord {
  _id: Types.ObjectId;
  projectId: string;
  file: ProjectFile;
  /** SHA-256 of the file's canonical content. */
  digest: string;
  revision: number;
  savedBy: VersionActor;
  savedAt: Date;
  /** The project once more while it is a draft: unique, so that a project has one. */
  draftOf?: string;
  /** From publication on: 1, 2, …; the highest is the one that applicants are offered. */
  number?: number;
  /** Project and number from publication on: unique, so that of two who publish one does. */
  publishedAs?: string;
  publishedBy?: VersionActor;
  publishedAt?: Date;
  discardedAt?: Date;
  outbox: OutboxEntry[];
}

export type ProjectVersionModel = Model<ProjectVersionRecord>;
const versionActor = v.strictObject({ staffId: v.optional(text), operator: v.optional(text) });
export const projectVersionModel = storedModel<ProjectVersionRecord>(
  'ProjectVersion',
  'project_versions',
)({
  _id: objectId,
  projectId: text,
  file: anyObject<ProjectFile>(),
  digest: text,
  revision: number,
  savedBy: versionActor,
  savedAt: date,
  draftOf: v.optional(text),
  number: v.optional(number),
  publishedAs: v.optional(text),
  publishedBy: v.optional(versionActor),
  publishedAt: v.optional(date),
  discardedAt: v.optional(date),
  outbox: storedOutbox,
});

export const isPublished = ({ number }: Pick<ProjectVersionRecord, 'number'>): boolean => number !== undefined;
export const publishedAs = (projectId: string, number: number): string => `${projectId}@${number}`;

/** What applicants are offered, or were until the project was withdrawn. */
export const newestVersion = (
  projectVersions: ProjectVersionModel,
  projectId: string,
): Promise<ProjectVersionRecord | null> =>
  projectVersions
    .findOne({ projectId, number: { $gte: 1 } })
    .sort({ number: -1 })
    .lean<ProjectVersionRecord>();
