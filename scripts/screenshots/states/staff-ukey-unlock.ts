import { type Challenge, endpoints, type StaffUkeyUnlock, UkeyAgentError } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, hold, refuse } from '../answers/answer';
import type { AgentAnswers } from '../answers/answer-agent';
import { FOREIGN_TOKEN, OWN_TOKEN } from '../fixtures/certificates';
import { VOUCHER } from '../fixtures/deliveries';
import { objectId, SOME_SHA256 } from '../fixtures/ids';
import { daysAgo, hoursAgo } from '../fixtures/moments';
import type { PageStates } from '../page-states';
import { STAFF_ANSWERS } from './staff-answers';
import { LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const { readUnlock, compareDocument, requestChallenge, completeUnlock } = endpoints.ukeyUnlockDesk;
const { orderId, orderNumber, projectName, unitName, holder } = VOUCHER;

export const UNLOCK: StaffUkeyUnlock = {
  ...{ id: objectId(0xf101), state: 'waiting', askedAt: hoursAgo(3), endsAt: daysAgo(-30), endedAt: null },
  ...{ orderId, orderNumber, projectName, unitName, holder },
  certificateId: objectId(0xce01),
  serialNumber: '4F00A1B2C3D4E5F6',
  publicKeySha256: SOME_SHA256,
  tokenSerialNumber: OWN_TOKEN.serial,
  documentComparedAt: null,
  hindrance: null,
};
const COMPARED: StaffUkeyUnlock = { ...UNLOCK, documentComparedAt: hoursAgo(0) };
const DONE: StaffUkeyUnlock = { ...COMPARED, state: 'done', endedAt: hoursAgo(0) };
const CHALLENGE: Challenge = {
  ...{ purpose: 'ukey-unlock', origin: 'https://desk.example.cn', nonce: 'A'.repeat(43) },
  expiresAt: daysAgo(-1),
};

const LOCKED_TOKEN = { ...OWN_TOKEN, state: 'locked' as const };
const withToken = (more: AgentAnswers = {}): AgentAnswers => ({
  listTokens: { tokens: [LOCKED_TOKEN] },
  unblockPin: { pin: 'made-up-pin', keyId: 'a1b2' },
  signChallenge: { keyId: 'a1b2', certificate: 'AAAA', chain: [], signature: 'c2ln' },
  ...more,
});
const at = (unlock: StaffUkeyUnlock) => [answer(readUnlock, unlock)];
async function reset(hands: PageHands): Promise<void> {
  await hands.type('管理员 PIN', 'made-up-admin-pin');
  await hands.tap('重置 PIN');
}
/** The dialogue of the browser opens nothing here; what it would print is shown. */
async function printed(hands: PageHands): Promise<void> {
  await reset(hands);
  await hands.see('打印 PIN 信封');
  await hands.page.evaluate('window.print = () => undefined');
  await hands.tap('打印 PIN 信封');
  await hands.page.emulateMedia({ media: 'print' });
}

export const STAFF_UKEY_UNLOCK: PageStates = {
  page: 'staffUkeyUnlock',
  path: 'subpackages/staff/pages/ukey-unlock/index',
  params: { ukeyUnlockId: UNLOCK.id },
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [
    ...STAFF_ANSWERS,
    ...at(UNLOCK),
    answer(compareDocument, COMPARED),
    answer(requestChallenge, CHALLENGE),
    answer(completeUnlock, DONE),
  ],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(readUnlock),
    ...usualLooks('核对好了，下一步', 'Compared, go on'),
    { name: 'uncompared', shows: '请先核对证件，再打勾', act: (hands) => hands.tap('核对好了，下一步') },
    {
      name: 'own',
      shows: /您本人的申请/,
      answers: [refuse(compareDocument, 'staff.own_order')],
      act: async (hands) => {
        await hands.tick('证件原件已核对，来人就是持有人');
        await hands.tap('核对好了，下一步');
      },
    },
    { name: 'reset', shows: '管理员 PIN', answers: at(COMPARED), agent: withToken() },
    { name: 'agent-away', shows: '连不上 UKey 助手', answers: at(COMPARED) },
    {
      name: 'no-token',
      shows: '没有插入 UKey',
      answers: at(COMPARED),
      agent: withToken({ listTokens: { tokens: [] } }),
    },
    {
      name: 'many-tokens',
      shows: /插着几个 UKey/,
      answers: at({ ...COMPARED, tokenSerialNumber: null }),
      agent: withToken({ listTokens: { tokens: [LOCKED_TOKEN, FOREIGN_TOKEN] } }),
    },
    {
      name: 'pin-missing',
      shows: '请输入管理员 PIN',
      answers: at(COMPARED),
      agent: withToken(),
      act: (hands) => hands.tap('重置 PIN'),
    },
    {
      name: 'admin-pin-wrong',
      shows: '管理员 PIN 不对',
      answers: at(COMPARED),
      agent: withToken({ unblockPin: new UkeyAgentError('ukey.admin_pin_wrong') }),
      act: reset,
    },
    {
      name: 'other-token',
      shows: '证书不是为这个 UKey 的密钥签发的',
      answers: at(COMPARED),
      agent: withToken({ unblockPin: new UkeyAgentError('ukey.certificate_of_other_key') }),
      act: reset,
    },
    {
      name: 'resetting',
      shows: /正在重置/,
      answers: at(COMPARED),
      agent: withToken({ unblockPin: 'busy' }),
      act: reset,
    },
    {
      name: 'checking',
      shows: /正在重置/,
      answers: [...at(COMPARED), hold(completeUnlock)],
      agent: withToken(),
      act: reset,
    },
    {
      name: 'unproved',
      shows: '新 PIN 已设好，再核对一次',
      answers: [...at(COMPARED), refuse(completeUnlock, 'ukey_unlocks.not_proved')],
      agent: withToken(),
      act: reset,
    },
    { name: 'done', shows: '打印 PIN 信封', answers: at(COMPARED), agent: withToken(), act: reset },
    { name: 'letter', shows: /made-up-pin/, answers: at(COMPARED), agent: withToken(), act: printed, screen: 'desk' },
    { name: 'done-before', shows: /PIN 只显示一次/, answers: at(DONE) },
    { name: 'hindered', shows: /不能解锁/, answers: at({ ...UNLOCK, hindrance: 'certificate-not-valid' }) },
    { name: 'cancelled', shows: '持有人已取消这次申请', answers: at({ ...UNLOCK, state: 'cancelled' }) },
    { name: 'expired', shows: '这次申请已经过期', answers: at({ ...UNLOCK, state: 'expired' }) },
  ],
};
