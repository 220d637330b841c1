import { AppError, type PaymentChannel, type PaymentWay, paymentWaysOf, type StartedPayment } from '@acceptance/shared';
import type { UpdateQuery } from 'mongoose';
import { outboxEntry } from '../../database/outbox';
import { recordIdOf } from '../../database/record-id';
import { PortError } from '../../ports/port-error';
import type { WechatPlatform } from '../../ports/wechat-platform';
import type { AccountRecord } from '../account';
import { asWechatError } from '../auth';
import { findOwnOrder, type OrderRecord, type PaymentAttempt, presentAttempt, refuseUnpayable } from '../orders';
import { endAttempt, findAttempt, queryAttempt } from './close-attempt';
import { isLive, isReusable, newAttempt } from './new-attempt';
import { openAttempt } from './open-attempt';
import { findLinkedOrder } from './pay-link';
import type { PaymentDependencies } from './payment-dependencies';
import { PAYMENT_JOBS } from './payment-jobs';
import { FIRST_LOOK_MS } from './watch-attempt';

/** Whose order is paid, in which way and by whom. */
interface Paying {
  /** Reads the order anew. @throws AppError when the payer may not pay it any more */
  readonly find: () => Promise<OrderRecord>;
  readonly way: PaymentWay;
  readonly channel: PaymentChannel;
  /** Of the payer, where WeChat's sheet pays; asked for when it is known that the order can be paid. */
  readonly openid: () => Promise<string | null>;
  readonly now: Date;
}

interface OwnPayment {
  readonly payer: AccountRecord;
  readonly orderId: string;
  readonly channel: PaymentChannel;
  readonly now: Date;
}

interface PaymentByLink {
  readonly token: string;
  /** What `wx.login` gave the payer's phone. */
  readonly loginCode: string;
  readonly now: Date;
}

export interface LinkPaymentDependencies extends PaymentDependencies {
  readonly wechatPlatform: WechatPlatform;
}

/** Attempts of one order, and of its last ten minutes: changing one's mind is fine, a machine that does so is not. */
const MOST_ATTEMPTS = 30;
const MOST_RECENT = 6;
const RECENT_MS = 10 * 60_000;

/** Somebody who has transferred and pays by WeChat too would have paid twice. */
function refuseBesideTransfer({ project, transfer }: OrderRecord, way: PaymentWay): void {
  if (!paymentWaysOf(project).includes(way)) {
    throw new AppError('bank_transfers.only_way');
  }
  if (transfer?.state === 'handed-in') {
    throw new AppError('bank_transfers.waiting');
  }
}

function refuseTooMany({ attempts }: OrderRecord, now: Date): void {
  const recent = attempts.filter(({ createdAt }) => now.getTime() - createdAt.getTime() < RECENT_MS);
  if (attempts.length >= MOST_ATTEMPTS || recent.length >= MOST_RECENT) {
    throw new AppError('payments.too_many_attempts');
  }
}

/** A gateway's failure in the words of payment. An unknown outcome keeps the attempt: the next call repeats it unchanged. */
function asPaymentError(error: unknown): unknown {
  if (!(error instanceof PortError)) {
    return error;
  }
  return new AppError(error.failure === 'rejected' ? 'payments.rejected' : 'payments.unavailable', { cause: error });
}

async function openidOf({ payer, channel }: OwnPayment) {
  if (channel !== 'wechat-jsapi') {
    return null;
  }
  if (!payer.openid) {
    throw new AppError('payments.wechat_required');
  }
  return payer.openid;
}

async function payerOf({ wechatPlatform }: LinkPaymentDependencies, loginCode: string): Promise<string> {
  try {
    return (await wechatPlatform.exchangeLoginCode(loginCode)).openid;
  } catch (error) {
    throw asWechatError(error);
  }
}

/** Appends an attempt with its watch in one atomic update; null when the order changed meanwhile. */
async function appendAttempt(
  { orders }: PaymentDependencies,
  order: OrderRecord,
  attempt: PaymentAttempt,
  now: Date,
): Promise<PaymentAttempt | null> {
  const { outTradeNo } = attempt;
  const firstLook = new Date(now.getTime() + FIRST_LOOK_MS);
  const watch = outboxEntry(PAYMENT_JOBS.watchAttempt, firstLook, { outTradeNo }, `watch-${outTradeNo}`);
  const update = { $push: { attempts: attempt, outbox: watch }, $inc: { revision: 1 } };
  const result = await orders.updateOne(
    { _id: order._id, status: 'approved', revision: order.revision },
    update as UpdateQuery<OrderRecord>,
  );
  return result.modifiedCount === 1 ? attempt : null;
}

const WAIT_STEP_MS = 100;
/** Longer than a prepay may take with its repetition: whoever began it has died by then. */
const WAIT_STEPS = 120;

/** Waits for the call that prepares an attempt just now; answers how it stands then. */
async function joinPreparation(needs: PaymentDependencies, orderId: string, outTradeNo: string) {
  for (let step = 0; step < WAIT_STEPS; step += 1) {
    await new Promise((resolve) => setTimeout(resolve, WAIT_STEP_MS));
    const attempt = await findAttempt(needs, orderId, outTradeNo);
    if (attempt?.status !== 'preparing') {
      return attempt;
    }
  }
  return findAttempt(needs, orderId, outTradeNo);
}

/** Numbers of the attempts that calls of this process are preparing: those of a call that has ended are repeated at once. */
const preparing = new Set<string>();

async function openOnce(needs: PaymentDependencies, order: OrderRecord, attempt: PaymentAttempt) {
  const { outTradeNo } = attempt;
  if (preparing.has(outTradeNo)) {
    const joined = await joinPreparation(needs, order._id.toHexString(), outTradeNo);
    return joined?.status === 'open' ? joined : null;
  }
  preparing.add(outTradeNo);
  try {
    return await openAttempt(needs, order, attempt);
  } finally {
    preparing.delete(outTradeNo);
  }
}

/**
 * An attempt that was handed out before, unless it has been paid or closed meanwhile and nobody told us. When the gateway
 * does not answer it is handed out all the same: what was paid cannot be paid twice under one number.
 */
async function stillOpen(needs: PaymentDependencies, orderId: string, attempt: PaymentAttempt) {
  const asked = await queryAttempt(needs, orderId, attempt.outTradeNo).catch((error: unknown) => {
    if (error instanceof PortError) {
      return attempt;
    }
    throw error;
  });
  return asked?.status === 'open' ? asked : null;
}

/** The open attempt to hand out: one that fits the wish, or a new one after the others have ended. */
async function settleOn(
  needs: PaymentDependencies,
  { find, way, channel, openid, now }: Paying,
): Promise<PaymentAttempt> {
  const { paymentGateway, randomBytes } = needs;
  for (let round = 0; round < 8; round += 1) {
    const order = await find();
    refuseUnpayable(order);
    refuseBesideTransfer(order, way);
    const orderId = order._id.toHexString();
    const wish = { channel, openid: await openid(), now, gateway: paymentGateway };
    const live = order.attempts.find(isLive);
    if (live && isReusable(live, wish)) {
      const open = live.status === 'open' ? await stillOpen(needs, orderId, live) : await openOnce(needs, order, live);
      if (open) {
        return open;
      }
      continue;
    }
    // Before anything is ended: whoever is refused can still pay in the way that they have.
    refuseTooMany(order, now);
    if (live) {
      await endAttempt(needs, orderId, live);
      continue;
    }
    const { orderNumber, project } = order;
    const facts = { orderNumber, projectName: project.name, amountFen: project.priceFen };
    const attempt = newAttempt({ ...wish, ...facts, sequence: order.attempts.length + 1, randomBytes });
    const appended = await appendAttempt(needs, order, attempt, now);
    const open = appended && (await openOnce(needs, order, appended));
    if (open) {
      return open;
    }
  }
  throw new AppError('payments.superseded');
}

/**
 * Begins (or continues) paying. Calling again with the same channel continues the same attempt, so that two taps are one payment.
 * @throws AppError payments.*, orders.not_found
 */
export async function startPayment(needs: PaymentDependencies, input: OwnPayment): Promise<StartedPayment> {
  const { payer, orderId, channel, now } = input;
  const find = () => findOwnOrder(needs.orders, recordIdOf(payer), orderId);
  return start(needs, { find, way: 'wechat', channel, openid: () => openidOf(input), now });
}

/**
 * Begins (or continues) paying by somebody else's WeChat. Of several who pay at once one can: the others' sheets are closed.
 * @throws AppError pay_links.gone, payments.*, auth.wechat_*
 */
export async function startPaymentByLink(
  needs: LinkPaymentDependencies,
  input: PaymentByLink,
): Promise<StartedPayment> {
  const { token, loginCode, now } = input;
  const find = () => findLinkedOrder(needs.orders, { token, now });
  let payer: Promise<string> | null = null;
  // A code is good once, and paying may take several rounds.
  const openid = () => {
    payer ??= payerOf(needs, loginCode);
    return payer;
  };
  return start(needs, { find, way: 'pay-link', channel: 'wechat-jsapi', openid, now });
}

async function start(dependencies: PaymentDependencies, paying: Paying): Promise<StartedPayment> {
  try {
    const attempt = await settleOn(dependencies, paying);
    const { prepayId, codeUrl } = attempt;
    const jsapi = prepayId ? dependencies.paymentGateway.jsapiSheet(prepayId) : null;
    return { attempt: presentAttempt(attempt), jsapi, codeUrl };
  } catch (error) {
    throw asPaymentError(error);
  }
}
