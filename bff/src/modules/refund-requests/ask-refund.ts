import { AppError, type RefundAsker, type RefundWish, refundHindrance } from '@acceptance/shared';
import type { UpdateQuery } from 'mongoose';
import type { FieldCipher } from '../../database/field-cipher';
import { keepTrying } from '../../database/keep-trying';
import { outboxEntry } from '../../database/outbox';
import { recordIdOf } from '../../database/record-id';
import { noteAct } from '../../http/act-notes';
import {
  ORDER_NOTICE_JOBS,
  type OrderModel,
  type OrderRecord,
  openRefundWords,
  type RefundRequest,
  refundFactsOf,
  refundRequestsOf,
  refundTask,
  sealRefundWords,
} from '../orders';
import { type CertificateDependencies, isCertificateValid } from './certificate-of-order';

export interface AskRefundDependencies extends CertificateDependencies {
  readonly orders: OrderModel;
  readonly cipher: FieldCipher;
}

export interface Asking {
  /** Reads the order anew, and refuses whom it does not concern. */
  readonly load: () => Promise<OrderRecord>;
  readonly by: { readonly role: RefundAsker; readonly id: string };
  readonly wish: RefundWish;
  readonly now: Date;
}

function isSame(cipher: FieldCipher, order: OrderRecord, request: RefundRequest, { by, wish }: Asking): boolean {
  const { askedBy, reason } = request;
  const isOfAsker = askedBy.role === by.role && askedBy.id === by.id;
  return isOfAsker && reason === wish.reason && (openRefundWords(cipher, order, request) ?? '') === (wish.words ?? '');
}

/** The request that a repeated call has made before. @throws AppError where it cannot be made */
async function refuseOrFind(
  needs: AskRefundDependencies,
  order: OrderRecord,
  asking: Asking,
): Promise<RefundRequest | null> {
  const requests = refundRequestsOf(order);
  const known = requests[asking.wish.number - 1];
  if (known && isSame(needs.cipher, order, known, asking)) {
    return known;
  }
  const facts = refundFactsOf(order, await isCertificateValid(needs, order));
  const hindrance = refundHindrance(facts, asking.by.role);
  if (hindrance) {
    throw new AppError(`refunds.${hindrance}`);
  }
  if (requests.length !== asking.wish.number - 1) {
    throw new AppError('request.conflict');
  }
  return null;
}

function newRequest(cipher: FieldCipher, order: OrderRecord, { by, wish, now }: Asking): RefundRequest {
  return {
    state: 'waiting',
    reason: wish.reason,
    words: wish.words ? sealRefundWords(cipher, wish.words, recordIdOf(order)) : null,
    askedBy: by,
    askedAt: now,
    decidedBy: null,
    endedAt: null,
    refusal: null,
  };
}

/**
 * Asks for the money of an order; finance gets a task in the same write. The number says which request it is, so that a
 * repeated call asks once. @throws AppError refunds.*, request.conflict, and as `load`
 */
export const askRefund = (needs: AskRefundDependencies, asking: Asking): Promise<OrderRecord> =>
  keepTrying(async () => {
    const { orders, cipher } = needs;
    const order = await asking.load();
    if (await refuseOrFind(needs, order, asking)) {
      return order;
    }
    const { by, wish, now } = asking;
    noteAct({ number: wish.number, reason: wish.reason });
    // The applicant knows what they have done themselves.
    const told = by.role === 'finance' ? [outboxEntry(ORDER_NOTICE_JOBS.tellRefund, now, { event: 'ask' })] : [];
    const update = {
      $set: { refundAskedAt: now },
      $inc: { revision: 1 },
      $push: {
        refundRequests: newRequest(cipher, order, asking),
        outbox: { $each: [refundTask(order, now), ...told] },
      },
    };
    return orders
      .findOneAndUpdate({ _id: order._id, revision: order.revision }, update as UpdateQuery<OrderRecord>, {
        returnDocument: 'after',
      })
      .lean<OrderRecord>();
  });
