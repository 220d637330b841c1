import { endpoints } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, hold, refuse } from '../answers/answer';
import { makeOrder, ORDER_ID } from '../fixtures/orders';
import { makeRequest } from '../fixtures/refunds';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS, isOrder } from './applicant-answers';
import { LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const { requestRefund } = endpoints.refunds;
const PAID = makeOrder({ status: 'paid' });
const ASKED = makeOrder({ status: 'paid' }, { refund: { canAsk: false, nextNumber: 2, request: makeRequest() } });

async function ask(hands: PageHands): Promise<void> {
  await hands.choose('不再需要办理');
  await hands.tap('提交退款申请');
}

export const PAY_REFUND: PageStates = {
  page: 'payRefund',
  path: 'subpackages/pay/pages/refund/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, ...isOrder(PAID), answer(requestRefund, ASKED)],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(endpoints.orders.readOrder),
    ...usualLooks('可退金额', 'Ask for the refund'),
    { name: 'no-reason', shows: '请选择退款原因', act: (hands) => hands.tap('提交退款申请') },
    {
      name: 'other-without-words',
      shows: '请填写退款说明',
      act: async (hands) => {
        await hands.choose('其他原因');
        await hands.tap('提交退款申请');
      },
    },
    { name: 'sending', shows: '正在提交…', answers: [hold(requestRefund)], act: ask },
    {
      name: 'refused',
      shows: /这份申请的退款已经申请过多次/,
      answers: [refuse(requestRefund, 'refunds.asked_too_often')],
      act: ask,
    },
    { name: 'not-now', shows: /现在不能申请退款/, answers: isOrder(ASKED) },
  ],
};
