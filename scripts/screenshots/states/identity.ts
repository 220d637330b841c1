import { endpoints } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { type Answer, answer, hold, lose, refuse } from '../answers/answer';
import { NEW_ACCOUNT, PERSON } from '../fixtures/accounts';
import { makeOrder, ORDER_ID } from '../fixtures/orders';
import type { PageState, PageStates } from '../page-states';
import { APPLICANT_ANSWERS, isOrder } from './applicant-answers';
import { LOAD_TROUBLES, SIGNED_OUT } from './troubles';

async function verify(hands: PageHands): Promise<void> {
  await hands.type('姓名', PERSON.name);
  await hands.type('身份证号码', PERSON.idNumber);
  await hands.type('手机号', PERSON.phone);
  await hands.tick('我单独同意为上述目的处理我的身份证号码');
  await hands.tap('开始认证');
}
const afterVerifying = (name: string, shows: PageState['shows'], reply: Answer): PageState => ({
  name,
  shows,
  answers: [reply],
  act: verify,
});
const { verifyIdentity } = endpoints.identity;

export const IDENTITY: PageStates = {
  page: 'applyIdentity',
  path: 'subpackages/apply/pages/identity/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [
    ...APPLICANT_ANSWERS,
    answer(endpoints.account.readAccount, NEW_ACCOUNT),
    ...isOrder(makeOrder({ step: 'identity' })),
  ],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    { name: 'normal', shows: '填写您本人的身份信息' },
    { name: 'large-type', shows: '填写您本人的身份信息', largeType: true },
    { name: 'english', shows: 'Enter your own identity', english: true },
    { name: 'english-large-type', shows: 'Enter your own identity', english: true, largeType: true },
    { name: 'field-errors', shows: '需要您勾选同意，才能核验身份', act: (hands) => hands.tap('开始认证') },
    {
      name: 'wrong-number',
      shows: /身份证号码/,
      act: (hands) => hands.type('身份证号码', '110199197301010031'),
    },
    afterVerifying('verifying', /正在核验/, hold(verifyIdentity)),
    afterVerifying('mismatch', '姓名、身份证号码和手机号不一致', refuse(verifyIdentity, 'identity.mismatch')),
    afterVerifying('staff-check', '这种证件不能在线自动核验', refuse(verifyIdentity, 'identity.staff_check_needed')),
    afterVerifying('unavailable', '身份核验服务暂时没有响应', refuse(verifyIdentity, 'identity.unavailable')),
    afterVerifying('offline-verifying', '网络连接不上', lose(verifyIdentity)),
    {
      name: 'verified',
      shows: '您已完成实名认证',
      answers: [...APPLICANT_ANSWERS, ...isOrder(makeOrder({ step: 'contract' }))],
    },
  ],
};
