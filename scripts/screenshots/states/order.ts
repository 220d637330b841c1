import {
  APPLICATION_STEPS,
  endpoints,
  ORDER_STATUSES,
  type OrderStatus,
  type PaymentAttemptView,
} from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { hold, refuse } from '../answers/answer';
import { makeAttempt, makeContract, makeOrder, ORDER_ID, returnedOrder } from '../fixtures/orders';
import { FREE_PROJECT } from '../fixtures/projects';
import { makeRequest } from '../fixtures/refunds';
import type { PageState, PageStates } from '../page-states';
import { APPLICANT_ANSWERS, isOrder } from './applicant-answers';
import { LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const inEachStatus: PageState[] = ORDER_STATUSES.filter((status) => status !== 'draft' && status !== 'returned').map(
  (status) => ({ name: status, shows: '办理进度', answers: isOrder(makeOrder({ status })) }),
);
const draftAtEachStep: PageState[] = APPLICATION_STEPS.map((step) => ({
  name: `draft-at-${step}`,
  shows: '继续申请',
  answers: isOrder(makeOrder({ step })),
}));

const troubled = (
  name: string,
  status: OrderStatus,
  payments: PaymentAttemptView[],
  shows: PageState['shows'],
): PageState => ({ name, shows, answers: isOrder(makeOrder({ status }, { payments })) });

/** The certificate that a renewal began with. */
const ORIGIN = { certificateId: ORDER_ID, serialNumber: '5F3A9C01', notAfter: '2027-01-15T15:59:59.000Z' };

const withRequest = (changes: Parameters<typeof makeRequest>[0], canAsk = false) => {
  const request = makeRequest(changes);
  return isOrder(makeOrder({ status: 'paid' }, { refund: { canAsk, nextNumber: 2, request } }));
};
const confirmWithdrawing = async (hands: PageHands) => {
  await hands.tap('撤回退款申请');
  await hands.see('撤回退款申请？');
  await hands.confirm();
};

const confirmCancelling = async (hands: PageHands) => {
  await hands.tap('取消申请');
  await hands.see('取消这份申请？');
  await hands.page.locator('.taro-modal__confirm, .taro-model__confirm').first().click();
};

export const ORDER: PageStates = {
  page: 'order',
  path: 'pages/order/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, ...isOrder(makeOrder({ status: 'submitted' }))],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(endpoints.orders.readOrder),
    ...usualLooks('办理进度', 'Progress'),
    {
      name: 'evidence-loading',
      shows: '正在下载',
      answers: [hold(endpoints.evidence.readOwnEvidence)],
      act: (hands) => hands.tap(/^证据包/),
    },
    {
      name: 'evidence-too-often',
      shows: '操作太频繁了',
      answers: [refuse(endpoints.evidence.readOwnEvidence, 'request.too_frequent', { details: { seconds: 600 } })],
      act: (hands) => hands.tap(/^证据包/),
    },
    ...draftAtEachStep,
    {
      name: 'draft-sealing',
      shows: '正在生成合同，约 3 秒',
      answers: isOrder(makeOrder({ step: 'sealed' }, { contract: makeContract('sealing') })),
    },
    {
      name: 'draft-contract-failed',
      shows: '合同生成遇到问题，工作人员已收到，无需重复提交',
      answers: isOrder(makeOrder({ step: 'sealed' }, { contract: makeContract('failed') })),
    },
    ...inEachStatus,
    troubled('money-differs', 'approved', [makeAttempt('closed', 'money-differs')], /收到一笔与订单不符的款项/),
    troubled('payment-unclear', 'approved', [makeAttempt('open', 'unclear')], /微信支付还没有给出结果/),
    troubled('refund-delayed', 'refunding', [makeAttempt('refunding', 'refund-delayed')], /退款暂未到账/),
    { name: 'returned', shows: '需要补充的地方', answers: isOrder(returnedOrder()) },
    {
      name: 'free-project',
      shows: '免费',
      answers: isOrder(makeOrder({ status: 'issuing' }, { project: FREE_PROJECT, payments: [] })),
    },
    {
      name: 'rejected-why',
      shows: '未通过的原因',
      answers: isOrder(makeOrder({ status: 'rejected' })),
    },
    {
      name: 'cancel-question',
      shows: '取消这份申请？',
      answers: isOrder(makeOrder({ status: 'approved' })),
      act: (hands) => hands.tap('取消申请'),
    },
    {
      name: 'cancelling',
      shows: '正在取消…',
      answers: [...isOrder(makeOrder({ status: 'returned' })), hold(endpoints.orders.cancelOrder)],
      act: confirmCancelling,
    },
    {
      name: 'cancel-refused',
      shows: /不能进行此操作/,
      answers: [
        ...isOrder(makeOrder({ status: 'submitted' })),
        refuse(endpoints.orders.cancelOrder, 'orders.transition_not_allowed', { details: { status: '等待制证' } }),
      ],
      act: confirmCancelling,
    },
    {
      name: 'cancelled-of-certificate',
      shows: '原证书',
      answers: isOrder(makeOrder({ status: 'cancelled' }, { kind: 'renewal', origin: ORIGIN })),
    },
    { name: 'refund-waiting', shows: '退款等待审批', answers: withRequest({}) },
    {
      name: 'refund-waiting-of-finance',
      shows: '由工作人员提出',
      answers: withRequest({ askedBy: 'finance', words: null, canWithdraw: false }),
    },
    {
      name: 'refund-rejected',
      shows: '未通过的原因',
      answers: withRequest({ state: 'rejected', refusal: '证书当天就能寄出，已电话说明', canWithdraw: false }, true),
    },
    {
      name: 'refund-withdrawn',
      shows: '已撤回',
      answers: withRequest({ state: 'withdrawn', canWithdraw: false }, true),
    },
    {
      name: 'refund-lapsed',
      shows: '已失效',
      answers: withRequest({ state: 'lapsed', canWithdraw: false }),
    },
    {
      name: 'refund-withdrawing',
      shows: '正在撤回…',
      answers: [...withRequest({}), hold(endpoints.refunds.withdrawRefund)],
      act: confirmWithdrawing,
    },
    {
      name: 'refund-withdrawn-too-late',
      shows: /这个退款申请已经有结果/,
      answers: [...withRequest({}), refuse(endpoints.refunds.withdrawRefund, 'refunds.decided')],
      act: confirmWithdrawing,
    },
    {
      name: 'again-refused',
      shows: /已有一份申请正在办理/,
      answers: [
        ...isOrder(makeOrder({ status: 'cancelled' })),
        refuse(endpoints.orders.applyAnew, 'orders.live_application', { details: { orderNumber: 'CGY202611260002' } }),
      ],
      act: (hands) => hands.tap('再次申请'),
    },
    { name: 'photos-loading', shows: '证件与合同', answers: [hold(endpoints.files.readFile)] },
  ],
};
