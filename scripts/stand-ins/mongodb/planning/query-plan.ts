import type { OrderedIndex } from '../engine/ordered-index';
import type { KeyRange } from '../storage/ordered-store';
import type { Interval } from './intervals';

/** What an index does for a query. */
export type Service =
  /** Its first fields are pinned to values. */
  | 'values'
  /** A range of a field, perhaps after pinned ones. */
  | 'range'
  /** It holds only documents of the kind that is asked for. */
  | 'kind'
  /** It gives the order and nothing else. */
  | 'order';

export interface BeyondBounds {
  /** Of the field in the index. */
  readonly position: number;
  /** As they stand in the index. */
  readonly intervals: readonly Pick<Interval, 'low' | 'high'>[];
}

export interface IndexPlan {
  readonly index: OrderedIndex;
  readonly service: Service;
  /** The fields that bound the ranges. */
  readonly bound: readonly string[];
  /** Parts of the index, none overlapping another, in its order. */
  readonly ranges: readonly KeyRange[];
  /** What a filter demands of fields behind those that bound the ranges: keys that lie elsewhere are passed over. */
  readonly beyond: readonly BeyondBounds[];
  /** Its keys say of every document by themselves whether it matches: who only counts reads none. */
  readonly saysAll: boolean;
  readonly reverse: boolean;
  /** How the ranges give the order that is asked for: one after the other, each by itself, or not at all. */
  readonly order: 'whole' | 'each range' | 'none';
  /** The greatest is taken; a server would try them. */
  readonly worth: number;
}

/** The plans that give the order that is asked for when each of their ranges is read by itself and all are merged; null: they do not. */
export function plansToMerge(plan: QueryPlan): readonly IndexPlan[] | null {
  if (plan.kind === 'scan') return null;
  const plans = plan.kind === 'index' ? [plan.plan] : plan.plans;
  return plans.every(({ order }) => order !== 'none') ? plans : null;
}

/** How documents are found. */
export type QueryPlan =
  | { readonly kind: 'index'; readonly plan: IndexPlan }
  /** Each branch of an `$or` by an index of its own. */
  | { readonly kind: 'union'; readonly plans: readonly IndexPlan[] }
  /** By looking at all of them. */
  | { readonly kind: 'scan' };
