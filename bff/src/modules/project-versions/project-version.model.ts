import type { ProjectFile } from '@acceptance/shared';
import { type Connection, type Model, Schema, type Types } from 'mongoose';
import type { OutboxEntry } from '../../database/outbox';

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

const projectVersionSchema = new Schema<ProjectVersionRecord>(
  {
    projectId: String,
    file: Schema.Types.Mixed,
    digest: String,
    revision: Number,
    savedBy: Schema.Types.Mixed,
    savedAt: Date,
    draftOf: String,
    number: Number,
    publishedAs: String,
    publishedBy: Schema.Types.Mixed,
    publishedAt: Date,
    discardedAt: Date,
    outbox: [Schema.Types.Mixed],
  },
  { versionKey: false, collection: 'project_versions', minimize: false },
);

export type ProjectVersionModel = Model<ProjectVersionRecord>;
export const projectVersionModel = (connection: Connection): ProjectVersionModel =>
  connection.model<ProjectVersionRecord>('ProjectVersion', projectVersionSchema);

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
