import type { ReviewFigures, ReviewReason } from '@acceptance/shared';
import type { PipelineStage } from 'mongoose';
import type { OrderModel } from '../../orders';
import type { StaffNames } from '../../staff';
import { type DecisionGroup, sumOf, sumsBy } from './fold-decisions';
import type { Span } from './span';

export interface DecisionDependencies {
  readonly orders: OrderModel;
  readonly staffNames: StaffNames;
}

const DECISIONS = ['approve', 'return', 'reject'];

const within = ({ begins, ends }: Span) => ({ $gte: begins, $lt: ends });

/** What happened in the span, by an index over the moments of all histories. */
export const eventsIn = (span: Span, events: readonly string[]): PipelineStage[] => {
  const event = { at: within(span), event: { $in: [...events] } };
  return [
    { $match: { history: { $elemMatch: event } } },
    { $unwind: '$history' },
    { $match: { 'history.at': event.at, 'history.event': event.event } },
  ];
};

/** A later submission has another promise: what was decided before it cannot be measured by that. */
const LATE = {
  $cond: [
    { $and: [{ $gte: ['$history.at', '$submittedAt'] }, { $gt: ['$reviewPromisedBy', null] }] },
    { $gt: ['$history.at', '$reviewPromisedBy'] },
    null,
  ],
};

interface Grouped {
  readonly _id: Pick<DecisionGroup, 'event' | 'projectId' | 'by' | 'late'>;
  readonly projectName: string;
  readonly count: number;
}

async function readDecisions(orders: OrderModel, span: Span): Promise<DecisionGroup[]> {
  const grouped = await orders.aggregate<Grouped>([
    ...eventsIn(span, DECISIONS),
    {
      $group: {
        _id: { event: '$history.event', projectId: '$project.id', by: '$history.by.id', late: LATE },
        projectName: { $last: '$project.name' },
        count: { $sum: 1 },
      },
    },
  ]);
  return grouped.map(({ _id, projectName, count }) => ({ ..._id, projectName, count }));
}

/** Why applications came back: every mark counts. */
async function countReasons(orders: OrderModel, span: Span): Promise<ReviewFigures['reasons']> {
  const counted = await orders.aggregate<{ readonly _id: ReviewReason; readonly count: number }>([
    { $match: { history: { $elemMatch: { at: within(span), event: 'return' } } } },
    { $unwind: '$reviewRounds' },
    { $match: { 'reviewRounds.at': within(span) } },
    { $unwind: '$reviewRounds.marks' },
    { $group: { _id: '$reviewRounds.marks.reason', count: { $sum: 1 } } },
    { $sort: { count: -1, _id: 1 } },
  ]);
  return counted.map(({ _id, count }) => ({ reason: _id, count }));
}

/** Decisions of the span. `only`: whose own sums are shown beside those of all; null: everybody's. */
export async function countDecisions(
  { orders, staffNames }: DecisionDependencies,
  span: Span,
  only: string | null,
): Promise<ReviewFigures> {
  const [groups, reasons] = await Promise.all([readDecisions(orders, span), countReasons(orders, span)]);
  const own = only === null ? groups : groups.filter(({ by }) => by === only);
  const names = await staffNames.namesOf([...new Set(own.flatMap(({ by }) => by ?? []))]);
  return {
    ...sumOf(groups),
    reasons,
    projects: sumsBy(
      groups,
      ({ projectId }) => projectId,
      ({ projectName }) => projectName,
    ),
    reviewers: sumsBy(
      own,
      ({ by }) => by ?? '',
      ({ by }) => names.get(by ?? '') ?? '',
    ),
  };
}
