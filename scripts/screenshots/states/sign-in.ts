import { endpoints } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, refuse } from '../answers/answer';
import { PERSON } from '../fixtures/accounts';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS } from './applicant-answers';
import { actTroubles } from './troubles';

const CONSENT = '我已阅读并同意服务协议与隐私政策';

async function signIn(hands: PageHands): Promise<void> {
  await hands.type('手机号', PERSON.phone);
  await hands.type('短信验证码', '246810');
  await hands.tick(CONSENT);
  await hands.tap('登录');
}
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
    { name: 'normal', shows: '用手机号登录，首次登录自动注册' },
    { name: 'large-type', shows: '用手机号登录，首次登录自动注册', largeType: true },
    { name: 'english', shows: 'Sign in with your mobile number; the first time creates your account', english: true },
    { name: 'field-errors', shows: '请先阅读并勾选同意', act: (hands) => hands.tap('登录') },
    { name: 'code-sent', shows: /秒后重新获取/, act: askForCode },
    { name: 'code-wrong', shows: /验证码不对/, act: signIn },
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
