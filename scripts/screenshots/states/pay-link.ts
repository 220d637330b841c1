import { endpoints, type PayLinkBill } from '@acceptance/shared';
import { answer, refuse } from '../answers/answer';
import { minutesAgo } from '../fixtures/moments';
import { makeOrder, ORDER_ID } from '../fixtures/orders';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS, isOrder } from './applicant-answers';
import { LOAD_TROUBLES, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const { givePayLink, readBill } = endpoints.payLinks;
const TOKEN = `${ORDER_ID}.${'a'.repeat(24)}`;
const expiresAt = minutesAgo(-3 * 24 * 60);

const bill = (state: PayLinkBill['state']) =>
  answer(readBill, {
    state,
    orderNumber: 'CGY-20261129-0001',
    projectName: '政府采购云平台（演示）',
    amountFen: 26_000,
    applicantMasked: '王*兰',
    expiresAt,
  });

export const PAY_ASK: PageStates = {
  page: 'payAsk',
  path: 'subpackages/pay/pages/ask/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [
    ...APPLICANT_ANSWERS,
    ...isOrder(makeOrder({ status: 'approved' })),
    answer(givePayLink, { token: TOKEN, expiresAt }),
  ],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('对方能看到的内容', 'What they see'),
    { name: 'not-offered', shows: /不能由别人代付/, answers: [refuse(givePayLink, 'pay_links.not_offered')] },
  ],
};

export const PAY_BILL: PageStates = {
  page: 'payBill',
  path: 'subpackages/pay/pages/bill/index',
  params: { token: TOKEN },
  as: 'nobody',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, bill('payable')],
  states: [
    ...LOAD_TROUBLES,
    ...usualLooks('有人请您代付数字证书的费用', /Somebody asks you to pay/),
    { name: 'paid', shows: '已支付，谢谢', answers: [bill('paid')] },
    { name: 'waiting', shows: /正在核对/, answers: [bill('waiting')] },
    { name: 'over', shows: /现在不需要付款/, answers: [bill('over')] },
    { name: 'gone', shows: /代付链接已经失效/, answers: [refuse(readBill, 'pay_links.gone')] },
  ],
};
