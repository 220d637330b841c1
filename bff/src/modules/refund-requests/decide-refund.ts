import { AppError, MADE_STATUSES, type StepUp } from '@acceptance/shared';
import { keepTrying } from '../../database/keep-trying';
import { noteDecision } from '../../http/act-notes';
import {
  keptFen,
  type OrderModel,
  type OrderRecord,
  type RefundRequest,
  refundRequestsOf,
  refundTaskEnd,
  transitionOrder,
} from '../orders';
import {
  findSubmittedOrder,
  type OwnOrderDependencies,
  refuseNewMember,
  type StaffCaller,
  type StepUpDependencies,
  stepUp,
} from '../staff';
import { type CertificateDependencies, isCertificateValid } from './certificate-of-order';
import { endRequest, requestOf } from './end-request';

export interface DecideRefundDependencies extends OwnOrderDependencies, StepUpDependencies, CertificateDependencies {
  readonly orders: OrderModel;
  /** @throws AppError orders.not_found, staff.own_order */
  readonly refuseOwnOrder: (staffId: string, orderId: string) => Promise<void>;
}

interface Decision {
  readonly orderId: string;
  readonly number: number;
}

/**
 * The request that somebody else has asked for and nobody has decided; null: this one has decided it so already.
 * @throws AppError refunds.not_found, refunds.decided, refunds.second_person_required
 */
function undecided(
  order: OrderRecord,
  { number, staffId, as }: { number: number; staffId: string; as: 'approved' | 'rejected' },
): RefundRequest | null {
  const request = requestOf(order, number);
  if (request.askedBy.role === 'finance' && request.askedBy.id === staffId) {
    throw new AppError('refunds.second_person_required');
  }
  if (request.state === as && request.decidedBy === staffId) {
    return null;
  }
  if (request.state !== 'waiting') {
    throw new AppError('refunds.decided');
  }
  return request;
}

/** What a decision is about, for the record. */
const decidedContent = (order: OrderRecord, number: number, decision: object) => ({
  orderNumber: order.orderNumber,
  number,
  amountFen: keptFen(order),
  reason: requestOf(order, number).reason,
  ...decision,
});

const isConflict = (error: unknown): boolean => error instanceof AppError && error.code === 'request.conflict';

/** The one write: request, order and the job that sends the money back. Of several at once one wins. */
async function startRefund(
  orders: OrderModel,
  order: OrderRecord,
  { number, revision, staffId, now }: { number: number; revision: number; staffId: string; now: Date },
): Promise<OrderRecord> {
  const ended = { state: 'approved', decidedBy: staffId, endedAt: now } as const;
  const refundRequests = refundRequestsOf(order).map((request, index) =>
    index === number - 1 ? { ...request, ...ended } : request,
  );
  const orderId = order._id.toHexString();
  try {
    return await transitionOrder(orders, {
      orderId,
      event: MADE_STATUSES.includes(order.status) ? 'start-refund-revoked' : 'start-refund',
      by: { role: 'finance', id: staffId },
      now,
      revision,
      decision: { refundRequests },
      jobs: [refundTaskEnd('approved', now, staffId)],
    });
  } catch (error) {
    if (!isConflict(error)) {
      throw error;
    }
    const after = await findSubmittedOrder(orders, orderId);
    if (undecided(after, { number, staffId, as: 'approved' })) {
      throw error;
    }
    return after;
  }
}

/**
 * Another person of finance agrees: all that was paid goes back. `revision` is of the order as it was looked at. Agreeing
 * again changes nothing, and needs no proof.
 * @throws AppError refunds.*, orders.*, request.conflict, staff.own_order, staff.role_too_new, auth.* of `stepUp`
 */
export async function approveRefund(
  needs: DecideRefundDependencies,
  caller: StaffCaller,
  { orderId, number, revision, proof }: Decision & { readonly revision: number; readonly proof: StepUp },
): Promise<OrderRecord> {
  const { orders } = needs;
  const { staffId, now } = caller;
  const order = await findSubmittedOrder(orders, orderId);
  if (!undecided(order, { number, staffId, as: 'approved' })) {
    return order;
  }
  noteDecision(decidedContent(order, number, { decision: 'approve' }), order.revision);
  await needs.refuseOwnOrder(staffId, orderId);
  await refuseNewMember(needs, staffId, 'finance', now);
  if (order.revision !== revision) {
    throw new AppError('request.conflict');
  }
  if (keptFen(order) === 0) {
    throw new AppError('refunds.nothing_paid');
  }
  if (await isCertificateValid(needs, order)) {
    throw new AppError('refunds.certificate_valid');
  }
  await stepUp(needs, caller, proof);
  return startRefund(orders, order, { number, revision, staffId, now });
}

/** @throws AppError refunds.*, orders.not_found, request.conflict, staff.own_order */
export const rejectRefund = (
  needs: DecideRefundDependencies,
  { staffId, now }: Pick<StaffCaller, 'staffId' | 'now'>,
  { orderId, number, reason }: Decision & { readonly reason: string },
): Promise<OrderRecord> =>
  keepTrying(async () => {
    const order = await findSubmittedOrder(needs.orders, orderId);
    if (!undecided(order, { number, staffId, as: 'rejected' })) {
      return order;
    }
    noteDecision(decidedContent(order, number, { decision: 'reject', reason }), order.revision);
    await needs.refuseOwnOrder(staffId, orderId);
    return endRequest(needs.orders, order, {
      number,
      fields: { state: 'rejected', refusal: reason, decidedBy: staffId, endedAt: now },
      now,
      tell: 'reject',
      closedBy: staffId,
    });
  });
