import { describeReviewMark, labelOfPart } from '@acceptance/shared';
import type { SmsMessage } from '../../ports/sms-sender';
import type { ReviewResultMessage } from '../../ports/wechat-platform';
import type { OrderRecord } from '../orders';

export type ReviewEvent = 'approve' | 'return' | 'reject';
export const isReviewEvent = (event: unknown): event is ReviewEvent =>
  event === 'approve' || event === 'return' || event === 'reject';

/** Of an order, what its applicant is told of a review. */
export type ReviewedOrder = Pick<
  OrderRecord,
  '_id' | 'orderNumber' | 'project' | 'deliveryWay' | 'reviewMarks' | 'rejectionReason'
>;

/** Operators cut long template parameters; the full reason stands in the application. */
const SMS_REASON_LENGTH = 20;
const shorten = (reason: string): string =>
  Array.from(reason).length > SMS_REASON_LENGTH
    ? `${Array.from(reason)
        .slice(0, SMS_REASON_LENGTH - 1)
        .join('')}…`
    : reason;

/** One mark in full; of several what they are about, as far as there is room, and how many they are. */
function returnReason({ reviewMarks, project }: ReviewedOrder): string {
  const [first, ...others] = reviewMarks;
  if (!first) {
    return '详见小程序';
  }
  if (others.length === 0) {
    return shorten(describeReviewMark(first, project));
  }
  const count = `等${reviewMarks.length}处`;
  const fields = [...new Set(reviewMarks.map((mark) => labelOfPart(mark, project)))];
  while (fields.length > 1 && Array.from(`${fields.join('、')}${count}`).length > SMS_REASON_LENGTH) {
    fields.pop();
  }
  return `${fields.join('、')}${count}`;
}

/** What whoever has passed does next, in at most 12 characters. */
function stepAfterApproval({ project, deliveryWay }: ReviewedOrder): string {
  if (project.paymentRequired) {
    return '请登录小程序支付';
  }
  return deliveryWay === 'download' ? '请登录小程序领取证书' : '无需支付，正在制证';
}

export function reviewSms(order: ReviewedOrder, event: ReviewEvent): SmsMessage {
  const { orderNumber } = order;
  switch (event) {
    case 'approve':
      return { kind: 'review-approved', orderNumber, nextStep: stepAfterApproval(order) };
    case 'return':
      return { kind: 'review-returned', orderNumber, reason: returnReason(order) };
    case 'reject':
      return { kind: 'review-rejected', orderNumber, reason: shorten(order.rejectionReason ?? '详见小程序') };
  }
}

const RESULTS = { approve: '审核通过', return: '需要补充', reject: '未通过' } as const;
const NEXT_STEPS = { return: '请打开小程序按提示补充', reject: '请打开小程序查看原因' } as const;

/** What WeChat is told of a review; see `tellByWechat`. */
export const reviewMessage = (order: ReviewedOrder, event: ReviewEvent): ReviewResultMessage => ({
  kind: 'review-result',
  orderNumber: order.orderNumber,
  projectName: order.project.name,
  result: RESULTS[event],
  nextStep: event === 'approve' ? stepAfterApproval(order) : NEXT_STEPS[event],
  page: `pages/order/index?orderId=${order._id.toHexString()}`,
});
