import { endpoints } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, refuse } from '../answers/answer';
import { PERSON, VERIFIED_ACCOUNT } from '../fixtures/accounts';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS } from './applicant-answers';
import { actTroubles } from './troubles';
import { usualLooks } from './usual-looks';

const CONSENT = '我已阅读并同意服务协议与隐私政策';

async function signIn(hands: PageHands): Promise<void> {
  await hands.type('手机号', PERSON.phone);
  await hands.type('短信验证码', '246810');
  await hands.tick(CONSENT);
  await hands.tap('登录');
}
async function signInByPassword(hands: PageHands): Promise<void> {
  await hands.page.getByRole('tab', { name: '密码登录' }).click();
  await hands.type('手机号或邮箱', PERSON.phone);
  await hands.type('密码', 'correct horse battery');
  await hands.tick(CONSENT);
  await hands.tap('登录');
}
const passwordRefused = (...refusal: Parameters<typeof refuse> extends [unknown, ...infer Rest] ? Rest : never) => [
  refuse(endpoints.auth.signInWithPassword, ...refusal),
];
async function askForCode(hands: PageHands): Promise<void> {
  await hands.type('手机号', PERSON.phone);
  await hands.tap('获取验证码');
}

export const SIGN_IN: PageStates = {
  page: 'signIn',
  path: 'pages/sign-in/index',
  as: 'nobody',
  screens: ['phone'],
  answers: [
    ...APPLICANT_ANSWERS,
    answer(endpoints.auth.requestSmsCode, { resendAfterSeconds: 60, expiresInSeconds: 300 }),
    refuse(endpoints.auth.signInWithSmsCode, 'auth.code_wrong', { details: { remaining: 4 } }),
  ],
  states: [
    ...actTroubles(signIn, '正在登录'),
    ...usualLooks(
      '用手机号登录，首次登录自动注册',
      'Sign in with your mobile number; the first time creates your account',
    ),
    { name: 'field-errors', shows: '请先阅读并勾选同意', act: (hands) => hands.tap('登录') },
    { name: 'code-sent', shows: /秒后重新获取/, act: askForCode },
    { name: 'code-wrong', shows: /验证码不对/, act: signIn },
    {
      name: 'password',
      shows: '忘记密码？',
      act: async (hands) => {
        await hands.page.getByRole('tab', { name: '密码登录' }).click();
      },
    },
    {
      name: 'password-large-type',
      shows: '忘记密码？',
      largeType: true,
      act: async (hands) => {
        await hands.page.getByRole('tab', { name: '密码登录' }).click();
      },
    },
    {
      name: 'password-wrong',
      shows: '账号或密码不对',
      answers: passwordRefused('auth.password_wrong'),
      act: signInByPassword,
    },
    {
      name: 'password-delayed',
      shows: /\d+ 秒后可以再试/,
      answers: passwordRefused('auth.password_delayed', { details: { seconds: 60 } }),
      act: signInByPassword,
    },
    {
      name: 'password-retired',
      shows: '这是旧平台的初始密码，不能再用',
      answers: passwordRefused('auth.password_retired'),
      act: signInByPassword,
    },
    {
      name: 'new-device',
      shows: '这是一台新设备',
      answers: [
        ...passwordRefused('auth.device_code_required'),
        answer(endpoints.auth.requestDeviceCode, {
          resendAfterSeconds: 60,
          expiresInSeconds: 300,
          phoneMasked: VERIFIED_ACCOUNT.phoneMasked,
        }),
      ],
      act: signInByPassword,
    },
    {
      name: 'code-too-soon',
      shows: /验证码刚刚发送过/,
      answers: [refuse(endpoints.auth.requestSmsCode, 'auth.code_too_soon', { details: { seconds: 42 } })],
      act: askForCode,
    },
  ],
};

/** Read before signing in, also where there is no network: nothing is loaded. */
export const TERMS: PageStates = {
  page: 'terms',
  path: 'pages/terms/index',
  as: 'nobody',
  screens: ['phone'],
  answers: APPLICANT_ANSWERS,
  states: [
    { name: 'loading', shows: /版本/, trouble: 'held' },
    { name: 'error', shows: /版本/, trouble: 'failing' },
    { name: 'offline', shows: /版本/, trouble: 'offline' },
    { name: 'normal', shows: /版本/ },
    { name: 'large-type', shows: /版本/, largeType: true },
  ],
};
