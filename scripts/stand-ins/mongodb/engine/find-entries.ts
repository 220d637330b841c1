import type { IndexPlan, QueryPlan } from '../planning/query-plan';
import type { Unordered } from '../planning/unordered';
import type { Document } from '../values/document';
import type { Collection, Entry } from './collection';

/** Numbers of documents in the order of an index, each once. */
export function* sequencesOf({ index, ranges, beyond, reverse }: IndexPlan): Iterable<number> {
  const seen = ranges.length > 1 && index.traits.multikey.length > 0 ? new Set<number>() : null;
  for (const range of reverse ? [...ranges].reverse() : ranges) {
    for (const sequence of index.find(range, { reverse, beyond })) {
      if (seen?.has(sequence)) continue;
      seen?.add(sequence);
      yield sequence;
    }
  }
}

function* read(collection: Collection, sequences: Iterable<number>): Iterable<Entry> {
  for (const sequence of sequences) {
    const document = collection.read(sequence);
    if (document) yield [sequence, document];
  }
}

/** A superset of what a plan is for, in the order that the plan gives or, when it gives none, in that of `unordered`. */
export function* findEntries(collection: Collection, plan: QueryPlan, unordered: Unordered | null): Iterable<Entry> {
  if (plan.kind === 'scan') {
    if (unordered === null) yield* collection.entries();
    else yield* read(collection, unordered([...collection.sequences()]));
    return;
  }
  const sequences =
    plan.kind === 'index' ? sequencesOf(plan.plan) : new Set(plan.plans.flatMap((one) => [...sequencesOf(one)]));
  const keepsOrder = unordered === null || (plan.kind === 'index' && plan.plan.order !== 'none');
  yield* read(collection, keepsOrder ? sequences : unordered([...sequences]));
}

/** Of each range of plans that give its order the first documents that match, so many as are wanted of all together. */
export function firstOfEachRange(
  collection: Collection,
  plans: readonly IndexPlan[],
  matches: (document: Document) => boolean,
  most: number,
): Entry[] {
  const found = new Map<number, Entry>();
  for (const plan of plans.flatMap((one) => one.ranges.map((range) => ({ ...one, ranges: [range] })))) {
    let taken = 0;
    for (const entry of findEntries(collection, { kind: 'index', plan }, null)) {
      if (taken >= most) break;
      if (!matches(entry[1])) continue;
      found.set(entry[0], entry);
      taken += 1;
    }
  }
  return [...found.values()];
}
