import type { OrderedIndex } from '../engine/ordered-index';
import type { SortPart } from '../sort/compile-sort';
import { type Document, isDocument } from '../values/document';
import { constraintsOf } from './constraints';
import { planIndex, type Wanted } from './index-plan';
import type { IndexPlan, QueryPlan } from './query-plan';

/** How to find what a filter wants in an order, by what the indexes of a collection have. */
export function planQuery(
  indexes: readonly OrderedIndex[],
  filter: Document,
  { sort, onlyCounts }: Pick<Wanted, 'sort' | 'onlyCounts'>,
): QueryPlan {
  const best = bestPlan(indexes, { filter, constraints: constraintsOf(filter), sort, onlyCounts });
  if (best && best.service !== 'order' && !isLoose(best)) return { kind: 'index', plan: best };
  const plans = planBranches(indexes, filter, sort);
  // What may be a range of everything is worth less than branches that are pinned.
  if (plans && (best?.service !== 'range' || !plans.some(isLoose))) return { kind: 'union', plans };
  return best ? { kind: 'index', plan: best } : { kind: 'scan' };
}

/** A range of a field, and nothing pinned before it. */
const isLoose = ({ service, bound }: IndexPlan): boolean => service === 'range' && bound.length === 1;

/** null: there is no `$or` of which each branch has an index. */
function planBranches(
  indexes: readonly OrderedIndex[],
  filter: Document,
  sort: readonly SortPart[],
): IndexPlan[] | null {
  for (const branches of alternativesIn(filter)) {
    const plans = branches.map((branch) => {
      const both = { $and: [branch, filter] };
      return bestPlan(indexes, { filter: both, constraints: constraintsOf(both), sort, onlyCounts: false });
    });
    if (plans.every((plan) => plan !== null)) return plans;
  }
  return null;
}

/** Each `$or` that every matching document has to meet. */
function alternativesIn(filter: unknown): (readonly unknown[])[] {
  if (!isDocument(filter)) return [];
  const own = Array.isArray(filter.$or) ? [filter.$or] : [];
  return [...own, ...(Array.isArray(filter.$and) ? filter.$and.flatMap(alternativesIn) : [])];
}

function bestPlan(indexes: readonly OrderedIndex[], wanted: Wanted): IndexPlan | null {
  let best: IndexPlan | null = null;
  for (const index of indexes) {
    const plan = planIndex(index, wanted);
    if (plan && (!best || plan.worth > best.worth)) best = plan;
  }
  return best;
}
