import type { OrderView } from '@acceptance/shared';
import { ORDER_STATUS_LABELS } from '../../../../text/labels';
import { hasLiveAttempt, type PayableFacts, paySituation } from '../../pay-situation';
import { PAY_TEXT } from '../../text';

export interface ResultView {
  readonly kind: 'paid' | 'confirming' | 'unpaid' | 'other';
  readonly title: string;
  readonly lines: readonly string[];
  /** What happens next, step by step; empty while nothing is certain. */
  readonly next: readonly string[];
  /** Keep asking the server. */
  readonly waiting: boolean;
  /** Continuing is safe: the server repeats the same attempt, it never makes a second one beside it. */
  readonly canContinue: boolean;
}

const DELIVERY_LINES = { courier: 'nextCourier', 'pick-up': 'nextPickUp' } as const;

const stateOf = (part: Pick<ResultView, 'kind' | 'title' | 'lines'> & Partial<ResultView>): ResultView => ({
  next: [],
  waiting: false,
  canContinue: false,
  ...part,
});

function paidView({ status, deliveryWay }: Pick<OrderView, 'status' | 'deliveryWay'>): ResultView {
  const waitsForIssue = status === 'paid' || status === 'approved';
  return stateOf({
    kind: 'paid',
    title: PAY_TEXT.paid,
    lines: [waitsForIssue ? PAY_TEXT.paidStatus : ORDER_STATUS_LABELS[status]],
    next: waitsForIssue
      ? [PAY_TEXT.nextMade, ...(deliveryWay ? [PAY_TEXT[DELIVERY_LINES[deliveryWay]]] : []), PAY_TEXT.nextFollow]
      : [],
  });
}

/** What the result page says. `slow`: the answer has been asked for longer than it usually takes. */
export function resultView(order: PayableFacts & Pick<OrderView, 'deliveryWay'>, slow: boolean): ResultView {
  switch (order.paymentStatus) {
    case 'paid':
      return paidView(order);
    case 'refunding':
      return stateOf({ kind: 'other', title: PAY_TEXT.refunding, lines: [PAY_TEXT.refundingHint] });
    case 'refunded':
      return stateOf({ kind: 'other', title: PAY_TEXT.refunded, lines: [PAY_TEXT.refundedHint] });
    default:
  }
  const situation = paySituation(order);
  if (situation.kind === 'nothing-to-pay') {
    return stateOf({ kind: 'other', title: situation.title, lines: situation.hint ? [situation.hint] : [] });
  }
  if (!hasLiveAttempt(order)) {
    return stateOf({ kind: 'unpaid', title: PAY_TEXT.unpaid, lines: [PAY_TEXT.unpaidHint], canContinue: true });
  }
  return slow
    ? stateOf({
        kind: 'confirming',
        title: PAY_TEXT.slow,
        lines: [PAY_TEXT.slowIfPaid, PAY_TEXT.slowIfNot],
        waiting: true,
        canContinue: true,
      })
    : stateOf({ kind: 'confirming', title: PAY_TEXT.confirming, lines: [PAY_TEXT.confirmingHint], waiting: true });
}
