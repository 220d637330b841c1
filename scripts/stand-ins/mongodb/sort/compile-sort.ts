import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { compareValues } from '../values/compare-values';
import { type Document, isIntegerLike } from '../values/document';
import { isNumeric } from '../values/value-type';
import { valuesAtPath } from '../values/values-at-path';

export interface SortPart {
  readonly path: string;
  readonly direction: 1 | -1;
}

/**
 * Sorts documents; equal ones keep their order. Of an array, the least element counts (descending: the greatest). Of the first `most`
 * only so many and some more are kept while the items come, however many they are.
 */
export type Sorter = <T>(items: Iterable<T>, documentOf: (item: T) => Document, most?: number) => T[];

/** Kept beyond the wanted ones, so that not each item is sorted in by itself. */
const SPARE = 1000;

/** Compiles a sort specification such as `{a: 1, 'b.c': -1}`. */
export function compileSort(specification: Document): Sorter {
  const parts = sortParts(specification);
  return <T>(items: Iterable<T>, documentOf: (item: T) => Document, most = Number.POSITIVE_INFINITY) => {
    if (parts.length === 0) return [...items].slice(0, most);
    let kept: { readonly item: T; readonly keys: unknown[] }[] = [];
    const sortAndCut = () => {
      kept = kept.sort((left, right) => compareKeys(left.keys, right.keys, parts)).slice(0, most);
    };
    for (const item of items) {
      kept.push({ item, keys: sortKeys(documentOf(item), parts) });
      if (kept.length >= most + SPARE) sortAndCut();
    }
    sortAndCut();
    return kept.map(({ item }) => item);
  };
}

/** Refuses what is no order. */
export function sortParts(specification: Document): SortPart[] {
  return Object.entries(specification).map(([path, direction]) => sortPart(path, direction));
}

function sortPart(path: string, direction: unknown): SortPart {
  if (!isNumeric(direction)) throw notImplemented(`a sort of '${path}' by something else than 1 or -1`);
  const number = Number(direction);
  if (number !== 1 && number !== -1) {
    throw new MongodbError('BadValue', '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
  }
  if (path.split('.').some((segment) => segment.startsWith('$') || isIntegerLike(segment))) {
    throw notImplemented(`a sort by '${path}' ($ or an array position in a sort)`);
  }
  return { path, direction: number };
}

function sortKeys(document: Document, parts: readonly SortPart[]): unknown[] {
  let arrays = 0;
  const keys = parts.map(({ path, direction }) => {
    const { values, sawArray } = valuesAtPath(document, path);
    if (sawArray) arrays += 1;
    return values.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best));
  });
  if (arrays > 1) throw notImplemented('a sort by several fields that go through arrays');
  return keys;
}

function compareKeys(left: unknown[], right: unknown[], parts: readonly SortPart[]): number {
  for (const [index, { direction }] of parts.entries()) {
    const difference = compareValues(left[index], right[index]) * direction;
    if (difference !== 0) return difference;
  }
  return 0;
}
