import { filterEach, mapEach, slice } from '../aggregation/iterate';
import type { Collection, Entry } from '../engine/collection';
import { findEntries, firstOfEachRange, sequencesOf } from '../engine/find-entries';
import { compileFilter } from '../match/compile-filter';
import { planQuery } from '../planning/plan-query';
import { plansToMerge, type QueryPlan } from '../planning/query-plan';
import { compileSort, sortParts } from '../sort/compile-sort';
import type { Document } from '../values/document';
import type { CommandRun } from './command';

export interface Query {
  readonly filter: Document;
  readonly sort?: Document;
  readonly skip?: number | undefined;
  /** Undefined or 0: no limit. */
  readonly limit?: number | undefined;
  /** Nothing of the documents is asked but that they are there. */
  readonly onlyCounts?: boolean;
}

/** A document that matches; undefined where an index said so and nobody has read it. */
type Found = readonly [sequence: number, document: Document | undefined];

export type QueryContext = Pick<CommandRun, 'name' | 'body' | 'database' | 'catalog' | 'watchQuery' | 'unordered'>;

/** The matching documents, sorted and cut, all at once: who changes them has to know them before. */
export function queryCollection(run: QueryContext, name: string, query: Query): Entry[] {
  return [...queryEntries(run, name, query)];
}

/** The matching documents, sorted and cut, one by one; nothing may be changed until the last one was taken. */
export function queryEntries(run: QueryContext, name: string, query: Query): Iterable<Entry> {
  const found = findMatching(run, name, query);
  const collection = run.catalog.find(run.database, name);
  return mapEach(found, ([sequence, document]) => [sequence, document ?? collection?.read(sequence) ?? {}]);
}

/** As queryEntries, but reads no document of which an index says that it matches. Everything is compiled first, so a refusal does not depend on the data. */
export function findMatching(run: QueryContext, name: string, query: Query): Iterable<Found> {
  const matches = compileFilter(query.filter);
  const sort = compileSort(query.sort ?? {});
  const collection = run.catalog.find(run.database, name);
  if (!collection) return [];
  const plan = planOf(collection, query);
  const parts = sortParts(query.sort ?? {});
  run.watchQuery({
    command: run.name,
    collection: name,
    filter: query.filter,
    sort: parts,
    limit: query.limit,
    comment: typeof run.body.comment === 'string' ? run.body.comment : undefined,
    plan,
  });
  const skip = query.skip ?? 0;
  const end = query.limit ? skip + query.limit : Number.POSITIVE_INFINITY;
  const order = plan.kind === 'index' ? plan.plan.order : 'none';
  const isInOrder = parts.length > 0 ? order === 'whole' : query.onlyCounts || run.unordered === null;
  const known = isInOrder ? matchingByIndex(collection, plan, query.filter) : null;
  if (known) {
    const each = mapEach(known, (sequence): Found => [sequence, undefined]);
    return slice(each, skip, end);
  }
  const accepts = ([, document]: Entry): boolean => matches(document);
  if (parts.length === 0 || order === 'whole') {
    return slice(filterEach(findEntries(collection, plan, run.unordered), accepts), skip, end);
  }
  // Of what is sorted in memory equal ones come in any order, too.
  const merged = plansToMerge(plan);
  const found = merged
    ? firstOfEachRange(collection, merged, matches, end)
    : filterEach(findEntries(collection, plan, run.unordered), accepts);
  return sort(found, ([, document]) => document, end).slice(skip);
}

export function planOf(collection: Collection, { filter, sort, onlyCounts = false }: Query): QueryPlan {
  return planQuery(collection.indexes, filter, { sort: sortParts(sort ?? {}), onlyCounts });
}

/** The numbers of all that match, in the plan's order; null: the documents have to be asked. */
function matchingByIndex(collection: Collection, plan: QueryPlan, filter: Document): Iterable<number> | null {
  if (plan.kind === 'scan') return Object.keys(filter).length === 0 ? collection.sequences() : null;
  return plan.kind === 'index' && plan.plan.saysAll ? sequencesOf(plan.plan) : null;
}
