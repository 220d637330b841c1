import { endpoints } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, refuse } from '../answers/answer';
import { PERSON } from '../fixtures/accounts';
import { CHANGES, RECEIPT } from '../fixtures/matters';
import type { PageState, PageStates } from '../page-states';
import { APPLICANT_ANSWERS } from './applicant-answers';
import { STAFF_ANSWERS } from './staff-answers';
import { actTroubles, LOAD_TROUBLES, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const NEW_PHONE = '17700000001';
const kept = { 'phone-change-receipt': 'a'.repeat(64) };
const receiptIs = (change: Partial<typeof RECEIPT>) => [
  answer(endpoints.phoneChanges.readReceipt, { ...RECEIPT, ...change }),
];

async function ask(hands: PageHands): Promise<void> {
  await hands.type('原手机号', PERSON.phone);
  await hands.type('新手机号', NEW_PHONE);
  await hands.type('新手机号的验证码', '246810');
  await hands.type('姓名', PERSON.name);
  await hands.type('身份证号码', PERSON.idNumber);
  await hands.choose('手机或手机卡遗失');
  await hands.tick('我单独同意为核验本人身份处理我的身份证号码');
  await hands.tap('申请更换');
}

const settled = (state: typeof RECEIPT.state, shows: PageState['shows'], refusal: string | null = null): PageState => ({
  name: state,
  shows,
  stored: kept,
  answers: receiptIs({ state, refusal }),
});

export const CHANGE_PHONE: PageStates = {
  page: 'changePhone',
  path: 'subpackages/account/pages/change-phone/index',
  as: 'nobody',
  screens: ['phone'],
  answers: [
    ...APPLICANT_ANSWERS,
    answer(endpoints.phoneChanges.requestNumberCode, { resendAfterSeconds: 60, expiresInSeconds: 300 }),
    answer(endpoints.phoneChanges.requestChange, { receipt: 'a'.repeat(64), ...RECEIPT }),
    ...receiptIs({}),
  ],
  states: [
    ...actTroubles(ask, '正在核验身份'),
    ...usualLooks('申请更换', 'Ask for the change'),
    { name: 'field-errors', shows: '请选择更换的原因', act: (hands) => hands.tap('申请更换') },
    {
      name: 'not-matched',
      shows: '原手机号的账号不是由您本人实名认证的',
      answers: [refuse(endpoints.phoneChanges.requestChange, 'phone_changes.not_matched')],
      act: ask,
    },
    { name: 'asked', shows: '等待审核', act: ask },
    settled('approved', '已通过，等待生效'),
    settled('effective', '用新手机号登录'),
    settled('refused', '重新申请', '身份信息与登记不一致'),
    settled('objected', '被原号码阻止'),
  ],
};

export const STAFF_PHONE_CHANGES: PageStates = {
  page: 'staffPhoneChanges',
  path: 'subpackages/staff/pages/phone-changes/index',
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [
    ...STAFF_ANSWERS,
    answer(endpoints.phoneChanges.listChanges, { items: [...CHANGES] }),
    refuse(endpoints.phoneChanges.approveChange, 'request.conflict'),
  ],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('被原号码阻止', 'Stopped by the old number'),
    {
      name: 'empty',
      shows: '没有更换手机号的申请',
      answers: [answer(endpoints.phoneChanges.listChanges, { items: [] })],
    },
    { name: 'refusing', shows: '不同意的原因', act: (hands) => hands.tap('不同意：***明') },
    { name: 'approve-question', shows: '同意更换手机号？', act: (hands) => hands.tap('同意更换：***明') },
  ],
};
