import { chinaDate } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { type AccountModel, findAccount, phoneOf } from '../account';
import { findOrder, type OrderModel, type OrderRecord } from '../orders';
import { type ReviewEvent, reviewMessage, reviewSms } from './review-words';
import {
  type NoticeDependencies,
  type OrderNoticeDependencies,
  type OrderRecipient,
  sendOrderNotice,
  tellOrderByWechat,
} from './send-notice';

export interface NotificationDependencies extends NoticeDependencies, OrderNoticeDependencies {
  readonly orders: OrderModel;
  readonly accounts: AccountModel;
  readonly cipher: FieldCipher;
}

/** The order, its account and whom messages about it go to. */
export async function recipientOf({ orders, accounts, cipher }: NotificationDependencies, orderId: string) {
  const order = await findOrder(orders, orderId);
  const account = await findAccount(accounts, order.accountId);
  const to: OrderRecipient = { orderId, phone: phoneOf(cipher, account) };
  return { order, account, to };
}

/** Somebody who has mended it already, while the message waited, is not told to. */
const isAnswered = ({ status }: OrderRecord, event: ReviewEvent): boolean =>
  event === 'return' && status !== 'returned';

/** Job: tells the applicant how the review ended. @throws PortError when the operator does not answer; the job runs again. */
export async function tellReviewResult(
  dependencies: NotificationDependencies,
  orderId: string,
  event: ReviewEvent,
): Promise<void> {
  const { order, to } = await recipientOf(dependencies, orderId);
  if (!isAnswered(order, event)) {
    await sendOrderNotice(dependencies, to, reviewSms(order, event));
  }
}

/** Job: the same as a subscription message, in a lane of its own: WeChat's silence delays no SMS. @throws PortError */
export async function tellReviewResultByWechat(
  dependencies: NotificationDependencies,
  orderId: string,
  event: ReviewEvent,
): Promise<void> {
  const { order, account } = await recipientOf(dependencies, orderId);
  if (isAnswered(order, event)) {
    return;
  }
  await tellOrderByWechat(dependencies, { orderId, openid: account.openid }, reviewMessage(order, event));
}

/** Job: tells the applicant that the money has come. @throws PortError */
export async function tellPaymentReceived(dependencies: NotificationDependencies, orderId: string): Promise<void> {
  const { order, to } = await recipientOf(dependencies, orderId);
  await sendOrderNotice(dependencies, to, { kind: 'payment-received', orderNumber: order.orderNumber });
}

/** Job: tells the applicant that finance could not accept their slip, unless they have handed in another. @throws PortError */
export async function tellSlipRefused(
  dependencies: NotificationDependencies,
  orderId: string,
  timesHandedIn: unknown,
): Promise<void> {
  const { order, to } = await recipientOf(dependencies, orderId);
  const { state, timesHandedIn: now } = order.transfer ?? {};
  if (order.status === 'approved' && state === 'refused' && now === timesHandedIn) {
    await sendOrderNotice(dependencies, to, { kind: 'slip-refused', orderNumber: order.orderNumber });
  }
}

/** Job: tells the applicant until when to act, unless they have, or it has ended. @throws PortError */
export async function tellEnding(dependencies: NotificationDependencies, orderId: string, now: Date): Promise<void> {
  const { order, to } = await recipientOf(dependencies, orderId);
  const { dutyEndsAt, endNoticeDays, orderNumber } = order;
  if (dutyEndsAt && endNoticeDays !== undefined && dutyEndsAt > now) {
    await sendOrderNotice(dependencies, to, { kind: 'order-ending', orderNumber, day: chinaDate(dutyEndsAt) });
  }
}
