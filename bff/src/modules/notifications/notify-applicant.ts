import { describeReviewMark } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import type { SmsMessage } from '../../ports/sms-sender';
import type { ReviewResultMessage } from '../../ports/wechat-platform';
import { type AccountModel, findAccount, phoneOf } from '../account';
import { findOrder, type OrderModel, type OrderRecord } from '../orders';
import { type NoticeDependencies, sendNotice, tellByWechat } from './send-notice';

export interface NotificationDependencies extends NoticeDependencies {
  readonly orders: OrderModel;
  readonly accounts: AccountModel;
  readonly cipher: FieldCipher;
}

type ReviewEvent = 'approve' | 'return' | 'reject';
export const isReviewEvent = (event: unknown): event is ReviewEvent =>
  event === 'approve' || event === 'return' || event === 'reject';

/** Operators cut long template parameters; the full reason stands in the application. */
const SMS_REASON_LENGTH = 20;
const shorten = (reason: string): string =>
  Array.from(reason).length > SMS_REASON_LENGTH
    ? `${Array.from(reason)
        .slice(0, SMS_REASON_LENGTH - 1)
        .join('')}…`
    : reason;

function reasonOf(order: OrderRecord): string {
  const [first] = order.reviewMarks;
  return shorten(order.rejectionReason ?? (first ? describeReviewMark(first) : '详见小程序'));
}

const REVIEW_SMS: Record<ReviewEvent, (order: OrderRecord) => SmsMessage> = {
  approve: ({ orderNumber }) => ({ kind: 'review-approved', orderNumber }),
  return: (order) => ({ kind: 'review-returned', orderNumber: order.orderNumber, reason: reasonOf(order) }),
  reject: (order) => ({ kind: 'review-rejected', orderNumber: order.orderNumber, reason: reasonOf(order) }),
};

const REVIEW_WORDS: Record<ReviewEvent, Pick<ReviewResultMessage, 'result' | 'nextStep'>> = {
  approve: { result: '审核通过', nextStep: '请打开小程序完成支付' },
  return: { result: '需要补充', nextStep: '请打开小程序按提示补充' },
  reject: { result: '未通过', nextStep: '请打开小程序查看原因' },
};

/** What WeChat is told of a review; see `tellByWechat`. */
function reviewMessage(order: OrderRecord, event: ReviewEvent): ReviewResultMessage {
  const words = REVIEW_WORDS[event];
  return {
    kind: 'review-result',
    orderNumber: order.orderNumber,
    projectName: order.project.name,
    result: words.result,
    nextStep: event === 'approve' && !order.project.paymentRequired ? '无需支付，等待制证' : words.nextStep,
    page: `pages/order/index?orderId=${order._id.toHexString()}`,
  };
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
  await sendNotice(dependencies, phone, REVIEW_SMS[event](order));
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
