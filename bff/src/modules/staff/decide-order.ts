import { AppError, type ReviewMark } from '@acceptance/shared';
import type { WorkingCalendar } from '../../calendar/working-calendar';
import { noteAct, noteDecision } from '../../http/act-notes';
import type { FileModel } from '../files';
import { type OrderRecord, reviewRestAt, transitionOrder, withRound } from '../orders';
import { refuseStrayMarks } from './check-marks';
import { type ClaimDependencies, freeFor, refuseClaimed } from './claim-order';
import { refuseOwnOrder } from './own-orders';
import { digestOfShown, reviewedContent } from './reviewed-content';
import { findSubmittedOrder, type SubmittedOrder, viewSubmittedOrder } from './view-submitted-order';

interface Decision {
  readonly orderId: string;
  readonly staffId: string;
  /** What the reviewer saw; a change since then refuses the decision. */
  readonly revision: number;
  readonly shownSha256: string;
  readonly now: Date;
}

export type DecisionEvent =
  | { readonly event: 'approve' }
  | { readonly event: 'return'; readonly marks: readonly ReviewMark[] }
  | { readonly event: 'reject'; readonly reason: string };

/** What is written beside the decision. A repeated one finds its round there: the order is not the one that it was made upon. */
function roundOf(calendar: WorkingCalendar, order: OrderRecord, decision: DecisionEvent, { revision, now }: Decision) {
  if (decision.event !== 'return' || order.revision !== revision || order.status !== 'submitted') {
    return {};
  }
  refuseStrayMarks(order, decision.marks);
  return {
    reviewRounds: withRound(order, decision.marks, now),
    reviewRestMs: reviewRestAt(calendar, order, now),
  };
}

const recordOf = (decision: DecisionEvent) => {
  switch (decision.event) {
    case 'approve':
      return { reviewMarks: [], rejectionReason: null };
    case 'return':
      return { reviewMarks: [...decision.marks] };
    case 'reject':
      return { rejectionReason: decision.reason };
  }
};

export interface DecideDependencies extends ClaimDependencies {
  readonly files: FileModel;
  readonly calendar: WorkingCalendar;
}

/** A decision is about what was on the screen, to the last picture. @throws AppError review.content_changed */
async function refuseChanged(files: FileModel, seen: SubmittedOrder, shownSha256: string): Promise<void> {
  if (seen.status === 'submitted' && (await digestOfShown(files, seen)) !== shownSha256) {
    throw new AppError('review.content_changed');
  }
}

/**
 * Decides on a submitted order; the same person deciding alike twice is one decision and one message.
 * @throws AppError orders.not_found, orders.transition_not_allowed, request.conflict, request.invalid, staff.own_order,
 * review.content_changed, review.claimed, review.too_many_returns
 */
export async function decideOrder(
  dependencies: DecideDependencies,
  made: Decision,
  decision: DecisionEvent,
): Promise<OrderRecord> {
  const { orderId, staffId, revision, now } = made;
  const { orders, cipher, files, calendar } = dependencies;
  const order = await findSubmittedOrder(orders, orderId);
  if (order.revision === revision) {
    const seen = viewSubmittedOrder(cipher, order, []);
    noteDecision(reviewedContent(seen, decision), revision);
    await refuseChanged(files, seen, made.shownSha256);
  } else {
    // Refused, or a repeated call: what was decided upon is no longer there, and stands with the first.
    noteAct({ revision });
  }
  await refuseOwnOrder(dependencies, staffId, order);
  await refuseClaimed(dependencies, order, made);
  return transitionOrder(orders, {
    orderId,
    order,
    event: decision.event,
    by: { role: 'reviewer', id: staffId },
    now,
    revision,
    where: freeFor(made),
    set: roundOf(calendar, order, decision, made),
    decision: recordOf(decision),
  });
}
