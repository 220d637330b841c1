import type { Document } from '../values/document';

/** What stages need beyond the documents. */
export interface PipelineContext {
  readonly collection: string;
  readonly now: Date;
  /** The documents of a collection of the same database that match a filter, by our own matcher. */
  find(collection: string, filter: Document): Document[];
  /** What a pipeline makes of a collection of the same database. */
  run(collection: string, pipeline: readonly Document[]): Document[];
}

/** One compiled stage. */
export type Stage = (documents: readonly Document[]) => Document[];
