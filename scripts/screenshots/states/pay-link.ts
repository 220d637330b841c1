import { endpoints, type PayLinkBill } from '@acceptance/shared';
import { answer, refuse } from '../answers/answer';
import { minutesAgo } from '../fixtures/moments';
import { makeOrder, ORDER_ID } from '../fixtures/orders';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS, isOrder } from './applicant-answers';
import { LOAD_TROUBLES, SIGNED_OUT } from './troubles';

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
    { name: 'normal', shows: '对方能看到的内容' },
    { name: 'large-type', shows: '对方能看到的内容', largeType: true },
    { name: 'english', shows: 'What they see', english: true },
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
    { name: 'normal', shows: '有人请您代付数字证书的费用' },
    { name: 'large-type', shows: '有人请您代付数字证书的费用', largeType: true },
    { name: 'english', shows: /Somebody asks you to pay/, english: true },
    { name: 'paid', shows: '已支付，谢谢', answers: [bill('paid')] },
    { name: 'waiting', shows: /正在核对/, answers: [bill('waiting')] },
    { name: 'over', shows: /现在不需要付款/, answers: [bill('over')] },
    { name: 'gone', shows: /代付链接已经失效/, answers: [refuse(readBill, 'pay_links.gone')] },
  ],
};
