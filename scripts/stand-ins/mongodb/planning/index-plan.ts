import type { OrderedIndex } from '../engine/ordered-index';
import { endOfPrefix, invert } from '../keys/byte-text';
import type { SortPart } from '../sort/compile-sort';
import type { KeyRange } from '../storage/ordered-store';
import type { Document } from '../values/document';
import type { Constraint } from './constraints';
import { impliesPartialFilter } from './implies-partial-filter';
import { type Interval, intersect } from './intervals';
import type { BeyondBounds, IndexPlan, Service } from './query-plan';

/** Beyond this many combinations of `$in` values a search through the collection is as good. */
const MOST_RANGES = 2_000;

export interface Wanted {
  readonly filter: Document;
  readonly constraints: readonly Constraint[];
  readonly sort: readonly SortPart[];
  /** Only how many there are is asked, of which documents need not tell anything. */
  readonly onlyCounts: boolean;
}

/** What an index can do for a query; null: nothing. */
export function planIndex(index: OrderedIndex, wantedOfAny: Wanted): IndexPlan | null {
  const isWhole = !index.specification.sparse && !index.specification.partialFilterExpression;
  // Most indexes are about something else: that is said at once.
  if (isWhole && wantedOfAny.sort.length === 0 && !boundsFirst(index, wantedOfAny.constraints)) return null;
  const isOfUse = ({ forbidsNull, path }: Constraint) => !forbidsNull || !index.traits.multikey.includes(path);
  const wanted = { ...wantedOfAny, constraints: wantedOfAny.constraints.filter(isOfUse) };
  if (!isWhole && !holdsAllWanted(index, wanted)) return null;
  const { columns, ranges, beyond } = boundsOf(index, wanted.constraints);
  const { order, reverse } = orderOf(index, columns, wanted.sort);
  const service = serviceOf(columns, isWhole, order !== 'none');
  if (service === null) return null;
  const bound = index.paths.slice(0, columns.length);
  const saysAll = sayAll(index, wantedOfAny.constraints);
  const worth = worthOf(index, columns, service, order) + (saysAll && wanted.onlyCounts ? WORTH.withoutDocuments : 0);
  return { index, service, bound, ranges, beyond, saysAll, reverse, order, worth };
}

const boundsFirst = ({ paths: [first] }: OrderedIndex, constraints: readonly Constraint[]): boolean =>
  constraints.some(({ path, intervals }) => path === first && intervals);

/**
 * As a server judges it: exact bounds of every condition, and nothing of an array, of which each key is a part only. A sparse index
 * is not asked for what has no value.
 */
const sayAll = ({ paths, traits, specification }: OrderedIndex, constraints: readonly Constraint[]): boolean =>
  !traits.hasCutKeys &&
  constraints.every(
    ({ path, isExact, excludesMissing }) =>
      isExact && paths.includes(path) && !traits.multikey.includes(path) && (excludesMissing || !specification.sparse),
  );

const WORTH = {
  oneDocument: 1_000,
  fewDocuments: 100,
  value: 10,
  values: 4,
  range: 5,
  kind: 1,
  order: 6,
  // Decides between equals only, as where a server tries its plans.
  withoutDocuments: 0.5,
};

function worthOfColumn(column: Column): number {
  if (!isPinned(column)) return WORTH.range;
  return column.length === 1 ? WORTH.value : WORTH.values;
}

/** What leaves least to look at first: a value, then a range, then one of several values, then the order. */
function worthOf(
  { specification, paths }: OrderedIndex,
  columns: readonly Column[],
  service: Service,
  order: IndexPlan['order'],
): number {
  const isWhole = specification.unique && service === 'values' && columns.length === paths.length;
  const isSingle = columns.every(({ length }) => length === 1);
  const unique = isWhole ? (isSingle ? WORTH.oneDocument : WORTH.fewDocuments) : 0;
  const kind = service === 'kind' || specification.partialFilterExpression ? WORTH.kind : 0;
  return (
    unique +
    columns.reduce((sum, column) => sum + worthOfColumn(column), 0) +
    kind +
    (order === 'none' ? 0 : WORTH.order)
  );
}

/** A document that a sparse or partial index leaves out must not match. */
function holdsAllWanted({ specification, paths }: OrderedIndex, { filter, constraints }: Wanted): boolean {
  const { sparse, partialFilterExpression: partial } = specification;
  if (partial && !impliesPartialFilter(partial, filter, constraints)) return false;
  return !sparse || constraints.some(({ path, excludesMissing }) => excludesMissing && paths.includes(path));
}

type Column = readonly Interval[];
const isPinned = (column: Column): boolean => column.every(({ point }) => point !== null);

interface Bounds {
  readonly columns: readonly Column[];
  readonly ranges: readonly KeyRange[];
  readonly beyond: readonly BeyondBounds[];
}

function boundsOf(index: OrderedIndex, constraints: readonly Constraint[]): Bounds {
  const columns: Column[] = [];
  let ranges: readonly KeyRange[] = [{ start: '', end: endOfPrefix('') }];
  for (const [position, path] of index.paths.entries()) {
    const column = columnOf(index, path, constraints);
    if (column === null || ranges.length * column.length > MOST_RANGES) break;
    columns.push(column);
    const turned = turnedIn(index, position, column);
    ranges = ranges.flatMap(({ start }) => turned.map(({ low, high }) => ({ start: start + low, end: start + high })));
    if (!isPinned(column)) break;
  }
  return { columns, ranges, beyond: beyondBounds(index, columns.length, constraints) };
}

/** Long values stand in keys so that the fields behind them are not found again. */
function beyondBounds(index: OrderedIndex, from: number, constraints: readonly Constraint[]): BeyondBounds[] {
  if (index.traits.hasCutKeys) return [];
  return index.paths.slice(from).flatMap((path, behind) => {
    const column = columnOf(index, path, constraints);
    const position = from + behind;
    return column ? [{ position, intervals: turnedIn(index, position, column) }] : [];
  });
}

const turnedIn = ({ isDescending }: OrderedIndex, position: number, column: Column): Column =>
  isDescending[position] ? column.map(turn).reverse() : column;

/** The same values in an index that is descending by the field. */
function turn({ low, high, point }: Interval): Interval {
  if (point !== null) return { low: invert(point), high: endOfPrefix(invert(point)), point };
  return { low: endOfPrefix(invert(high)), high: endOfPrefix(invert(low)), point };
}

/** null: the filter says nothing of the field that helps. */
function columnOf(index: OrderedIndex, path: string, constraints: readonly Constraint[]): Column | null {
  const all = constraints.flatMap((one) => (one.path === path && one.intervals ? [one.intervals] : []));
  if (all.length === 0) return null;
  // Each condition may be met by another element of an array: then only one of them may bound the search.
  const one = () => all.find(isPinned) ?? (all[0] as Column);
  return index.traits.multikey.includes(path) ? one() : all.reduce(intersect);
}

function orderOf(
  index: OrderedIndex,
  columns: readonly Column[],
  sort: readonly SortPart[],
): Pick<IndexPlan, 'order' | 'reverse'> {
  const none = { order: 'none', reverse: false } as const;
  if (sort.length === 0 || index.traits.hasCutKeys) return none;
  const isSingle = (position: number) => columns[position]?.length === 1 && isPinned(columns[position]);
  const whole = followedFrom(index, columns, sort, isSingle);
  if (whole !== null) return { order: 'whole', reverse: whole };
  const each = followedFrom(index, columns, sort, (position) => isPinned(columns[position] ?? [UNBOUND]));
  return each === null ? none : { order: 'each range', reverse: each };
}

const UNBOUND: Interval = { low: '', high: '', point: null };

/** Whether the index has the order of `sort` after fields that have one value; backwards when true, null when not at all. */
function followedFrom(
  index: OrderedIndex,
  columns: readonly Column[],
  sort: readonly SortPart[],
  hasOneValue: (position: number) => boolean,
): boolean | null {
  let position = 0;
  let reverse: boolean | null = null;
  for (const { path, direction } of sort) {
    const own = index.paths.indexOf(path);
    // An array sorts by its least element of all, not by the least that lies within bounds.
    if (own >= 0 && index.traits.multikey.includes(path) && own < columns.length) return null;
    while (position < own && hasOneValue(position)) position += 1;
    if (own >= 0 && own < position) continue;
    if (own !== position) return null;
    const backwards = (direction === -1) !== index.isDescending[own];
    if (reverse !== null && reverse !== backwards && !hasOneValue(own)) return null;
    if (!hasOneValue(own)) reverse = backwards;
    position += 1;
  }
  return reverse ?? false;
}

function serviceOf(columns: readonly Column[], isWhole: boolean, hasOrder: boolean): Service | null {
  const last = columns.at(-1);
  if (last) return isPinned(last) ? 'values' : 'range';
  if (!isWhole) return 'kind';
  return hasOrder ? 'order' : null;
}
