import {
  availableEvents,
  ORDER_STATUSES,
  type OrderStatus,
  type OrderTrouble,
  type OrderView,
} from '@acceptance/shared';
import { actionsNow, isCancellableNow } from './actions-now';
import { pausedReview, untilWhen, whatsNext } from './whats-next';

const order = (status: OrderStatus, part: Partial<OrderView> = {}): OrderView => ({
  id: '0123456789abcdef01234567',
  orderNumber: 'DW-20261122-0001',
  kind: 'new',
  origin: null,
  projectName: '单位数字证书',
  unitName: null,
  agentNameMasked: null,
  createdAt: '2026-11-22T01:00:00.000Z',
  submittedAt: '2026-11-22T02:00:00.000Z',
  amountFen: 26_000,
  deliveryWay: 'courier',
  status,
  paymentStatus: status === 'approved' ? 'pending' : 'none',
  troubles: [],
  endsAt: null,
  currentStep: 'submit',
  availableEvents: availableEvents({ status, paymentRequired: true }, 'applicant'),
  revision: 4,
  applicantType: 'unit',
  project: {
    id: 'unit',
    name: '单位数字证书',
    summary: '',
    applicantTypes: ['unit'],
    validityMonths: 12,
    priceFen: 26_000,
    paymentRequired: true,
    invoiceOffered: true,
    deliveryWays: ['courier'],
    couriers: ['EMS'],
    attachments: [],
    specialTerms: [],
    certificate: { profiles: { person: 'person-signing', unit: 'unit-signing' }, algorithms: ['sm2'] },
  },
  unitCheck: null,
  contract: {
    state: 'acknowledged',
    contractNumber: null,
    version: null,
    textSha256: null,
    sha256: null,
    fileSha256: null,
    sealedAt: null,
    timestamp: null,
  },
  idCard: { front: null, back: null },
  idCardReading: { front: null, back: null },
  signature: null,
  form: {},
  attachments: [],
  reviewMarks: [],
  reviewRounds: [],
  changedSinceReturn: [],
  refund: { canAsk: false, nextNumber: 1, request: null },
  reviewPromisedBy: null,
  reviewPausedMinutes: null,
  rejectionReason: null,
  payments: [],
  timeline: [],
  ...part,
});
const troubled = (status: OrderStatus, trouble: OrderTrouble) => order(status, { troubles: [trouble] });

describe('while staff must act', () => {
  it('nothing is asked of somebody whose contract could not be made', () => {
    const failed = troubled('draft', 'contract-failed');
    expect(whatsNext(failed).hint).toContain('您现在不用做什么');
    expect(actionsNow(failed)).toEqual(['view']);
    expect(actionsNow(order('draft'))).toEqual(['continue', 'delete']);
  });

  it('nobody is sent to pay while a payment is being checked', () => {
    const checked = troubled('approved', 'unclear');
    expect(whatsNext(checked).title).toBe('付款正在核对');
    expect(actionsNow(checked)).toEqual(['view']);
    expect(actionsNow(order('approved'))).toEqual(['pay', 'view']);
  });

  it('no date is promised for a refund that is late', () => {
    expect(whatsNext(troubled('refunding', 'refund-delayed'))).toEqual({
      title: '正在退款',
      hint: '财务正在处理，您现在不用做什么',
    });
  });
});

describe('cancelling', () => {
  it('is offered from the submission until the payment, and not while money is being looked into', () => {
    const offered = ORDER_STATUSES.filter((status) => isCancellableNow(order(status)));
    expect(offered).toEqual(['submitted', 'returned', 'approved']);
    expect(isCancellableNow(troubled('approved', 'money-differs'))).toBe(false);
    expect(isCancellableNow(troubled('approved', 'unclear'))).toBe(false);
  });
});

describe('the end of what the applicant has to do', () => {
  const endsAt = '2026-12-26T02:00:00.000Z';

  it('is named with what happens then: a draft is deleted, anything else ends', () => {
    expect(untilWhen({ status: 'draft', endsAt })).toContain('自动删除');
    expect(untilWhen({ status: 'returned', endsAt })).toContain('申请会结束');
    expect(untilWhen({ status: 'submitted', endsAt: null })).toBeNull();
  });
});

describe('the heading of the order page', () => {
  it('promises the time of the review', () => {
    const submitted = order('submitted', { reviewPromisedBy: '2026-11-26T09:00:00.000Z' });
    expect(whatsNext(submitted, Date.parse('2026-11-25T09:00:00.000Z'))).toEqual({
      title: '正在审核您的申请',
      hint: '预计 周四 17:00 前审核完成',
    });
    expect(whatsNext(submitted, Date.parse('2026-11-18T09:00:00.000Z')).hint).toBe('预计 11月26日 17:00 前审核完成');
  });

  it('says while the order waits for the applicant how much of the review is left', () => {
    expect(pausedReview({ reviewPausedMinutes: 330 })).toBe('审核计时已暂停，您交回后还剩 5 小时 30 分钟（工作时间）');
    expect(pausedReview({ reviewPausedMinutes: 45 })).toContain('还剩 45 分钟');
    expect(pausedReview({ reviewPausedMinutes: null })).toBeNull();
  });

  it('asks for payment after approval and for patience after payment', () => {
    expect(whatsNext(order('approved')).title).toBe('审核已通过，请支付');
    expect(whatsNext(order('paid')).title).toBe('已支付，等待制证');
  });

  it('says how a finished order ended', () => {
    expect(whatsNext(order('rejected')).title).toBe('审核未通过');
    expect(whatsNext(order('refunded')).hint).toBe('款项已原路退回');
  });
});
