import type { Document } from '../values/document';
import { valuesAtPath } from '../values/values-at-path';
import type { Catalog } from './catalog';
import type { Collection } from './collection';
import type { IndexSpecification } from './index-specification';
import type { WriteLog } from './write-log';

/** Removes what TTL indexes say has expired by `now`; returns how many documents went. */
export function removeExpiredDocuments(catalog: Catalog, now: Date, log: WriteLog): number {
  let removed = 0;
  for (const collection of catalog.allCollections()) {
    for (const index of collection.indexSpecifications) {
      if (index.expireAfterSeconds !== undefined) removed += removeExpired(collection, index, now, log);
    }
  }
  return removed;
}

function removeExpired(collection: Collection, index: IndexSpecification, now: Date, log: WriteLog): number {
  const path = Object.keys(index.key)[0] as string;
  const limit = now.getTime() - (index.expireAfterSeconds ?? 0) * 1000;
  const expired = [...collection.entries()].filter(
    ([, document]) => collection.indexCovers(index.name, document) && earliestDate(document, path) <= limit,
  );
  for (const entry of expired) collection.remove(entry, log);
  return expired.length;
}

/** Of several dates in an array the earliest counts; without any date a document never expires. */
function earliestDate(document: Document, path: string): number {
  const dates = valuesAtPath(document, path).values.filter((value) => value instanceof Date);
  return Math.min(...dates.map((date) => date.getTime()));
}
