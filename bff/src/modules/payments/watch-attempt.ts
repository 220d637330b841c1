import { JobGivenUp, type JobOutcome } from '../../jobs/job-handler';
import { isSettled, type PaymentAttempt } from '../orders';
import { closeAtGateway, endAttempt, findAttempt, queryAttempt } from './close-attempt';
import type { PaymentDependencies } from './payment-dependencies';

type Watching = Pick<PaymentDependencies, 'orders' | 'paymentGateway' | 'logger' | 'now'>;

export const FIRST_LOOK_MS = 15_000;
const LONGEST_PAUSE_MS = 10 * 60_000;
/** So long after its expiry the gateway is asked for a signed end before a person has to look. */
const PATIENCE_MS = 24 * 3_600_000;

/** 15 s, 30 s, 1 min, 2 min … at most 10 min apart, and at the moment of expiry. */
export function nextLook({ createdAt, expiresAt }: Pick<PaymentAttempt, 'createdAt' | 'expiresAt'>, now: Date): Date {
  const age = now.getTime() - createdAt.getTime();
  const next = now.getTime() + Math.min(LONGEST_PAUSE_MS, Math.max(FIRST_LOOK_MS, age));
  const isBefore = now < expiresAt;
  return new Date(isBefore ? Math.min(next, expiresAt.getTime()) : next);
}

/**
 * Job: looks after an attempt until the gateway has signed how it ended, at growing intervals; what has expired or is no
 * longer offered is closed there. A lost notification costs seconds, not hours.
 * @throws JobGivenUp when there is no signed word a day after its expiry, PortError
 */
export async function watchAttempt(needs: Watching, orderId: string, outTradeNo: string): Promise<JobOutcome> {
  const { now } = needs;
  const before = await findAttempt(needs, orderId, outTradeNo);
  if (!before || isSettled(before)) {
    return undefined;
  }
  const asked = await queryAttempt(needs, orderId, outTradeNo);
  if (!asked || isSettled(asked)) {
    return undefined;
  }
  const isOver = now() >= asked.expiresAt;
  if (isOver && !asked.handedOut) {
    // Nobody was ever shown a way to pay it.
    await endAttempt(needs, orderId, asked);
  }
  const after = isOver || asked.status === 'closed' ? await closeAtGateway(needs, orderId, outTradeNo) : asked;
  if (!after || isSettled(after) || (isOver && !after.handedOut)) {
    return undefined;
  }
  if (now().getTime() < after.expiresAt.getTime() + PATIENCE_MS) {
    return { again: nextLook(after, now()) };
  }
  throw new JobGivenUp('no-signed-word');
}

/** Job: asks about money that did not fit. @throws JobGivenUp when it still does not, PortError */
export async function recheckAttempt(needs: Watching, orderId: string, outTradeNo: string): Promise<void> {
  const asked = await queryAttempt(needs, orderId, outTradeNo);
  if (asked?.anomaly) {
    throw new JobGivenUp(asked.anomaly);
  }
}
