import type { Collection, Entry } from '../engine/collection';
import { compileFilter } from '../match/compile-filter';
import { compileSort } from '../sort/compile-sort';
import type { Document } from '../values/document';

export interface Query {
  readonly filter: Document;
  readonly sort?: Document;
  readonly skip?: number | undefined;
  /** Undefined or 0: no limit. */
  readonly limit?: number | undefined;
}

/** The matching documents, sorted and cut. Everything is compiled first, so a refusal does not depend on the data. */
export function queryCollection(collection: Collection | undefined, query: Query): Entry[] {
  const matches = compileFilter(query.filter);
  const sort = compileSort(query.sort ?? {});
  const isSorted = Object.keys(query.sort ?? {}).length > 0;
  const skip = query.skip ?? 0;
  const end = query.limit ? skip + query.limit : Number.POSITIVE_INFINITY;
  const found: Entry[] = [];
  for (const entry of collection?.candidates(query.filter) ?? []) {
    if (!isSorted && found.length >= end) break;
    if (matches(entry[1])) found.push(entry);
  }
  return sort(found, ([, document]) => document).slice(skip, end);
}
