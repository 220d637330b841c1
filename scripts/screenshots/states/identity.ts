import { endpoints, IDENTITY_CONSENT, type IdentityState, type OrderView } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { type Answer, answer, hold, lose, refuse } from '../answers/answer';
import { NEW_ACCOUNT, PERSON, VERIFIED_ACCOUNT } from '../fixtures/accounts';
import { BACK, FRONT } from '../fixtures/files';
import { FOREIGN_NUMBER, FRESH_IDENTITY, makeOwnCheck, USED_UP } from '../fixtures/identity';
import { makeOrder, ORDER_ID } from '../fixtures/orders';
import type { PageState, PageStates } from '../page-states';
import { APPLICANT_ANSWERS, isOrder } from './applicant-answers';
import { LOAD_TROUBLES, SIGNED_OUT } from './troubles';

const { verifyIdentity, readState, showOwn } = endpoints.identity;

const stateIs = (changes: Partial<IdentityState>): Answer => answer(readState, { ...FRESH_IDENTITY, ...changes });
const orderIs = (changes: Partial<OrderView> = {}) => isOrder(makeOrder({ step: 'identity' }, changes));
const withPhotos = orderIs({ idCard: { front: FRONT, back: BACK } });

/** The card was photographed before, and read. */
const READ = makeOrder(
  { step: 'identity' },
  {
    idCard: { front: FRONT, back: BACK },
    idCardReading: { front: { name: PERSON.name, idNumber: PERSON.idNumber, problems: [] }, back: null },
  },
);

async function fill(hands: PageHands, idNumber = PERSON.idNumber): Promise<void> {
  await hands.type('姓名', PERSON.name);
  await hands.type('身份证号码', idNumber);
}
async function verify(hands: PageHands): Promise<void> {
  await fill(hands);
  await hands.tick(IDENTITY_CONSENT.consent);
  await hands.tap('开始认证');
}
/** The person sees the end of the page, where the answer and the ways on are. */
const afterVerifying = (name: string, shows: PageState['shows'], ...answers: Answer[]): PageState => ({
  name,
  shows,
  answers,
  act: verify,
});
const inState = (
  name: string,
  shows: PageState['shows'],
  changes: Partial<IdentityState>,
  more: Partial<PageState> = {},
): PageState => ({ name, shows, ...more, answers: [stateIs(changes), ...(more.answers ?? [])] });

const otherNumber = (hands: PageHands) => hands.choose(/^用另一个手机号/);

export const IDENTITY: PageStates = {
  page: 'applyIdentity',
  path: 'subpackages/apply/pages/identity/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [
    ...APPLICANT_ANSWERS,
    answer(endpoints.account.readAccount, NEW_ACCOUNT),
    answer(showOwn, { name: PERSON.name, idNumber: PERSON.idNumber, phone: PERSON.phone }),
    ...orderIs(),
  ],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    { name: 'normal', shows: /用登录手机号/ },
    { name: 'large-type', shows: /用登录手机号/, largeType: true },
    { name: 'english', shows: 'Enter your own identity', english: true },
    { name: 'english-large-type', shows: 'Enter your own identity', english: true, largeType: true },
    { name: 'field-errors', shows: '需要您勾选同意，才能核验身份', act: (hands) => hands.tap('开始认证') },
    {
      name: 'wrong-number',
      shows: /有一位输错了/,
      act: (hands) => hands.type('身份证号码', '110199197301010031'),
    },
    { name: 'other-number', shows: '这个手机号的验证码', act: otherNumber },
    { name: 'card-read', shows: '用照片上的信息填写', answers: [...isOrder(READ)] },
    {
      name: 'card-taken-over',
      shows: '填写的内容已加密保存',
      answers: [...isOrder(READ)],
      act: (hands) => hands.tap('用照片上的信息填写'),
    },
    inState('restored', '已恢复上次填写的内容', { draft: { name: PERSON.name, idNumber: '110' } }),
    afterVerifying('verifying', /正在核验/, hold(verifyIdentity)),
    afterVerifying(
      'mismatch',
      '今天还可以试 2 次',
      refuse(verifyIdentity, 'identity.mismatch'),
      stateIs({ triesLeft: 2 }),
    ),
    afterVerifying(
      'last-try',
      /今天还可以试 1 次/,
      refuse(verifyIdentity, 'identity.no_record'),
      stateIs({ triesLeft: 1 }),
      ...withPhotos,
    ),
    afterVerifying('unavailable', /自动核验暂时没有响应/, refuse(verifyIdentity, 'identity.unavailable')),
    afterVerifying('offline-verifying', '网络连接不上', lose(verifyIdentity)),
    afterVerifying(
      'name-unprintable',
      '这个字怎么写',
      refuse(verifyIdentity, 'identity.name_unprintable', { details: { characters: '𠮷' } }),
    ),
    inState('used-up', /后可以再试/, USED_UP),
    inState('used-up-large-type', /后可以再试/, USED_UP, { largeType: true, answers: [...withPhotos] }),
    {
      name: 'foreign-card',
      shows: '提交人工核验',
      answers: [...withPhotos],
      act: (hands) => fill(hands, FOREIGN_NUMBER),
    },
    {
      name: 'without-order',
      shows: '去选择办理项目',
      params: { orderId: '' },
      act: (hands) => fill(hands, FOREIGN_NUMBER),
    },
    inState('staff-checking', /预计 11月27日 17:00 前完成/, { check: makeOwnCheck() }),
    inState('staff-checking-english', /Expected by/, { check: makeOwnCheck() }, { english: true }),
    inState('staff-late', /正在催办/, { check: makeOwnCheck({ promisedBy: '2026-11-25T09:00:00.000Z' }) }),
    inState('staff-refused', '人工核验没有通过', {
      check: makeOwnCheck({ state: 'refused', refusal: '照片不清楚，请重新拍摄证件正反两面' }),
    }),
    {
      name: 'verified',
      shows: '显示完整信息',
      answers: [...APPLICANT_ANSWERS, ...isOrder(makeOrder({ step: 'contract' }))],
    },
    {
      name: 'verified-in-full',
      shows: '遮盖显示',
      answers: [answer(endpoints.account.readAccount, VERIFIED_ACCOUNT), ...isOrder(makeOrder({ step: 'contract' }))],
      act: (hands) => hands.tap('显示完整信息'),
    },
  ],
};
