import { endpoints, type Look } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, refuse } from '../answers/answer';
import { FULL_NUMBERS, FULL_PROFILE, NEW_PROFILE, SESSIONS } from '../fixtures/account-security';
import { NEW_ACCOUNT, PERSON } from '../fixtures/accounts';
import { PICTURE_CODE } from '../fixtures/pictures';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS } from './applicant-answers';
import { LOAD_TROUBLES, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const CODE_SENT = { resendAfterSeconds: 60, expiresInSeconds: 300 };
const profileIs = (profile: typeof FULL_PROFILE) => answer(endpoints.account.readProfile, profile);

export const PROFILE: PageStates = {
  page: 'profile',
  path: 'subpackages/account/pages/profile/index',
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, profileIs(FULL_PROFILE), answer(endpoints.account.showNumbers, FULL_NUMBERS)],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('您的信息怎样被保护', 'Signing in'),
    { name: 'numbers-shown', shows: '隐藏号码', act: (hands) => hands.tap('显示完整号码') },
    {
      name: 'numbers-too-often',
      shows: /操作太频繁了/,
      answers: [refuse(endpoints.account.showNumbers, 'request.too_frequent', { details: { seconds: 1200 } })],
      act: (hands) => hands.tap('显示完整号码'),
    },
    {
      name: 'not-verified',
      shows: '还没有实名认证',
      answers: [answer(endpoints.account.readAccount, NEW_ACCOUNT), profileIs(NEW_PROFILE)],
    },
  ],
};

async function askForResetCode(hands: PageHands, account: string = PERSON.phone): Promise<void> {
  await hands.type('手机号或邮箱', account);
  await hands.type('图形验证码', 'A7KX');
  await hands.tap('获取短信验证码');
}

export const FORGOT_PASSWORD: PageStates = {
  page: 'forgotPassword',
  path: 'subpackages/account/pages/forgot-password/index',
  as: 'nobody',
  screens: ['phone'],
  answers: [
    ...APPLICANT_ANSWERS,
    answer(endpoints.auth.requestPicture, {
      pictureId: 'made-up-picture-code',
      image: PICTURE_CODE,
      expiresInSeconds: 120,
    }),
    answer(endpoints.auth.requestPasswordReset, CODE_SENT),
    refuse(endpoints.auth.resetPassword, 'auth.code_wrong', { details: { remaining: 4 } }),
  ],
  states: [
    ...LOAD_TROUBLES,
    ...usualLooks('获取短信验证码', 'Get code by text message'),
    { name: 'field-errors', shows: '请输入图片里的字符', act: (hands) => hands.tap('获取短信验证码') },
    {
      name: 'picture-wrong',
      shows: '图形验证码不对或已过期',
      answers: [refuse(endpoints.auth.requestPasswordReset, 'auth.picture_wrong')],
      act: (hands) => askForResetCode(hands),
    },
    { name: 'code-sent', shows: '设置新密码', act: (hands) => askForResetCode(hands) },
    {
      name: 'code-sent-for-email',
      shows: /如果有账号确认过这个邮箱/,
      act: (hands) => askForResetCode(hands, 'person@mail.example'),
    },
    {
      name: 'code-wrong',
      shows: /验证码不对/,
      act: async (hands) => {
        await askForResetCode(hands);
        await hands.type('短信验证码', '246810');
        await hands.type('新密码', 'correct horse battery');
        await hands.tap('设置新密码');
      },
    },
    {
      name: 'password-too-common',
      shows: /这个密码太常见/,
      act: async (hands) => {
        await askForResetCode(hands);
        await hands.type('新密码', 'ca123456789');
      },
    },
  ],
};

export const PASSWORD: PageStates = {
  page: 'password',
  path: 'subpackages/account/pages/password/index',
  as: 'applicant',
  screens: ['phone'],
  answers: [
    ...APPLICANT_ANSWERS,
    profileIs(FULL_PROFILE),
    refuse(endpoints.auth.changePassword, 'auth.password_wrong'),
    answer(endpoints.auth.requestOwnPasswordReset, CODE_SENT),
  ],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('修改密码', 'Change password'),
    { name: 'first-password', shows: '设置密码', answers: [profileIs(NEW_PROFILE)] },
    { name: 'field-errors', shows: '请输入原密码', act: (hands) => hands.tap('修改密码') },
    {
      name: 'current-wrong',
      shows: '账号或密码不对',
      act: async (hands) => {
        await hands.type('原密码', 'not the right one');
        await hands.type('新密码', 'correct horse battery');
        await hands.tap('修改密码');
      },
    },
    {
      name: 'by-code',
      shows: /秒后重新获取/,
      act: async (hands) => {
        await hands.page.getByRole('link', { name: '忘记原密码？用短信验证码设置' }).click();
        await hands.tap('获取验证码');
      },
    },
  ],
};

export const EMAIL: PageStates = {
  page: 'email',
  path: 'subpackages/account/pages/email/index',
  as: 'applicant',
  screens: ['phone'],
  answers: [
    ...APPLICANT_ANSWERS,
    profileIs(FULL_PROFILE),
    answer(endpoints.auth.requestEmailCode, CODE_SENT),
    refuse(endpoints.auth.confirmEmail, 'auth.email_taken'),
  ],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('移除邮箱', 'Remove address'),
    { name: 'empty', shows: '确认邮箱', answers: [profileIs(NEW_PROFILE)] },
    {
      name: 'unconfirmed',
      shows: '未确认，不能用来登录',
      answers: [profileIs({ ...FULL_PROFILE, email: { masked: 'o***@mail.example', confirmed: false } })],
    },
    {
      name: 'code-sent',
      shows: /没有收到时请看看垃圾邮件/,
      act: async (hands) => {
        await hands.type('邮箱', 'person@mail.example');
        await hands.tap('获取验证码');
      },
    },
    {
      name: 'taken',
      shows: '这个邮箱已用于另一个账号',
      act: async (hands) => {
        await hands.type('邮箱', 'person@mail.example');
        await hands.type('邮箱验证码', '246810');
        await hands.tap('确认邮箱');
      },
    },
    { name: 'remove-question', shows: '移除邮箱？', act: (hands) => hands.tap('移除邮箱') },
  ],
};

const look = (at: string, roles: Look['roles'], seen: Look['seen']): Look => ({
  at,
  roles,
  orderNumber: 'BID-202611-000128',
  seen,
});
const photo = (label: string) => ({ kind: 'photo', label }) as const;
const LOOKS = [
  look('2026-11-26T06:12:00.000Z', ['finance'], [{ kind: 'payment', label: null }]),
  look(
    '2026-11-26T02:03:00.000Z',
    ['reviewer'],
    [
      { kind: 'form', label: null },
      { kind: 'person', label: null },
      photo('身份证人像面'),
      photo('身份证国徽面'),
      photo('营业执照'),
      { kind: 'contract', label: null },
    ],
  ),
  { ...look('2026-11-25T09:30:00.000Z', ['reviewer'], [photo('身份证人像面')]), orderNumber: null },
];
const looksAre = (items: readonly Look[], nextCursor: string | null = null) =>
  answer(endpoints.personalData.listLooks, { items: [...items], nextCursor, total: items.length });

export const OWN_LOOKS: PageStates = {
  page: 'looks',
  path: 'subpackages/account/pages/looks/index',
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, looksAre(LOOKS, '17')],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('看更早的', 'Earlier ones'),
    { name: 'none', shows: '还没有工作人员看过您的资料', answers: [looksAre([])] },
  ],
};

const sessionsAre = (items: typeof SESSIONS) => answer(endpoints.auth.listSessions, { items: [...items] });

export const OWN_SESSIONS: PageStates = {
  page: 'sessions',
  path: 'subpackages/account/pages/sessions/index',
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, sessionsAre(SESSIONS), answer(endpoints.auth.endOtherSessions, undefined)],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('让其他设备全部退出', 'Sign all others out'),
    { name: 'only-this', shows: '没有其他设备登录您的账号。', answers: [sessionsAre(SESSIONS.slice(0, 1))] },
    { name: 'end-question', shows: '让这台设备退出？', act: (hands) => hands.tap('让 Windows · Edge 退出') },
    { name: 'end-others-question', shows: '让其他设备全部退出？', act: (hands) => hands.tap('让其他设备全部退出') },
  ],
};
