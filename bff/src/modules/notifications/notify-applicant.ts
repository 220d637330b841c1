import { describeReviewMark } from '@acceptance/shared';
import type { Logger } from 'pino';
import type { FieldCipher } from '../../database/field-cipher';
import { PortError } from '../../ports/port-error';
import type { SmsMessage, SmsSender } from '../../ports/sms-sender';
import type { ReviewResultMessage, WechatPlatform } from '../../ports/wechat-platform';
import { type AccountModel, type AccountRecord, findAccount, PHONE_PURPOSE } from '../account';
import { findOrder, type OrderModel, type OrderRecord } from '../orders';

export interface NotificationDependencies {
  readonly orders: OrderModel;
  readonly accounts: AccountModel;
  readonly cipher: FieldCipher;
  readonly smsSender: SmsSender;
  readonly wechatPlatform: WechatPlatform;
  readonly logger: Logger;
}

type ReviewEvent = 'approve' | 'return' | 'reject';

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

/** A courtesy beside the SMS: a failure is logged, not repeated, so that the SMS is not sent twice. */
async function tellByWechat(
  { wechatPlatform, logger }: NotificationDependencies,
  account: AccountRecord,
  order: OrderRecord,
  event: ReviewEvent,
): Promise<void> {
  if (!account.openid) {
    return;
  }
  const words = REVIEW_WORDS[event];
  const nextStep = event === 'approve' && !order.project.paymentRequired ? '无需支付，等待制证' : words.nextStep;
  try {
    await wechatPlatform.sendReviewResult({
      openid: account.openid,
      orderNumber: order.orderNumber,
      projectName: order.project.name,
      result: words.result,
      nextStep,
      page: `pages/order/index?orderId=${order._id.toHexString()}`,
    });
  } catch (error) {
    if (!(error instanceof PortError)) {
      throw error;
    }
    logger.warn({ failure: error.failure, vendorCode: error.vendorCode }, 'a subscription message was not sent');
  }
}

/** A number that can't receive is not worth repeating; everything else is. */
async function sendSms({ smsSender, logger }: NotificationDependencies, phone: string, message: SmsMessage) {
  try {
    await smsSender.send(phone, message);
  } catch (error) {
    if (!(error instanceof PortError && error.failure === 'rejected')) {
      throw error;
    }
    logger.warn({ vendorCode: error.vendorCode, kind: message.kind }, 'an SMS was refused for its number');
  }
}

async function recipientOf({ orders, accounts, cipher }: NotificationDependencies, orderId: string) {
  const order = await findOrder(orders, orderId);
  const account = await findAccount(accounts, order.accountId);
  return { order, account, phone: cipher.decryptText(account.phone, PHONE_PURPOSE) };
}

/** Job: tells the applicant how the review ended. @throws PortError when the operator does not answer; the job runs again. */
export async function notifyReviewResult(
  dependencies: NotificationDependencies,
  orderId: string,
  event: ReviewEvent,
): Promise<void> {
  const { order, account, phone } = await recipientOf(dependencies, orderId);
  await sendSms(dependencies, phone, REVIEW_SMS[event](order));
  await tellByWechat(dependencies, account, order, event);
}

/** Job: tells the applicant that the money has come. @throws PortError */
export async function notifyPaymentReceived(dependencies: NotificationDependencies, orderId: string): Promise<void> {
  const { order, phone } = await recipientOf(dependencies, orderId);
  await sendSms(dependencies, phone, { kind: 'payment-received', orderNumber: order.orderNumber });
}
