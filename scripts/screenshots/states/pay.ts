import { endpoints, type StartedPayment } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, hold, lose, refuse } from '../answers/answer';
import { minutesAgo } from '../fixtures/moments';
import { makeAttempt, makeOrder, ORDER_ID } from '../fixtures/orders';
import { FREE_PROJECT } from '../fixtures/projects';
import type { PageState, PageStates } from '../page-states';
import { APPLICANT_ANSWERS, isOrder } from './applicant-answers';
import { LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const PAYABLE = makeOrder({ status: 'approved' });
const CONFIRMING = makeOrder({ status: 'approved' }, { payments: [makeAttempt('open')] });
const ON_HOLD = makeOrder({ status: 'approved' }, { payments: [makeAttempt('open', 'unclear')] });
const DIFFERS = makeOrder({ status: 'approved' }, { payments: [makeAttempt('closed', 'money-differs')] });
const { startPayment, refreshPayment } = endpoints.payments;
const started = (expiresAt: string): StartedPayment => ({
  attempt: { ...makeAttempt('open'), expiresAt },
  jsapi: null,
  codeUrl: 'weixin://wxpay/bizpayurl?pr=madeup00',
});
const pay = (hands: PageHands) => hands.tap(/^去支付/);
const scanned = async (hands: PageHands) => {
  await pay(hands);
  await hands.tap('我已付款');
};

export const PAY_METHOD: PageStates = {
  page: 'payMethod',
  path: 'subpackages/pay/pages/method/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, ...isOrder(PAYABLE), answer(startPayment, started(minutesAgo(-118)))],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(endpoints.orders.readOrder),
    ...usualLooks(/一份申请只收一次费用/, /An application is paid for once/),
    { name: 'preparing', shows: /正在生成付款码/, answers: [hold(startPayment)], act: pay },
    { name: 'code', shows: '用微信扫一扫支付', act: pay },
    { name: 'code-large-type', shows: '用微信扫一扫支付', act: pay, largeType: true },
    {
      name: 'code-expired',
      shows: '重新生成二维码',
      answers: [answer(startPayment, started(minutesAgo(1)))],
      act: pay,
    },
    { name: 'asking', shows: /正在查询/, answers: [hold(refreshPayment)], act: scanned },
    { name: 'not-yet', shows: '微信支付确认中，不要重复付款', act: scanned },
    {
      name: 'unavailable',
      shows: /微信支付暂时没有响应/,
      answers: [refuse(startPayment, 'payments.unavailable')],
      act: pay,
    },
    { name: 'offline-paying', shows: '网络连接不上', answers: [lose(startPayment)], act: pay },
    { name: 'money-differs', shows: /收到一笔与订单不符的款项/, answers: isOrder(DIFFERS) },
    { name: 'unclear', shows: '重新查询', answers: isOrder(ON_HOLD) },
    { name: 'not-yet-approved', shows: /还不需要支付/, answers: isOrder(makeOrder({ status: 'submitted' })) },
    { name: 'cancelled', shows: /不能支付/, answers: isOrder(makeOrder({ status: 'cancelled' })) },
    {
      name: 'free-project',
      shows: '这个项目不需要支付',
      answers: isOrder(makeOrder({ status: 'issuing' }, { project: FREE_PROJECT, payments: [] })),
    },
  ],
};

const ended = (name: string, shows: string, status: 'refunding' | 'refunded' | 'issuing'): PageState => ({
  name,
  shows,
  answers: isOrder(makeOrder({ status })),
});
const waitLong = async ({ page, see }: PageHands) => {
  await see('微信支付确认中，不要重复付款');
  for (let poll = 0; poll < 11; poll += 1) {
    await page.clock.runFor(3100);
    await page.waitForTimeout(30);
  }
};

export const PAY_RESULT: PageStates = {
  page: 'payResult',
  path: 'subpackages/pay/pages/result/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, ...isOrder(makeOrder({ status: 'paid' }))],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(endpoints.orders.readOrder),
    { name: 'normal', shows: '支付成功' },
    { name: 'large-type', shows: '支付成功', largeType: true },
    { name: 'confirming', shows: '微信支付确认中，不要重复付款', answers: isOrder(CONFIRMING) },
    { name: 'confirming-long', shows: '还没有收到微信的付款结果', answers: isOrder(CONFIRMING), act: waitLong },
    {
      name: 'cannot-ask',
      shows: '暂时查不到付款结果，会继续查询。',
      answers: [...isOrder(CONFIRMING), lose(refreshPayment)],
      act: async ({ page, see }) => {
        await see('微信支付确认中，不要重复付款');
        await page.clock.runFor(3100);
      },
    },
    { name: 'money-differs', shows: '付款正在核对', answers: isOrder(DIFFERS) },
    { name: 'unclear', shows: '付款正在核对', answers: isOrder(ON_HOLD) },
    {
      name: 'refund-delayed',
      shows: /退款暂未到账/,
      answers: isOrder(makeOrder({ status: 'refunding' }, { payments: [makeAttempt('refunding', 'refund-delayed')] })),
    },
    {
      name: 'paid-and-more',
      shows: /收到一笔与订单不符的款项/,
      answers: isOrder(
        makeOrder({ status: 'paid' }, { payments: [makeAttempt('paid'), makeAttempt('closed', 'money-differs')] }),
      ),
    },
    { name: 'unpaid', shows: '还没有收到付款', answers: isOrder(PAYABLE) },
    ended('issuing', '支付成功', 'issuing'),
    ended('refunding', '退款中', 'refunding'),
    ended('refunded', '已退款', 'refunded'),
  ],
};
