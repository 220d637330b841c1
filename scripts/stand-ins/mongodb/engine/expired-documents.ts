import { endOfPrefix, invert } from '../keys/byte-text';
import { sideOf } from '../planning/intervals';
import type { Catalog } from './catalog';
import type { Collection } from './collection';
import type { OrderedIndex } from './ordered-index';

/** Removes what TTL indexes say has expired by `now`; returns how many documents went. */
export function removeExpiredDocuments(catalog: Catalog, now: Date): number {
  let removed = 0;
  for (const collection of catalog.allCollections()) {
    for (const index of collection.indexes) {
      if (index.specification.expireAfterSeconds !== undefined) removed += removeExpired(collection, index, now);
    }
  }
  return removed;
}

/** Of several dates in an array the earliest counts; without any date a document never expires. */
function removeExpired(collection: Collection, index: OrderedIndex, now: Date): number {
  const limit = now.getTime() - (index.specification.expireAfterSeconds ?? 0) * 1000;
  const { low, high } = sideOf('$lte', new Date(limit));
  const range = index.isDescending[0]
    ? { start: invert(high), end: endOfPrefix(invert(low)) }
    : { start: low, end: high };
  const expired = [...index.find(range)];
  for (const sequence of expired) {
    const document = collection.read(sequence);
    if (document) collection.remove([sequence, document]);
  }
  return expired.length;
}
