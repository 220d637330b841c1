import { chinaDate } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { type AccountModel, findAccount, phoneOf } from '../account';
import { findOrder, type OrderModel } from '../orders';
import { type ReviewEvent, reviewMessage, reviewSms } from './review-words';
import { type NoticeDependencies, sendNotice, tellByWechat } from './send-notice';

export interface NotificationDependencies extends NoticeDependencies {
  readonly orders: OrderModel;
  readonly accounts: AccountModel;
  readonly cipher: FieldCipher;
}

/** The order, its account and the number that is told. */
export async function recipientOf({ orders, accounts, cipher }: NotificationDependencies, orderId: string) {
  const order = await findOrder(orders, orderId);
  const account = await findAccount(accounts, order.accountId);
  return { order, account, phone: phoneOf(cipher, account) };
}

/** Job: tells the applicant how the review ended. @throws PortError when the operator does not answer; the job runs again. */
export async function tellReviewResult(
  dependencies: NotificationDependencies,
  orderId: string,
  event: ReviewEvent,
): Promise<void> {
  const { order, phone } = await recipientOf(dependencies, orderId);
  await sendNotice(dependencies, phone, reviewSms(order, event));
}

/** Job: the same as a subscription message, in a lane of its own: WeChat's silence delays no SMS. @throws PortError */
export async function tellReviewResultByWechat(
  dependencies: NotificationDependencies,
  orderId: string,
  event: ReviewEvent,
): Promise<void> {
  const { order, account } = await recipientOf(dependencies, orderId);
  await tellByWechat(dependencies, account.openid, reviewMessage(order, event));
}

/** Job: tells the applicant that the money has come. @throws PortError */
export async function tellPaymentReceived(dependencies: NotificationDependencies, orderId: string): Promise<void> {
  const { order, phone } = await recipientOf(dependencies, orderId);
  await sendNotice(dependencies, phone, { kind: 'payment-received', orderNumber: order.orderNumber });
}

/** Job: tells the applicant until when to act, unless they have, or it has ended. @throws PortError */
export async function tellEnding(dependencies: NotificationDependencies, orderId: string, now: Date): Promise<void> {
  const { order, phone } = await recipientOf(dependencies, orderId);
  const { dutyEndsAt, endNoticeDays, orderNumber } = order;
  if (dutyEndsAt && endNoticeDays !== undefined && dutyEndsAt > now) {
    await sendNotice(dependencies, phone, { kind: 'order-ending', orderNumber, day: chinaDate(dutyEndsAt) });
  }
}
