import { endpoints } from '@acceptance/shared';
import { answer, refuse } from '../answers/answer';
import { ORDER_ID } from '../fixtures/orders';
import { HANDED_IN, makeOwnTransfer } from '../fixtures/transfers';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS } from './applicant-answers';
import { LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const { readTransfer, withdrawSlip } = endpoints.bankTransfers;
const REFUSED = makeOwnTransfer({ state: 'refused', refusal: '没有查到这笔款，请核对账号', slipsLeft: 3 });

export const PAY_TRANSFER: PageStates = {
  page: 'payTransfer',
  path: 'subpackages/apply/pages/transfer/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, answer(readTransfer, makeOwnTransfer())],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(readTransfer),
    ...usualLooks('K7M3 X9Q4', 'Remark code'),
    { name: 'waiting', shows: '待核实', answers: [answer(readTransfer, HANDED_IN)] },
    {
      name: 'withdraw-refused',
      shows: '已经支付过了',
      answers: [answer(readTransfer, HANDED_IN), refuse(withdrawSlip, 'payments.already_paid')],
      act: async (hands) => {
        await hands.tap('撤回凭证');
        await hands.confirm();
      },
    },
    { name: 'refused', shows: /没有查到这笔款/, answers: [answer(readTransfer, REFUSED)] },
    {
      name: 'not-offered',
      shows: /现在不能用银行转账支付/,
      answers: [answer(readTransfer, makeOwnTransfer({ offered: false, state: null, code: null, account: null }))],
    },
  ],
};
