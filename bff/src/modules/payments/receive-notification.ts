import { AppError } from '@acceptance/shared';
import type { UpdateQuery } from 'mongoose';
import { type OutboxEntry, outboxEntry } from '../../database/outbox';
import type { RawRequest } from '../../http/request-context';
import { NotificationError, type PaymentNotification } from '../../ports/payment-gateway';
import type { OrderRecord } from '../orders';
import type { PaymentDependencies } from './payment-dependencies';
import { PAYMENT_JOBS } from './payment-jobs';

/** Ids of so many notifications are remembered; an older one that comes again only makes a job that changes nothing. */
const MOST_REMEMBERED = 50;

function verified({ paymentGateway }: PaymentDependencies, raw: RawRequest, now: Date): PaymentNotification {
  try {
    return paymentGateway.readNotification(raw, now);
  } catch (error) {
    if (error instanceof NotificationError) {
      throw new AppError(
        error.reason === 'signature-invalid' ? 'callbacks.signature_invalid' : 'callbacks.content_invalid',
        { cause: error },
      );
    }
    throw error;
  }
}

/** Which trade it is about, and the job that brings it into the order. */
function jobOf(notification: PaymentNotification, now: Date): { outTradeNo: string; job: OutboxEntry } | null {
  const id = `notification-${notification.id}`;
  switch (notification.about) {
    case 'trade': {
      const { trade } = notification;
      return { outTradeNo: trade.outTradeNo, job: outboxEntry(PAYMENT_JOBS.applyTrade, now, { trade }, id) };
    }
    case 'refund': {
      const { refund } = notification;
      return { outTradeNo: refund.outTradeNo, job: outboxEntry(PAYMENT_JOBS.applyRefundNotice, now, { refund }, id) };
    }
    case 'other':
      return null;
  }
}

/**
 * Takes a WeChat Pay notification: verify, store in the order once per notification id, answer; a job applies it. The
 * attempt is stored before the prepay call, so that even a notification that overtakes the prepay answer finds its order.
 * @throws AppError callbacks.signature_invalid, callbacks.content_invalid (also for a number that is not ours)
 */
export async function receiveNotification(
  dependencies: PaymentDependencies,
  raw: RawRequest | null,
  now: Date,
): Promise<void> {
  const { orders, logger, jobsAdded } = dependencies;
  const notification = verified(dependencies, raw ?? { headers: {}, body: '', bytes: new Uint8Array() }, now);
  const { id, eventType } = notification;
  const matter = jobOf(notification, now);
  if (!matter) {
    logger.warn({ eventType }, 'a notification of WeChat Pay asks for nothing');
    return;
  }
  const order = await orders
    .findOne({ 'attempts.outTradeNo': matter.outTradeNo }, { _id: 1 })
    .lean<Pick<OrderRecord, '_id'>>();
  if (!order) {
    logger.error({ eventType }, 'a payment notification names an unknown out_trade_no');
    throw new AppError('callbacks.content_invalid');
  }
  const update = { $push: { notificationIds: { $each: [id], $slice: -MOST_REMEMBERED }, outbox: matter.job } };
  await orders.updateOne({ _id: order._id, notificationIds: { $ne: id } }, update as UpdateQuery<OrderRecord>);
  jobsAdded();
}
