import { AppError } from '@acceptance/shared';
import type { UpdateQuery } from 'mongoose';
import { outboxEntry } from '../../database/outbox';
import type { RawRequest } from '../../http/request-context';
import { NotificationError, type PaymentNotification } from '../../ports/payment-gateway';
import type { OrderRecord } from '../orders';
import type { PaymentDependencies } from './payment-dependencies';
import { PAYMENT_JOBS } from './payment-jobs';

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
  const notification = verified(dependencies, raw ?? { headers: {}, body: '' }, now);
  const { id, eventType, trade } = notification;
  const order = await orders
    .findOne({ 'attempts.outTradeNo': trade.outTradeNo }, { _id: 1 })
    .lean<Pick<OrderRecord, '_id'>>();
  if (!order) {
    logger.error({ eventType }, 'a payment notification names an unknown out_trade_no');
    throw new AppError('callbacks.content_invalid');
  }
  const job = outboxEntry(PAYMENT_JOBS.applyTrade, now, { trade }, `notification-${id}`);
  const update = { $push: { notificationIds: id, outbox: job } };
  await orders.updateOne({ _id: order._id, notificationIds: { $ne: id } }, update as UpdateQuery<OrderRecord>);
  jobsAdded();
}
