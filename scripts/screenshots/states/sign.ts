import { endpoints } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { hold, lose, refuse } from '../answers/answer';
import { SIGNATURE } from '../fixtures/files';
import { makeOrder, ORDER_ID } from '../fixtures/orders';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS, isOrder } from './applicant-answers';
import { LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const DRAWN = makeOrder({ step: 'signature' }, { signature: SIGNATURE });
const { signContract } = endpoints.contracts;
const sign = (hands: PageHands) => hands.tap('确认签署');

export const SIGN: PageStates = {
  page: 'applySign',
  path: 'subpackages/apply/pages/sign/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, ...isOrder(DRAWN)],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(endpoints.orders.readOrder),
    ...usualLooks('确认签署', 'Please check'),
    {
      name: 'back-without-a-signature',
      shows: '点这里手写签名',
      answers: isOrder(makeOrder({ step: 'signature' })),
      act: async (hands) => {
        await hands.see(/请在此签名/);
        await hands.tap('返回');
      },
    },
    { name: 'signing', shows: '正在签署…', answers: [hold(signContract)], act: sign },
    { name: 'offline-signing', shows: '网络连接不上', answers: [lose(signContract)], act: sign },
    {
      name: 'details-changed',
      shows: '重新阅读合同',
      answers: [refuse(signContract, 'contracts.details_changed')],
      act: sign,
    },
    { name: 'signed', shows: '合同已经签署，不能再改签名。', answers: isOrder(makeOrder({ step: 'sealed' })) },
    {
      name: 'photo-gone',
      shows: '照片或签名暂时显示不出来',
      answers: [refuse(endpoints.files.readFile, 'server.unavailable')],
    },
  ],
};
