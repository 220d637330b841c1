import type { OrderStatus } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { JobGivenUp, type JobOutcome } from '../../jobs/job-handler';
import type { PaymentGateway } from '../../ports/payment-gateway';
import type { ShippingOrder, WechatPlatform } from '../../ports/wechat-platform';
import { findOrder, type OrderModel, type PaymentAttempt, paidByWechat } from '../orders';
import type { ParcelOf } from './sent-parcel';
import { isTold, shippingFactsOf } from './shipping-facts';

export interface ReportShippingDependencies {
  readonly orders: OrderModel;
  readonly cipher: FieldCipher;
  readonly wechatPlatform: WechatPlatform;
  readonly paymentGateway: PaymentGateway;
  readonly parcelOf: ParcelOf;
  readonly now: () => Date;
}

/** The platform hears of a payment some minutes after it was made. */
const LOOK_AGAIN_MS = 2 * 60_000;
/** After so long it will not hear of it by itself. */
const PATIENCE_MS = 24 * 3_600_000;

const DELIVERED: readonly OrderStatus[] = ['delivered', 'completed'];

/** Whoever scans the code of a Native payment pays: the gateway has signed who it was. @throws JobGivenUp */
async function payerOf(
  { paymentGateway }: ReportShippingDependencies,
  { request, outTradeNo }: PaymentAttempt,
  known: ShippingOrder,
): Promise<string> {
  const openid =
    request.openid ?? (await paymentGateway.queryByOutTradeNo(outTradeNo))?.payerOpenid ?? known.payerOpenid;
  if (!openid) {
    throw new JobGivenUp('payer-unknown');
  }
  return openid;
}

function waitForPayment(shippedAt: Date, now: Date): JobOutcome {
  if (now.getTime() - shippedAt.getTime() > PATIENCE_MS) {
    throw new JobGivenUp('payment-unknown-to-wechat');
  }
  return { again: new Date(now.getTime() + LOOK_AGAIN_MS) };
}

/**
 * Job: tells WeChat how what was paid for has reached the payer. It may be told anew once, so it is asked first what it has
 * been told. Nothing is told of money that has gone back.
 * @throws JobGivenUp without the facts, PortError (`rejected`: e.g. 10060003, told anew already)
 */
export async function reportShipping(needs: ReportShippingDependencies, orderId: string): Promise<JobOutcome> {
  const { orders, cipher, wechatPlatform, parcelOf, now } = needs;
  const order = await findOrder(orders, orderId);
  const payment = paidByWechat(order);
  if (!payment || !DELIVERED.includes(order.status)) {
    return undefined;
  }
  const facts = shippingFactsOf(cipher, order, await parcelOf(orderId));
  if (!facts) {
    throw new JobGivenUp('parcel-unknown');
  }
  const { transactionId } = payment;
  const known = await wechatPlatform.readShippingOrder(transactionId);
  if (!known) {
    return waitForPayment(facts.shippedAt, now());
  }
  if (known.state === 'refunded' || isTold(known, facts)) {
    return undefined;
  }
  const payerOpenid = await payerOf(needs, payment, known);
  const outcome = await wechatPlatform.uploadShippingInfo({ ...facts, transactionId, payerOpenid });
  return outcome === 'order-unknown' ? waitForPayment(facts.shippedAt, now()) : undefined;
}
