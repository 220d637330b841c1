import type { OrderView } from '@acceptance/shared';
import { paymentProblems } from '../../../../features/order-troubles';
import { paidTwiceWords } from '../../../../features/paid-twice';
import { ORDER_STATUS_LABELS } from '../../../../text/labels';
import { TROUBLE_TEXT } from '../../../../text/troubles';
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

/** What becomes of a UKey, by how it gets to its holder. */
const DELIVERY_LINES = { courier: 'nextCourier', 'pick-up': 'nextPickUp' } as const;

const stateOf = (part: Pick<ResultView, 'kind' | 'title' | 'lines'> & Partial<ResultView>): ResultView => ({
  next: [],
  waiting: false,
  canContinue: false,
  ...part,
});

type ResultFacts = PayableFacts & Pick<OrderView, 'deliveryWay'>;

/** What staff are looking at, in the words of every page. */
const problemLines = (order: Pick<OrderView, 'troubles'>): readonly string[] =>
  paymentProblems(order).map((problem) => TROUBLE_TEXT.payments[problem]);

const nextOf = (way: OrderView['deliveryWay']): readonly string[] =>
  way === 'download'
    ? [PAY_TEXT.nextDownload, PAY_TEXT.nextDownloadHint]
    : [PAY_TEXT.nextMade, ...(way ? [PAY_TEXT[DELIVERY_LINES[way]]] : []), PAY_TEXT.nextFollow];

function paidView(order: ResultFacts): ResultView {
  const { status, deliveryWay } = order;
  const problems = problemLines(order);
  const paidTwice = paidTwiceWords(order);
  // A software certificate is in the making as soon as it is paid for.
  const waitsForIssue =
    status === 'paid' || status === 'approved' || (status === 'issuing' && deliveryWay === 'download');
  return stateOf({
    kind: 'paid',
    title: PAY_TEXT.paid,
    lines: [
      waitsForIssue ? PAY_TEXT.paidStatus : ORDER_STATUS_LABELS[status],
      ...(paidTwice ? [paidTwice] : []),
      ...problems,
    ],
    // With money to be checked no time can be promised.
    next: waitsForIssue && problems.length === 0 ? nextOf(deliveryWay) : [],
  });
}

/** What the result page says. `slow`: the answer has been asked for longer than it usually takes. */
export function resultView(order: ResultFacts, slow: boolean): ResultView {
  switch (order.paymentStatus) {
    case 'paid':
      return paidView(order);
    case 'refunding':
      return stateOf({
        kind: 'other',
        title: PAY_TEXT.refunding,
        lines: paymentProblems(order).length > 0 ? problemLines(order) : [PAY_TEXT.refundingHint],
      });
    case 'refunded':
      return stateOf({ kind: 'other', title: PAY_TEXT.refunded, lines: [PAY_TEXT.refundedHint] });
    default:
  }
  const situation = paySituation(order);
  if (situation.kind === 'nothing-to-pay') {
    return stateOf({ kind: 'other', title: situation.title, lines: situation.hint ? [situation.hint] : [] });
  }
  if (situation.kind === 'on-hold') {
    return stateOf({ kind: 'confirming', title: TROUBLE_TEXT.paymentHead, lines: problemLines(order), waiting: true });
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
