import { endpoints, type RefundSummary } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, hold, refuse } from '../answers/answer';
import { hoursAgo } from '../fixtures/moments';
import { makeAttempt, ORDER_ID } from '../fixtures/orders';
import { DESK_REQUEST, makeRefund, REFUND_COUNTS, REFUND_ROWS, SUMMARY } from '../fixtures/refunds';
import { ADMINISTRATOR } from '../fixtures/staff-members';
import type { PageStates } from '../page-states';
import { STAFF_ANSWERS } from './staff-answers';
import { LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const { listRefunds, readRefund, approveRefund, rejectRefund, requestRefund } = endpoints.refundDesk;
const listIs = (items: RefundSummary[], total = items.length) =>
  answer(listRefunds, { items, nextCursor: total > items.length ? 'next' : null, total, counts: REFUND_COUNTS });

export const STAFF_REFUNDS: PageStates = {
  page: 'staffRefunds',
  path: 'subpackages/staff/pages/refunds/index',
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [...STAFF_ANSWERS, listIs(REFUND_ROWS)],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('等待审批 3', 'To be decided 3'),
    { name: 'more', shows: '加载更多', answers: [listIs(REFUND_ROWS, 40)] },
    { name: 'empty', shows: '没有等待审批的退款', answers: [listIs([])] },
    {
      name: 'stuck',
      shows: '退款受阻',
      answers: [listIs([{ ...SUMMARY, status: 'refunding', isStuck: true }])],
      act: (hands) => hands.choose('退款中 1'),
    },
    {
      name: 'not-found',
      shows: '没有找到申请 CGY202611260099',
      answers: [listIs([])],
      act: async (hands) => {
        await hands.type('申请编号', 'CGY202611260099');
        await hands.tap('查找');
      },
    },
  ],
};

const OWN = makeRefund({ deeds: ['withdraw'] });
const ENDED = makeRefund({
  status: 'refunded',
  paymentStatus: 'refunded',
  payments: [makeAttempt('refunded')],
  deeds: [],
});
async function approve(hands: PageHands): Promise<void> {
  await hands.tap('同意退款');
  await hands.type('本人登录密码', 'made-up password');
  await hands.type('本人动态验证码', '246810');
  await hands.tap('确认退款');
}
async function reject(hands: PageHands): Promise<void> {
  await hands.tap('不同意');
  await hands.tap('确认不同意');
}

export const STAFF_REFUND: PageStates = {
  page: 'staffRefund',
  path: 'subpackages/staff/pages/refund/index',
  params: { orderId: ORDER_ID },
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [
    ...STAFF_ANSWERS,
    answer(endpoints.staff.readStaff, ADMINISTRATOR),
    answer(endpoints.staff.readSecondFactor, { enrolled: true, recoveryCodesLeft: 10, certificates: [] }),
    answer(readRefund, makeRefund()),
  ],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(readRefund),
    ...usualLooks('第 1 次申请退款', 'Request 1'),
    { name: 'approving', shows: /将全部原路退回/, act: (hands) => hands.tap('同意退款') },
    { name: 'approve-sent', shows: '正在提交…', answers: [hold(approveRefund)], act: approve },
    {
      name: 'approve-wrong-password',
      shows: /密码不对/,
      answers: [refuse(approveRefund, 'auth.password_wrong')],
      act: approve,
    },
    {
      name: 'approve-too-new',
      shows: /24 小时/,
      answers: [refuse(approveRefund, 'staff.role_too_new', { details: { hours: 24 } })],
      act: approve,
    },
    { name: 'reject-incomplete', shows: '请填写不同意的原因', act: reject },
    {
      name: 'reject-decided',
      shows: /这个退款申请已经有结果/,
      answers: [refuse(rejectRefund, 'refunds.decided')],
      act: async (hands) => {
        await hands.tap('不同意');
        await hands.type('不同意的原因', '证书当天就能寄出');
        await hands.tap('确认不同意');
      },
    },
    { name: 'asked-by-me', shows: /须由另一位财务审批/, answers: [answer(readRefund, OWN)] },
    {
      name: 'ask',
      shows: '证书无法制作',
      answers: [answer(readRefund, makeRefund({ request: null, requests: [], deeds: ['ask'], nextNumber: 1 }))],
      act: (hands) => hands.tap('提出退款'),
    },
    {
      name: 'ask-incomplete',
      shows: '请选择退款原因',
      answers: [
        answer(readRefund, makeRefund({ request: null, requests: [], deeds: ['ask'], nextNumber: 1 })),
        hold(requestRefund),
      ],
      act: async (hands) => {
        await hands.tap('提出退款');
        await hands.tap('提出退款');
      },
    },
    {
      name: 'stuck',
      shows: '退款没有成功',
      answers: [
        answer(
          readRefund,
          makeRefund({ status: 'refunding', isStuck: true, payments: [makeAttempt('refunding')], deeds: [] }),
        ),
      ],
    },
    {
      name: 'rejected-before',
      shows: '第 2 次申请退款',
      answers: [
        answer(
          readRefund,
          makeRefund({
            requests: [
              { ...DESK_REQUEST, number: 2 },
              { ...DESK_REQUEST, state: 'rejected', endedAt: hoursAgo(2), refusal: '请先电话联系我们' },
            ],
          }),
        ),
      ],
    },
    { name: 'ended', shows: '已退款', answers: [answer(readRefund, ENDED)] },
  ],
};
