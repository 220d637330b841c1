import type { Collection, Entry } from '../engine/collection';
import { findEntries, firstOfEachRange } from '../engine/find-entries';
import { compileFilter, type Matcher } from '../match/compile-filter';
import { planQuery } from '../planning/plan-query';
import type { QueryPlan } from '../planning/query-plan';
import { compileSort, sortParts } from '../sort/compile-sort';
import type { Document } from '../values/document';
import type { CommandRun } from './command';

export interface Query {
  readonly filter: Document;
  readonly sort?: Document;
  readonly skip?: number | undefined;
  /** Undefined or 0: no limit. */
  readonly limit?: number | undefined;
}

export type QueryContext = Pick<CommandRun, 'name' | 'body' | 'database' | 'catalog' | 'watchQuery' | 'unordered'>;

/** The matching documents, sorted and cut. Everything is compiled first, so a refusal does not depend on the data. */
export function queryCollection(run: QueryContext, name: string, query: Query): Entry[] {
  const matches = compileFilter(query.filter);
  const sort = compileSort(query.sort ?? {});
  const collection = run.catalog.find(run.database, name);
  if (!collection) return [];
  const plan = planOf(collection, query);
  run.watchQuery({
    command: run.name,
    collection: name,
    filter: query.filter,
    sort: sortParts(query.sort ?? {}),
    limit: query.limit,
    comment: typeof run.body.comment === 'string' ? run.body.comment : undefined,
    plan,
  });
  const skip = query.skip ?? 0;
  const end = query.limit ? skip + query.limit : Number.POSITIVE_INFINITY;
  const wantsOrder = Object.keys(query.sort ?? {}).length > 0;
  const order = plan.kind === 'index' ? plan.plan.order : 'none';
  if (plan.kind === 'index' && order === 'each range') {
    const found = firstOfEachRange(collection, plan.plan, matches, end);
    return sort(found, ([, document]) => document).slice(skip, end);
  }
  // Sorted in memory, equal ones come in any order too.
  const found = matching(
    findEntries(collection, plan, run.unordered),
    matches,
    wantsOrder && order === 'none' ? undefined : end,
  );
  return wantsOrder && order === 'none' ? sort(found, ([, document]) => document).slice(skip, end) : found.slice(skip);
}

export function planOf(collection: Collection, { filter, sort }: Query): QueryPlan {
  return planQuery(collection.indexes, filter, sortParts(sort ?? {}));
}

function matching(entries: Iterable<Entry>, matches: Matcher, most = Number.POSITIVE_INFINITY): Entry[] {
  const found: Entry[] = [];
  for (const entry of entries) {
    if (found.length >= most) break;
    if (matches(entry[1])) found.push(entry);
  }
  return found;
}
