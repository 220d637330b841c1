import { outboxEntry } from '../../database/outbox';
import { JobGivenUp, type JobOutcome } from '../../jobs/job-handler';
import { settleTaskEntry } from '../../jobs/task-jobs';
import type { RefundAnswer } from '../../ports/payment-gateway';
import {
  awaitsReturn,
  findOrder,
  keepsMoney,
  type OrderRecord,
  type PaymentAttempt,
  receivedOf,
  transitionOrder,
  updateAttempt,
} from '../orders';
import type { PaymentDependencies } from './payment-dependencies';
import { PAYMENT_JOBS } from './payment-jobs';
import { REFUND_OUTCOMES } from './refund-outcome';

type Refunding = Pick<PaymentDependencies, 'orders' | 'paymentGateway' | 'logger' | 'now'>;

/** Refunds to a card take up to three working days; they are asked about each minute at first. */
const FIRST_LOOK_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** After so long a person looks why it is still "processing". */
const PATIENCE_MS = 7 * 24 * 3_600_000;

/** Why money goes back, as its payer reads it at WeChat. */
export const REFUND_CAUSES = { 'not-due': '订单无需支付，原路退回', asked: '申请退款，原路退回' } as const;
export type RefundCause = keyof typeof REFUND_CAUSES;

/** What an attempt becomes whose money goes back, and the job that sends it; the same however often it is begun. */
export const beginRefund = (outTradeNo: string, since: Date, cause: RefundCause = 'not-due') => ({
  fields: { status: 'refunding', outRefundNo: `${outTradeNo}-R` } as const,
  job: outboxEntry(PAYMENT_JOBS.refundAttempt, since, { outTradeNo, since, cause }, `refund-${outTradeNo}`),
});

/**
 * The order follows its money, all of it: what was paid twice goes back on its own way. Also after a run that died between
 * the two writes; of refunds that end together the last one sees that all is back.
 */
async function confirmRefund({ orders, now }: Refunding, orderId: string): Promise<void> {
  const order = await findOrder(orders, orderId);
  if (order.status === 'refunding' && !keepsMoney(order) && !awaitsReturn(order)) {
    await transitionOrder(orders, { orderId, event: 'confirm-refund', by: { role: 'system', id: null }, now: now() });
  }
}

/** Marks the attempt refunded, and the order where it waits for that. */
export async function recordRefunded(needs: Refunding, order: OrderRecord, attempt: PaymentAttempt): Promise<void> {
  const { orders, now } = needs;
  const settled = attempt.anomaly
    ? (['refund-not-done', 'payment-anomaly'] as const).map((kind) =>
        settleTaskEntry({ kind, part: attempt.outTradeNo, outcome: 'healed' }, now()),
      )
    : [];
  const fields = { status: 'refunded', anomaly: null } as const;
  await updateAttempt(orders, order, {
    outTradeNo: attempt.outTradeNo,
    from: ['refunding', 'paid'],
    fields,
    jobs: settled,
  });
  await confirmRefund(needs, order._id.toHexString());
}

/** How the refund stands; it is sent when the gateway does not say that it has it. The same number is the same refund. */
async function answerOf(
  { paymentGateway }: Refunding,
  attempt: PaymentAttempt,
  { outRefundNo, cause }: { readonly outRefundNo: string; readonly cause: RefundCause },
): Promise<RefundAnswer> {
  const { outTradeNo } = attempt;
  const totalFen = receivedOf(attempt);
  return (
    (await paymentGateway.queryRefund(outRefundNo)) ??
    paymentGateway.refund({
      outTradeNo,
      outRefundNo,
      refundFen: totalFen,
      totalFen,
      reason: REFUND_CAUSES[cause],
    })
  );
}

/** Notes the day in whose bill the refund stands; one that was closed stands there without having moved money. */
async function noteAccepted(
  { orders }: Refunding,
  order: OrderRecord,
  { outTradeNo, refundAcceptedAt }: PaymentAttempt,
  { status, acceptedAt }: RefundAnswer,
): Promise<void> {
  if (acceptedAt && status !== 'CLOSED' && refundAcceptedAt?.getTime() !== acceptedAt.getTime()) {
    await updateAttempt(orders, order, { outTradeNo, from: ['refunding'], fields: { refundAcceptedAt: acceptedAt } });
  }
}

/**
 * Job: sends a refund, with the same `out_refund_no` on every run, and follows it. Accepted is not refunded.
 * @throws JobGivenUp for a refund that will not come to an end by itself, PortError (`rejected`: e.g. NOT_ENOUGH)
 */
export async function refundAttempt(
  needs: Refunding,
  orderId: string,
  { outTradeNo, since, cause }: { readonly outTradeNo: string; readonly since: Date; readonly cause: RefundCause },
): Promise<JobOutcome> {
  const { orders, now } = needs;
  const order = await findOrder(orders, orderId);
  const attempt = order.attempts.find((candidate) => candidate.outTradeNo === outTradeNo);
  if (attempt?.status === 'refunded') {
    await confirmRefund(needs, orderId);
    return undefined;
  }
  if (attempt?.status !== 'refunding' || !attempt.outRefundNo) {
    return undefined;
  }
  if (!attempt.channel.startsWith('wechat-')) {
    // Nothing at WeChat Pay can give it back: finance does, and says so in the task.
    throw new JobGivenUp('refund-by-transfer');
  }
  const answer = await answerOf(needs, attempt, { outRefundNo: attempt.outRefundNo, cause });
  await noteAccepted(needs, order, attempt, answer);
  const { status } = answer;
  switch (REFUND_OUTCOMES[status]) {
    case 'done':
      await recordRefunded(needs, order, attempt);
      return undefined;
    case 'person':
      throw new JobGivenUp(`refund-${status.toLowerCase()}`);
    case 'wait': {
      const age = now().getTime() - since.getTime();
      if (age > PATIENCE_MS) {
        throw new JobGivenUp('refund-processing-for-a-week');
      }
      return { again: new Date(now().getTime() + Math.min(LONGEST_PAUSE_MS, Math.max(FIRST_LOOK_MS, age / 10))) };
    }
  }
}
