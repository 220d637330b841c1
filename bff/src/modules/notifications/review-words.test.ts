import type { ReviewMark } from '@acceptance/shared';
import { Types } from 'mongoose';
import { type ReviewedOrder, reviewMessage, reviewSms } from './review-words';

const order = (changes: Partial<ReviewedOrder> = {}, paymentRequired = true): ReviewedOrder => ({
  _id: new Types.ObjectId('64f000000000000000000001'),
  orderNumber: 'CGY-1',
  project: {
    name: '示例项目',
    paymentRequired,
    attachments: [{ kind: 'licence', label: '营业执照' }],
  } as unknown as ReviewedOrder['project'],
  deliveryWay: 'courier',
  reviewMarks: [],
  rejectionReason: null,
  ...changes,
});
const returned = (...reviewMarks: ReviewMark[]) => {
  const message = reviewSms(order({ reviewMarks }), 'return');
  return message.kind === 'review-returned' ? message.reason : null;
};

describe('what the applicant is told of a review', () => {
  it.each([
    ['courier', true, '请登录小程序支付'],
    ['download', true, '请登录小程序支付'],
    ['courier', false, '无需支付，正在制证'],
    ['pick-up', false, '无需支付，正在制证'],
    ['download', false, '请登录小程序领取证书'],
  ] as const)('is what comes next: by %s, to be paid %s', (deliveryWay, paymentRequired, nextStep) => {
    const passed = order({ deliveryWay }, paymentRequired);
    expect(reviewSms(passed, 'approve')).toEqual({ kind: 'review-approved', orderNumber: 'CGY-1', nextStep });
    expect(reviewMessage(passed, 'approve').nextStep).toBe(nextStep);
    // Operators cut longer ones.
    expect(nextStep.length).toBeLessThanOrEqual(12);
  });

  it('is the one thing that is to be mended, in full', () => {
    expect(returned({ field: 'id-card-front', reason: 'glare', note: '左上角' })).toBe(
      '身份证人像面：有反光（左上角）',
    );
    expect(returned({ field: 'attachments', paper: 'licence', reason: 'unclear' })).toBe('营业执照：看不清');
    expect(returned()).toBe('详见小程序');
  });

  it('is of several what they are about, as far as there is room, and how many they are', () => {
    const front = { field: 'id-card-front', reason: 'glare' } as const;
    expect(returned(front, { field: 'unit', reason: 'mismatch' })).toBe('身份证人像面、单位信息等2处');
    const many = [
      front,
      { ...front, reason: 'unclear' },
      { field: 'attachments', reason: 'wrong-paper' },
    ] as ReviewMark[];
    const all = returned(...many, { field: 'unit', reason: 'mismatch' }, { field: 'id-card-back', reason: 'glare' });
    expect(all).toMatch(/^身份证人像面.*等5处$/);
    expect(Array.from(all ?? '').length).toBeLessThanOrEqual(20);
  });

  it('is the reason of a refusal, shortened for the SMS', () => {
    const rejectionReason = '单位已经注销，不能办理证书；请核对营业执照后重新申请';
    expect(reviewSms(order({ rejectionReason }), 'reject')).toMatchObject({
      reason: `${Array.from(rejectionReason).slice(0, 19).join('')}…`,
    });
  });
});
