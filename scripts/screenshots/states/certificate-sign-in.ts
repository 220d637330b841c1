import { type Challenge, endpoints, UkeyAgentError } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, refuse } from '../answers/answer';
import type { AgentAnswers } from '../answers/answer-agent';
import { OWN_TOKEN } from '../fixtures/certificates';
import { DEVICE_PIN, KEPT_KEY, SIGNING_KEY, TOKEN_CERTIFICATE } from '../fixtures/device-keys';
import { objectId } from '../fixtures/ids';
import { RECEIPT } from '../fixtures/matters';
import { daysAgo, minutesAgo } from '../fixtures/moments';
import { PAID_PROJECT } from '../fixtures/projects';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS } from './applicant-answers';
import { actTroubles } from './troubles';
import { usualLooks } from './usual-looks';

const { requestChallenge, signIn } = endpoints.certificateSignIn;
const { requestNumberCode, requestChangeByCertificate, readReceipt } = endpoints.phoneChanges;

/** Of the page itself, as its browser says it. */
const challengeFor = (purpose: Challenge['purpose']) =>
  answer(requestChallenge, ({ origin }) => ({ purpose, origin, nonce: 'A'.repeat(43), expiresAt: minutesAgo(-2) }));

const issued = (projectName: string, orderNumber: string, days: number) => ({
  projectName,
  orderNumber,
  notAfter: daysAgo(-days),
});
const TWO_KEYS = {
  ...SIGNING_KEY,
  [`device-key:${objectId(2)}`]: {
    ...KEPT_KEY,
    publicKeySha256: 'ab'.repeat(32),
    issued: issued(PAID_PROJECT.name, 'CGY202611260001', 40),
  },
  [`device-key:${objectId(3)}`]: { ...KEPT_KEY, algorithm: 'sm2', publicKeySha256: 'cd'.repeat(32) },
};

const TOKEN: AgentAnswers = {
  listTokens: { tokens: [OWN_TOKEN] },
  listCertificates: { certificates: [{ keyId: '01', certificate: TOKEN_CERTIFICATE, chain: [] }] },
};

const withPin = (label: string, pin: string) => async (hands: PageHands) => {
  await hands.type(label, pin);
  await hands.tick('我已阅读并同意服务协议与隐私政策');
  await hands.tap('登录');
};
const withDevice = withPin('证书密码', DEVICE_PIN);
const withToken = withPin('UKey 的 PIN 码', 'made-up-pin');

export const CERTIFICATE_SIGN_IN: PageStates = {
  page: 'certificateSignIn',
  path: 'subpackages/certificate/pages/sign-in/index',
  as: 'nobody',
  screens: ['phone', 'desk'],
  answers: [...APPLICANT_ANSWERS, challengeFor('sign-in'), refuse(signIn, 'auth.certificate_revoked')],
  states: [
    ...actTroubles(withDevice, '正在登录').map((state) => ({ ...state, stored: SIGNING_KEY })),
    ...usualLooks('证书密码', 'PIN of the certificate').map((state) => ({ ...state, stored: SIGNING_KEY })),
    { name: 'several', shows: '还没有在这台设备上领取', stored: TWO_KEYS },
    { name: 'field-errors', shows: '请先阅读并勾选同意', stored: SIGNING_KEY, act: (hands) => hands.tap('登录') },
    { name: 'pin-wrong', shows: '密码不对，请再试', stored: SIGNING_KEY, act: withPin('证书密码', 'yun-Zhong8hai') },
    { name: 'revoked', shows: '这张证书已注销', stored: SIGNING_KEY, act: withDevice },
    {
      name: 'other-address',
      shows: '这个网址不能用证书登录',
      stored: SIGNING_KEY,
      answers: [refuse(requestChallenge, 'auth.origin_refused')],
      act: withDevice,
    },
    {
      name: 'no-key',
      shows: '这台设备上没有证书',
      act: (hands) => hands.page.getByRole('radio', { name: /^软件证书/ }).click(),
    },
    { name: 'agent-away', shows: '连不上 UKey 助手' },
    {
      name: 'agent-unpaired',
      shows: '与 UKey 助手配对',
      agent: { listTokens: new UkeyAgentError('ukey.pairing_required') },
    },
    { name: 'no-token', shows: '请插入您的 UKey，几秒钟后会自动出现在这里。', agent: { listTokens: { tokens: [] } } },
    { name: 'token', shows: '示例科技有限公司', agent: TOKEN },
    { name: 'token-english', shows: 'PIN of the UKey', agent: TOKEN, english: true },
    {
      name: 'token-empty',
      shows: '这个 UKey 里没有证书',
      agent: { ...TOKEN, listCertificates: { certificates: [] } },
    },
    {
      name: 'token-last-try',
      shows: /只剩最后 1 次机会/,
      agent: { ...TOKEN, signChallenge: new UkeyAgentError('ukey.pin_last_try') },
      act: withToken,
    },
    {
      name: 'token-locked',
      shows: /UKey 已锁定/,
      agent: { ...TOKEN, signChallenge: new UkeyAgentError('ukey.pin_locked') },
      act: withToken,
    },
    {
      name: 'token-revoked',
      shows: '这张证书已注销',
      agent: {
        ...TOKEN,
        signChallenge: { keyId: '01', certificate: TOKEN_CERTIFICATE, chain: [], signature: 'AAAA' },
      },
      act: withToken,
    },
  ],
};

async function askByDevice(hands: PageHands): Promise<void> {
  await hands.type('新手机号', '17700000001');
  await hands.type('新手机号的验证码', '246810');
  await hands.choose('手机或手机卡遗失');
  await hands.type('证书密码', DEVICE_PIN);
  await hands.tap('申请更换');
}

async function proveToRevoke(hands: PageHands): Promise<void> {
  await hands.choose('丢失，或密码可能被别人知道');
  await hands.type('证书密码', DEVICE_PIN);
  await hands.tap('确认注销');
}

async function revokeByDevice(hands: PageHands): Promise<void> {
  await proveToRevoke(hands);
  await hands.confirm();
}

export const CERTIFICATE_REVOKE: PageStates = {
  page: 'certificateRevoke',
  path: 'subpackages/certificate/pages/revoke/index',
  as: 'nobody',
  screens: ['phone'],
  answers: [
    ...APPLICANT_ANSWERS,
    challengeFor('revocation'),
    answer(endpoints.certificateSignIn.revokeCertificate, {
      serialNumber: '5E1B2C3D4F60718293A4',
      revokedAt: minutesAgo(0),
    }),
  ],
  states: [
    ...actTroubles(proveToRevoke, '正在注销').map((state) => ({ ...state, stored: SIGNING_KEY })),
    ...usualLooks('证书密码', 'PIN of the certificate').map((state) => ({ ...state, stored: SIGNING_KEY })),
    {
      name: 'no-key',
      shows: '这台设备上没有证书',
      act: (hands) => hands.page.getByRole('radio', { name: /^软件证书/ }).click(),
    },
    { name: 'reason-missing', shows: '请选择注销原因', stored: SIGNING_KEY, act: (hands) => hands.tap('确认注销') },
    {
      name: 'revoked-before',
      shows: '这张证书已注销',
      stored: SIGNING_KEY,
      answers: [refuse(endpoints.certificateSignIn.revokeCertificate, 'auth.certificate_revoked')],
      act: revokeByDevice,
    },
    { name: 'revoked', shows: '序列号', stored: SIGNING_KEY, act: revokeByDevice },
  ],
};

export const CERTIFICATE_CHANGE_PHONE: PageStates = {
  page: 'certificateChangePhone',
  path: 'subpackages/certificate/pages/change-phone/index',
  as: 'nobody',
  screens: ['phone'],
  answers: [
    ...APPLICANT_ANSWERS,
    challengeFor('phone-change'),
    answer(requestNumberCode, { resendAfterSeconds: 60, expiresInSeconds: 300 }),
    answer(requestChangeByCertificate, { receipt: 'a'.repeat(64), ...RECEIPT }),
    answer(readReceipt, RECEIPT),
  ],
  states: [
    ...actTroubles(askByDevice, '正在提交').map((state) => ({ ...state, stored: SIGNING_KEY })),
    ...usualLooks('证书密码', 'PIN of the certificate').map((state) => ({ ...state, stored: SIGNING_KEY })),
    { name: 'field-errors', shows: '请选择更换的原因', stored: SIGNING_KEY, act: (hands) => hands.tap('申请更换') },
    {
      name: 'number-in-use',
      shows: '新手机号已经有办理过申请的账号',
      stored: SIGNING_KEY,
      answers: [refuse(requestChangeByCertificate, 'phone_changes.number_in_use')],
      act: askByDevice,
    },
    { name: 'asked', shows: '等待审核', stored: SIGNING_KEY, act: askByDevice },
  ],
};
