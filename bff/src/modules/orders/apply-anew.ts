import { AppError, isRepeatable, ORDER_STATUS_LABELS } from '@acceptance/shared';
import { recordIdOf } from '../../database/record-id';
import { type CreateOrderDependencies, createOrder } from './create-order';
import { findOwnOrder } from './find-order';
import type { OrderRecord } from './order.model';
import { readFormDraft } from './read-form-draft';

/** Who applies and cancels more often from one and the same order begins a new one by hand. */
const MOST_IN_A_ROW = 20;

interface Repetition {
  readonly accountId: string;
  readonly orderId: string;
  readonly now: Date;
}

/** Of one order there is one that follows: the token is made of it, so that no repeated call makes a second draft. */
const followerOf = (needs: CreateOrderDependencies, ended: OrderRecord, now: Date): Promise<OrderRecord> =>
  createOrder(needs, {
    accountId: ended.accountId,
    projectId: ended.project.id,
    applicantType: ended.applicantType,
    clientToken: `anew-${recordIdOf(ended)}`,
    now,
    form: readFormDraft(needs.cipher, ended),
  });

/**
 * Begins again what ended without a certificate: a draft with everything filled in that was typed. What proves it is not
 * carried over. Where that draft has ended in its turn, the one that follows it is answered.
 * @throws AppError orders.not_found, orders.transition_not_allowed, orders.follows_certificate, request.conflict, as `createOrder`
 */
export async function applyAnew(needs: CreateOrderDependencies, wish: Repetition): Promise<OrderRecord> {
  const { accountId, orderId, now } = wish;
  let last = await findOwnOrder(needs.orders, accountId, orderId);
  if (!isRepeatable(last.status)) {
    throw new AppError('orders.transition_not_allowed', { details: { status: ORDER_STATUS_LABELS[last.status] } });
  }
  if (last.kind !== 'new') {
    throw new AppError('orders.follows_certificate');
  }
  for (let n = 0; n < MOST_IN_A_ROW; n += 1) {
    last = await followerOf(needs, last, now);
    if (!isRepeatable(last.status)) {
      return last;
    }
  }
  throw new AppError('request.conflict');
}
