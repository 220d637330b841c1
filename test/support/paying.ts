import { endpoints, type PaymentChannel } from '@acceptance/shared';
import type { RawNotification } from '../../bff/src/ports/payment-gateway';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { copyAt } from './order-copies';
import { storedOrder } from './stored-state';
import { paramsOf } from './story-people';
import type { TestSystem } from './test-system';

/** A new person whose application has been approved and waits for payment. */
export const approvedOrder = (system: TestSystem): Promise<StoryContext> => copyAt(system, 'approve');

/** Binds a fresh WeChat user to the applicant, as `wx.login` does, and answers the openid. */
export async function bindWechat(system: TestSystem, { applicant }: StoryContext): Promise<string> {
  const { code, openId } = system.standIns.wechat.issueLoginCode();
  await applicant.call(endpoints.auth.bindWechat, { body: { loginCode: code } });
  return openId;
}

export const startPayment = (context: StoryContext, channel: PaymentChannel = 'wechat-native') =>
  context.applicant.call(endpoints.payments.startPayment, { params: paramsOf(context), body: { channel } });

export const refreshPayment = (context: StoryContext) =>
  context.applicant.call(endpoints.payments.refreshPayment, { params: paramsOf(context) });

/** Starts a payment, pays it and waits until everything that follows from it is done. */
export async function payFor(system: TestSystem, context: StoryContext): Promise<string> {
  const { attempt } = await startPayment(context);
  await system.standIns.wechatPay.pay(attempt.outTradeNo);
  await system.settle();
  return attempt.outTradeNo;
}

/** What WeChat Pay knows of the payments of one order, the oldest first. */
export const paymentsAtWechat = (system: TestSystem, context: StoryContext) =>
  system.standIns.wechatPay
    .payments()
    .filter(({ outTradeNo }) => outTradeNo.startsWith(orderOf(context).orderNumber))
    .reverse();

/** Status of order, of each attempt, and how often the payment was confirmed. */
export async function paymentFacts(system: TestSystem, context: StoryContext) {
  const order = await storedOrder(system, context);
  return {
    status: order.status,
    attempts: order.attempts.map(({ status }) => status),
    confirmations: order.history.filter(({ event }) => event === 'confirm-payment').length,
  };
}

export const PAID_ONCE = { status: 'paid', attempts: ['paid'], confirmations: 1 };

/** How many messages about a received payment a person has got. */
export const paymentMessages = (system: TestSystem, { person }: StoryContext): number =>
  system.standIns.tencentCloud.sms(person.phone).filter(({ templateId }) => templateId === 'demo-payment-received')
    .length;

/** Writes down every notification that reaches the running BFF, before it is judged. Ends with the next restart. */
export function recordNotifications(system: TestSystem): RawNotification[] {
  const { paymentGateway } = system.container();
  const { readNotification } = paymentGateway;
  const recorded: RawNotification[] = [];
  paymentGateway.readNotification = (notification, now) => {
    recorded.push(notification);
    return readNotification(notification, now);
  };
  return recorded;
}
