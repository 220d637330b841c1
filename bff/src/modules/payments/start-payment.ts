import { AppError, ORDER_STATUS_LABELS, type PaymentChannel, type StartedPayment } from '@acceptance/shared';
import type { UpdateQuery } from 'mongoose';
import { outboxEntry } from '../../database/outbox';
import { PortError } from '../../ports/port-error';
import { findAccount } from '../account';
import { findOwnOrder, type OrderRecord, type PaymentAttempt, presentAttempt, updateAttempt } from '../orders';
import { isLive, newAttempt } from './new-attempt';
import type { PaymentDependencies } from './payment-dependencies';
import { PAYMENT_JOBS } from './payment-jobs';
import { closeAttempt, queryAttempt } from './settle-attempt';

interface StartPaymentInput {
  readonly accountId: string;
  readonly orderId: string;
  readonly channel: PaymentChannel;
  readonly now: Date;
}

function refuseUnpayable(order: OrderRecord): void {
  if (!order.project.paymentRequired) {
    throw new AppError('payments.not_required');
  }
  if (order.attempts.some((attempt) => attempt.status === 'paid')) {
    throw new AppError('payments.already_paid');
  }
  if (order.status !== 'approved') {
    throw new AppError('payments.not_payable', { details: { status: ORDER_STATUS_LABELS[order.status] } });
  }
}

/** A gateway's failure in the words of payment. An unknown outcome keeps the attempt: the next call repeats it unchanged. */
function asPaymentError(error: unknown): unknown {
  if (!(error instanceof PortError)) {
    return error;
  }
  return new AppError(error.failure === 'rejected' ? 'payments.rejected' : 'payments.unavailable', { cause: error });
}

async function payerOf({ accounts }: PaymentDependencies, { accountId, channel }: StartPaymentInput) {
  if (channel !== 'wechat-jsapi') {
    return null;
  }
  const { openid } = await findAccount(accounts, accountId);
  if (!openid) {
    throw new AppError('payments.wechat_required');
  }
  return openid;
}

/** Appends an attempt in one atomic update; null when the order changed meanwhile. */
async function appendAttempt(
  { orders }: PaymentDependencies,
  order: OrderRecord,
  attempt: PaymentAttempt,
  now: Date,
): Promise<PaymentAttempt | null> {
  const { outTradeNo } = attempt;
  const closing = outboxEntry(PAYMENT_JOBS.closeExpiredAttempt, now, { outTradeNo }, `close-${outTradeNo}`);
  const update = {
    $push: { attempts: attempt, outbox: { ...closing, availableAt: attempt.expiresAt } },
    $inc: { revision: 1 },
  };
  const result = await orders.updateOne(
    { _id: order._id, status: 'approved', revision: order.revision },
    update as UpdateQuery<OrderRecord>,
  );
  return result.modifiedCount === 1 ? attempt : null;
}

/** The attempt to use: a live one of the same kind, or a new one after all others are closed. */
async function prepareAttempt(dependencies: PaymentDependencies, input: StartPaymentInput): Promise<PaymentAttempt> {
  const { orders } = dependencies;
  const { accountId, orderId, channel, now } = input;
  for (let round = 0; round < 5; round += 1) {
    const order = await findOwnOrder(orders, accountId, orderId);
    refuseUnpayable(order);
    const openid = await payerOf(dependencies, input);
    const live = order.attempts.find(isLive);
    if (live && live.channel === channel && live.request.openid === openid && live.expiresAt > now) {
      return live;
    }
    if (live) {
      await closeAttempt(dependencies, order, live);
      continue;
    }
    const attempt = newAttempt({
      orderNumber: order.orderNumber,
      sequence: order.attempts.length + 1,
      channel,
      amountFen: order.project.priceFen,
      description: `${order.project.name} ${order.orderNumber}`.slice(0, 120),
      openid,
      now,
    });
    const appended = await appendAttempt(dependencies, order, attempt, now);
    if (appended) {
      return appended;
    }
  }
  throw new AppError('server.unavailable');
}

async function prepay({ paymentGateway }: PaymentDependencies, attempt: PaymentAttempt) {
  if (attempt.channel === 'wechat-jsapi') {
    return { jsapi: await paymentGateway.prepayJsapi(attempt.request), codeUrl: null };
  }
  return { jsapi: null, codeUrl: attempt.codeUrl ?? (await paymentGateway.prepayNative(attempt.request)) };
}

/** A refusal may mean that the attempt has been paid and no notification has come: then that is the answer. */
async function prepayUnlessPaid(dependencies: PaymentDependencies, input: StartPaymentInput, attempt: PaymentAttempt) {
  try {
    return await prepay(dependencies, attempt);
  } catch (error) {
    if (error instanceof PortError && error.failure === 'rejected') {
      await queryAttempt(dependencies, input.orderId, attempt.outTradeNo);
      refuseUnpayable(await findOwnOrder(dependencies.orders, input.accountId, input.orderId));
    }
    throw error;
  }
}

/**
 * Begins (or continues) paying. Calling again with the same channel continues the same attempt, so that two taps are one payment.
 * @throws AppError payments.*, orders.not_found
 */
export async function startPayment(
  dependencies: PaymentDependencies,
  input: StartPaymentInput,
): Promise<StartedPayment> {
  try {
    const attempt = await prepareAttempt(dependencies, input);
    const { jsapi, codeUrl } = await prepayUnlessPaid(dependencies, input, attempt);
    const order = await findOwnOrder(dependencies.orders, input.accountId, input.orderId);
    const { outTradeNo } = attempt;
    await updateAttempt(dependencies.orders, order, {
      outTradeNo,
      from: ['preparing'],
      fields: { status: 'open', codeUrl },
    });
    return { attempt: { ...presentAttempt(attempt), status: 'open' }, jsapi, codeUrl };
  } catch (error) {
    throw asPaymentError(error);
  }
}
