import type { SortPart } from '../sort/compile-sort';
import type { Document } from '../values/document';
import type { QueryPlan } from './query-plan';

/** A query that is about to be answered. */
export interface WatchedQuery {
  /** The command it is of: find, update, aggregate … */
  readonly command: string;
  readonly collection: string;
  readonly filter: Document;
  readonly sort: readonly SortPart[];
  /** Undefined or 0: no limit. */
  readonly limit: number | undefined;
  /** What the client remarked. */
  readonly comment: string | undefined;
  readonly plan: QueryPlan;
}

export type WatchQuery = (query: WatchedQuery) => void;
