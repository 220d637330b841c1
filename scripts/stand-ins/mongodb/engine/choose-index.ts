import { valuesEqual } from '../values/compare-values';
import { type Document, isDocument } from '../values/document';
import type { EqualityConstraints } from './equality-constraints';
import type { HashIndex } from './hash-index';

export interface IndexChoice {
  readonly index: HashIndex;
  /** Each combination of values for the prefix, to be looked up one after the other. */
  readonly lookups: readonly (readonly unknown[])[];
}

/** Beyond this many combinations of `$in` values a search through the collection is as good. */
const MAX_LOOKUPS = 2_000;

/** Picks the index whose longest prefix of fields the filter pins; undefined means a search through everything. */
export function chooseIndex(
  indexes: readonly HashIndex[],
  filter: Document,
  constraints: EqualityConstraints,
): IndexChoice | undefined {
  let best: IndexChoice | undefined;
  let bestScore = 0;
  for (const index of indexes) {
    const columns = pinnedPrefix(index, constraints);
    const lookups = columns.reduce((product, column) => product * column.length, 1);
    const complete = columns.length === index.paths.length && index.specification.unique;
    const score = columns.length === 0 ? 0 : columns.length + (complete ? 100 : 0);
    if (score > bestScore && lookups <= MAX_LOOKUPS && impliesPartialFilter(index, filter)) {
      bestScore = score;
      best = { index, lookups: combinations(columns) };
    }
  }
  return best;
}

function pinnedPrefix(index: HashIndex, constraints: EqualityConstraints): (readonly unknown[])[] {
  const columns: (readonly unknown[])[] = [];
  for (const path of index.paths) {
    const values = constraints.get(path);
    if (!values) break;
    columns.push(values);
  }
  return columns;
}

function combinations(columns: readonly (readonly unknown[])[]): unknown[][] {
  return columns.reduce<unknown[][]>(
    (done, column) => done.flatMap((values) => column.map((value) => [...values, value])),
    [[]],
  );
}

/** A partial index may answer only when the filter repeats each of the index's own conditions. */
function impliesPartialFilter(index: HashIndex, filter: Document): boolean {
  const partial = index.specification.partialFilterExpression;
  if (!partial) return true;
  return Object.entries(partial).every(([field, condition]) => {
    const wanted = filter[field];
    return wanted !== undefined && (isDocument(wanted) || !isDocument(condition)) && valuesEqual(wanted, condition);
  });
}
