import {
  endpoints,
  FACE_CONSENT,
  type FaceFailure,
  IDENTITY_CONSENT,
  type IdentityState,
  type OrderView,
} from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { type Answer, answer, hold, lose, refuse } from '../answers/answer';
import { NEW_ACCOUNT, PERSON, VERIFIED_ACCOUNT } from '../fixtures/accounts';
import { BACK, FRONT } from '../fixtures/files';
import { FOREIGN_NUMBER, FRESH_IDENTITY, makeOwnCheck, OPEN_FACE, USED_UP } from '../fixtures/identity';
import { NAME_PICTURE } from '../fixtures/name-picture';
import { makeOrder, ORDER_ID } from '../fixtures/orders';
import type { PageState, PageStates } from '../page-states';
import { APPLICANT_ANSWERS, isOrder } from './applicant-answers';
import { LOAD_TROUBLES, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

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

const FACE_OFFERED: Partial<IdentityState> = {
  triesLeft: 0,
  blockedUntil: USED_UP.blockedUntil,
  face: { startsLeft: 3, check: null },
};
const faceFailed = (failure: FaceFailure): Partial<IdentityState> => ({
  face: { startsLeft: 2, check: { ...OPEN_FACE, state: 'failed', failure, url: null } },
});
const showFace = async (hands: PageHands): Promise<void> => {
  await fill(hands);
  await hands.tick(IDENTITY_CONSENT.consent);
  await hands.tap('同意并开始刷脸');
};

const otherNumber = (hands: PageHands) => hands.choose(/^用另一个手机号/);

const follow = (hands: PageHands, link: string) =>
  hands.page.getByRole('link', { name: link }).locator('visible=true').first().click();
const byStaff = [
  answer(endpoints.account.readAccount, {
    ...VERIFIED_ACCOUNT,
    identity: VERIFIED_ACCOUNT.identity && { ...VERIFIED_ACCOUNT.identity, verifiedBy: 'staff' as const },
  }),
  ...isOrder(makeOrder({ step: 'contract' })),
];

export const IDENTITY: PageStates = {
  page: 'applyIdentity',
  path: 'subpackages/apply/pages/identity/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [
    ...APPLICANT_ANSWERS,
    answer(endpoints.account.readAccount, NEW_ACCOUNT),
    answer(showOwn, { name: PERSON.name, idNumber: PERSON.idNumber, phone: PERSON.phone, namePicture: null }),
    ...orderIs(),
  ],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks(/用登录手机号/, 'Enter your own identity'),
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
    {
      name: 'name-untypable',
      shows: '这个字怎么写',
      answers: [...withPhotos],
      act: (hands) => follow(hands, '姓名里有打不出的字'),
    },
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
    inState('face-offered', '刷脸核验（可选）', FACE_OFFERED, { answers: [...withPhotos] }),
    inState('face-offered-english', 'Check by face (optional)', FACE_OFFERED, { english: true }),
    inState('face-offered-large-type', '刷脸核验（可选）', FACE_OFFERED, { largeType: true }),
    inState('face-consent-missing', /需要您勾选同意，才能刷脸/, FACE_OFFERED, { act: showFace }),
    inState('face-vendor-down', /身份核验服务暂时没有响应/, FACE_OFFERED, {
      answers: [refuse(endpoints.faceChecks.startCheck, 'identity.unavailable')],
      act: async (hands) => {
        await hands.tick(FACE_CONSENT.consent);
        await showFace(hands);
      },
    }),
    inState(
      'face-open',
      '刷脸还没有完成',
      { face: { startsLeft: 2, check: OPEN_FACE } },
      {
        answers: [answer(endpoints.faceChecks.readResult, OPEN_FACE)],
      },
    ),
    inState(
      'face-result-unknown',
      /身份核验服务暂时没有响应/,
      { face: { startsLeft: 2, check: OPEN_FACE } },
      {
        answers: [refuse(endpoints.faceChecks.readResult, 'identity.unavailable')],
      },
    ),
    inState('face-unclear', '刷脸没有通过', faceFailed('unclear'), { answers: [...withPhotos] }),
    inState('face-other-person', /没能比对为同一个人/, faceFailed('other-person')),
    inState('face-used-up', /今天刷脸的次数用完了/, { ...FACE_OFFERED, face: { startsLeft: 0, check: null } }),
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
    {
      name: 'verified-with-picture',
      shows: '合同上印的姓名',
      answers: [
        ...byStaff,
        answer(showOwn, {
          name: PERSON.name,
          idNumber: PERSON.idNumber,
          phone: PERSON.phone,
          namePicture: NAME_PICTURE,
        }),
      ],
      act: (hands) => hands.tap('显示完整信息'),
    },
    {
      name: 'correcting',
      shows: /由工作人员对照证件照片更正/,
      answers: [...byStaff, stateIs({}), ...withPhotos],
      act: (hands) => follow(hands, '信息有误，请工作人员更正'),
    },
  ],
};
