import type { Document } from '../values/document';

/** What the stages in front of a pipeline ask for, as a find does. */
export interface PipelineQuery {
  readonly filter: Document;
  readonly sort?: Document;
  readonly skip?: number;
  readonly limit?: number;
  /** No stage asks for a field. */
  readonly onlyCounts?: boolean;
}

/** What stages need beyond the documents. */
export interface PipelineContext {
  readonly collection: string;
  readonly now: Date;
  /** The documents of a collection of the same database that a query finds, by our own matcher. */
  find(collection: string, query: PipelineQuery): Iterable<Document>;
  /** What a pipeline makes of a collection of the same database. */
  run(collection: string, pipeline: readonly Document[]): Document[];
}

/** One compiled stage. */
export type Stage = (documents: Iterable<Document>) => Iterable<Document>;
