import { availableEvents, type OrderStatus, type OrderView } from '@acceptance/shared';
import { actionsNow } from './actions-now';
import { whatsNext } from './whats-next';

const order = (status: OrderStatus, reviewPromisedBy: string | null = null): OrderView => ({
  id: '0123456789abcdef01234567',
  orderNumber: 'DW-20261122-0001',
  projectName: '单位数字证书',
  unitName: null,
  agentNameMasked: null,
  createdAt: '2026-11-22T01:00:00.000Z',
  submittedAt: '2026-11-22T02:00:00.000Z',
  amountFen: 26_000,
  deliveryWay: 'courier',
  status,
  paymentStatus: status === 'approved' ? 'pending' : 'none',
  currentStep: 'submit',
  availableEvents: availableEvents({ status, paymentRequired: true }, 'applicant'),
  revision: 4,
  applicantType: 'unit',
  project: {
    id: 'unit',
    name: '单位数字证书',
    summary: '',
    certificateKind: 'unit',
    validityMonths: 12,
    priceFen: 26_000,
    paymentRequired: true,
    invoiceOffered: true,
    deliveryWays: ['courier'],
    couriers: ['EMS'],
    attachments: [],
  },
  contract: { state: 'acknowledged', contractNumber: null, version: null, sha256: null, sealedAt: null },
  idCard: { front: null, back: null },
  signature: null,
  form: {},
  attachments: [],
  reviewMarks: [],
  reviewPromisedBy,
  payments: [],
  timeline: [],
});

const attempt: OrderView['payments'][number] = {
  outTradeNo: 'DW-20261122-0001P1',
  channel: 'wechat-native',
  status: 'open',
  amountFen: 26_000,
  expiresAt: '2026-11-22T09:00:00.000Z',
  problem: null,
};

describe('while staff must act', () => {
  it('nothing is asked of somebody whose contract could not be made', () => {
    const failed = { ...order('draft'), contract: { ...order('draft').contract, state: 'failed' as const } };
    expect(whatsNext(failed).hint).toContain('您现在不用做什么');
    expect(actionsNow(failed)).toEqual([]);
    expect(actionsNow(order('draft'))).toEqual(['continue', 'delete']);
  });

  it('nobody is sent to pay while a payment is being checked', () => {
    const checked = { ...order('approved'), payments: [{ ...attempt, problem: 'unclear' as const }] };
    expect(whatsNext(checked).title).toBe('付款正在核对');
    expect(actionsNow(checked)).toEqual(['view']);
    expect(actionsNow(order('approved'))).toEqual(['pay', 'view']);
  });

  it('no date is promised for a refund that is late', () => {
    const late = { ...attempt, status: 'refunding' as const, problem: 'refund-delayed' as const };
    expect(whatsNext({ ...order('refunding'), payments: [late] })).toEqual({
      title: '正在退款',
      hint: '财务正在处理，您现在不用做什么',
    });
  });
});

describe('the heading of the order page', () => {
  it('promises the time of the review', () => {
    expect(whatsNext(order('submitted', '2026-11-26T09:00:00.000Z'))).toEqual({
      title: '正在审核您的申请',
      hint: '预计 周四 17:00 前审核完成（1 个工作日）',
    });
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
