import { type OutboxEntry, outboxEntry } from '../../database/outbox';
import type { OwnerChange } from '../../database/outbox-store';
import { type Binding, type GivenUp, handleJobs } from '../../jobs/job-handler';
import type { RefundNotice, Trade } from '../../ports/payment-gateway';
import {
  attemptFields,
  findOrder,
  ORDER_MONEY_JOBS,
  ORDER_TRANSFER_JOBS,
  updateAttempt,
  updateTransfer,
} from '../orders';
import { applyRefundNotice } from './apply-refund-notice';
import { applyTrade } from './apply-trade';
import { endAttempt } from './close-attempt';
import { isLive } from './new-attempt';
import type { PaymentDependencies } from './payment-dependencies';
import { PAYMENT_JOBS } from './payment-jobs';
import { beginRefund, refundAttempt } from './refund-attempt';
import { settleAttempt, settleAttempts } from './settle-attempt';
import { type TellReturnedDependencies, tellReturned } from './tell-returned';
import { recheckAttempt, watchAttempt } from './watch-attempt';

type JobDependencies = Omit<PaymentDependencies, 'jobsAdded' | 'cipher' | 'randomBytes'>;

const outTradeNoOf = ({ payload }: Pick<OutboxEntry, 'payload'>): string => String(payload.outTradeNo);

/** Ends all that could still be paid; each one's watch sees to it that the gateway signs it. */
async function closeLiveAttempts(needs: JobDependencies, orderId: string): Promise<void> {
  const order = await findOrder(needs.orders, orderId);
  for (const attempt of order.attempts.filter(isLive)) {
    await endAttempt(needs, orderId, attempt);
  }
}

/** What a refund of the order that two people have agreed upon gives back: all that was paid. */
async function refundPaidAttempts({ orders, now }: JobDependencies, orderId: string): Promise<void> {
  const order = await findOrder(orders, orderId);
  await updateTransfer(orders, order, {
    where: { 'transfer.state': 'paid' },
    fields: { state: 'returning' },
    jobs: [outboxEntry(ORDER_TRANSFER_JOBS.returnTransfer, now())],
  });
  for (const { outTradeNo, status } of order.attempts) {
    if (status === 'paid') {
      const { fields, job } = beginRefund(outTradeNo, now(), 'asked');
      await updateAttempt(orders, order, { outTradeNo, from: ['paid'], fields, jobs: [job] });
    }
  }
}

/** Marks the attempt, so that the applicant is told the truth while a person looks. */
async function markAttempt(
  { orders }: JobDependencies,
  { ownerId, entry }: { ownerId: string; entry: OutboxEntry },
  anomaly: string,
): Promise<GivenUp> {
  const order = await findOrder(orders, ownerId);
  const outTradeNo = outTradeNoOf(entry);
  const isKnown = order.attempts.some((attempt) => attempt.outTradeNo === outTradeNo);
  return {
    part: outTradeNo,
    facts: { orderNumber: order.orderNumber, outTradeNo },
    ...(isKnown && { change: { set: attemptFields(order, outTradeNo, { anomaly }) } }),
  };
}

/** A refund that was closed moved no money: the next one needs a number of its own. Others keep theirs. */
async function refundAnew(
  { orders, paymentGateway }: JobDependencies,
  orderId: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<OwnerChange> {
  const outTradeNo = outTradeNoOf({ payload });
  const order = await findOrder(orders, orderId);
  const attempt = order.attempts.find((candidate) => candidate.outTradeNo === outTradeNo);
  const outRefundNo = attempt?.outRefundNo;
  if (!outRefundNo || (await paymentGateway.queryRefund(outRefundNo))?.status !== 'CLOSED') {
    return {};
  }
  const [, again = '1'] = /-R(\d*)$/.exec(outRefundNo) ?? [];
  return { set: attemptFields(order, outTradeNo, { outRefundNo: `${outTradeNo}-R${Number(again || '1') + 1}` }) };
}

const attemptFacts = async ({ orders }: JobDependencies, ownerId: string, outTradeNo: string): Promise<GivenUp> => {
  const { orderNumber, attempts } = await findOrder(orders, ownerId);
  const attempt = attempts.find((candidate) => candidate.outTradeNo === outTradeNo);
  return {
    part: outTradeNo,
    facts: { orderNumber, outTradeNo, ...(attempt && { expectedFen: attempt.amountFen }) },
  };
};

const settlingOf =
  (needs: JobDependencies): NonNullable<Binding['settle']> =>
  (ownerId, payload, end) =>
    settleAttempt(needs, ownerId, outTradeNoOf({ payload }), end);

const watch = (needs: JobDependencies): Binding => ({
  run: ({ ownerId, entry }) => watchAttempt(needs, ownerId, outTradeNoOf(entry)),
  giveUp: (run) => markAttempt(needs, run, 'unclear'),
  settle: settlingOf(needs),
});

export const paymentJobGroups = [
  handleJobs(PAYMENT_JOBS, (needs: JobDependencies & TellReturnedDependencies) => ({
    // Dates travel through the outbox as BSON dates; the shapes are what `receiveNotification` stored.
    applyTrade: {
      run: ({ ownerId, entry }) => applyTrade(needs, ownerId, entry.payload.trade as Trade),
      giveUp: ({ ownerId, entry }) => attemptFacts(needs, ownerId, (entry.payload.trade as Trade).outTradeNo),
      settle: (ownerId, payload, end) => settleAttempt(needs, ownerId, (payload.trade as Trade).outTradeNo, end),
    },
    applyRefundNotice: {
      run: ({ ownerId, entry }) => applyRefundNotice(needs, ownerId, entry.payload.refund as RefundNotice),
      giveUp: ({ ownerId, entry }) => attemptFacts(needs, ownerId, (entry.payload.refund as RefundNotice).outTradeNo),
      settle: (ownerId, payload, end) =>
        settleAttempt(needs, ownerId, (payload.refund as RefundNotice).outTradeNo, end),
    },
    watchAttempt: watch(needs),
    recheckAttempt: {
      run: ({ ownerId, entry }) => recheckAttempt(needs, ownerId, outTradeNoOf(entry)),
      giveUp: ({ ownerId, entry }) => attemptFacts(needs, ownerId, outTradeNoOf(entry)),
      settle: settlingOf(needs),
    },
    closeExpiredAttempt: watch(needs),
    refundAttempt: {
      run: ({ ownerId, entry }) => {
        const since = entry.payload.since instanceof Date ? entry.payload.since : needs.now();
        const cause = entry.payload.cause === 'asked' ? 'asked' : 'not-due';
        return refundAttempt(needs, ownerId, { outTradeNo: outTradeNoOf(entry), since, cause });
      },
      giveUp: (run, reason) => markAttempt(needs, run, reason),
      redo: (ownerId, payload) => refundAnew(needs, ownerId, payload),
      settle: settlingOf(needs),
    },
    tellReturned: ({ ownerId }) => tellReturned(needs, ownerId),
  })),
  handleJobs(ORDER_MONEY_JOBS, (needs: JobDependencies) => ({
    closePaymentAttempts: {
      run: ({ ownerId }) => closeLiveAttempts(needs, ownerId),
      settle: (ownerId, _payload, end) => settleAttempts(needs, ownerId, isLive, end),
    },
    startRefund: {
      run: ({ ownerId }) => refundPaidAttempts(needs, ownerId),
      settle: (ownerId, _payload, end) => settleAttempts(needs, ownerId, ({ status }) => status === 'paid', end),
    },
  })),
];
