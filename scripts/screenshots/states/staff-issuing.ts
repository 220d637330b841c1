import {
  endpoints,
  type OrderStatus,
  type StaffIssuing,
  UkeyAgentError,
  type UkeyUnlockSummary,
} from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, hold, refuse } from '../answers/answer';
import type { AgentAnswers } from '../answers/answer-agent';
import {
  BLANK_TOKEN,
  FAILED,
  FOREIGN_TOKEN,
  issuingAt,
  makeCertificate,
  OLD_TOKEN,
  OWN_TOKEN,
  PREPARED_TOKEN,
  REQUESTED,
  REVOKED_CERTIFICATE,
  UNWRITTEN_CERTIFICATE,
} from '../fixtures/certificates';
import { ORDER_ID } from '../fixtures/orders';
import { makeQueue, makeStaffOrder } from '../fixtures/staff-orders';
import type { PageStates } from '../page-states';
import { queued, STAFF_ANSWERS } from './staff-answers';
import { UNLOCK } from './staff-ukey-unlock';
import { LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const { certificateDesk, staff } = endpoints;

const UKEY_QUEUE = makeQueue(6).map((item, n) => ({
  ...item,
  status: n % 3 === 0 ? ('issuing' as const) : ('paid' as const),
  deliveryWay: n % 2 === 0 ? ('courier' as const) : ('pick-up' as const),
}));

const unlocks = (items: UkeyUnlockSummary[]) =>
  answer(endpoints.ukeyUnlockDesk.listUnlocks, { items, nextCursor: null, total: items.length });
const toUnlocks = (hands: PageHands) => hands.page.getByRole('tab', { name: 'PIN 解锁' }).click();

export const STAFF_ISSUING: PageStates = {
  page: 'staffIssuing',
  path: 'subpackages/staff/pages/issuing/index',
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [...STAFF_ANSWERS, queued(UKEY_QUEUE)],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('已全部显示', 'All shown'),
    { name: 'empty', shows: '没有等待制证的申请', answers: [queued([])] },
    {
      name: 'issued-empty',
      shows: '没有已制证、待发出的申请',
      answers: [queued([])],
      act: (hands) => hands.page.getByRole('tab', { name: '已制证' }).click(),
    },
    { name: 'unlocks', shows: UNLOCK.orderNumber, answers: [unlocks([UNLOCK])], act: toUnlocks },
    { name: 'unlocks-empty', shows: '没有等待解锁的 UKey', answers: [unlocks([])], act: toUnlocks },
    {
      name: 'unlocks-refused',
      shows: /没有权限|不能/,
      answers: [refuse(endpoints.ukeyUnlockDesk.listUnlocks, 'auth.forbidden')],
      act: toUnlocks,
    },
  ],
};

const at = (status: OrderStatus, issuing: StaffIssuing) => [
  answer(staff.readOrder, makeStaffOrder(status)),
  answer(certificateDesk.readIssuing, issuing),
];
const AT_DESK = at('issuing', issuingAt('at-desk'));
const TO_WRITE = at('issued', issuingAt('issued', UNWRITTEN_CERTIFICATE));
const DONE = at('issued', issuingAt('issued', makeCertificate()));

const withToken = (token: typeof BLANK_TOKEN, more: AgentAnswers = {}): AgentAnswers => ({
  listTokens: { tokens: [token] },
  prepareToken: PREPARED_TOKEN,
  ...more,
});
const make = (hands: PageHands) => hands.tap('生成密钥，申请证书');
const write = (hands: PageHands) => hands.tap('写入证书并核对');
const openManual = (hands: PageHands) => hands.page.getByText('没有 UKey 助手？').locator('visible=true').click();
/** The dialogue of the browser opens nothing here; what it would print is shown. */
const printed = (button: string) => async (hands: PageHands) => {
  await hands.page.evaluate('window.print = () => undefined');
  await hands.tap(button);
  await hands.page.emulateMedia({ media: 'print' });
};
const fetched = async (hands: PageHands) => {
  await hands.tap('取回 PIN，准备打印');
  await hands.see('打印 PIN 信封');
};

export const STAFF_ISSUING_ORDER: PageStates = {
  page: 'staffIssuingOrder',
  path: 'subpackages/staff/pages/issuing-order/index',
  params: { orderId: ORDER_ID },
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [...STAFF_ANSWERS, ...AT_DESK],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(staff.readOrder),
    { name: 'normal', shows: '生成密钥，申请证书', agent: withToken(BLANK_TOKEN) },
    { name: 'large-type', shows: '生成密钥，申请证书', largeType: true, agent: withToken(BLANK_TOKEN) },
    {
      name: 'english',
      shows: 'Make the key and ask for the certificate',
      english: true,
      agent: withToken(BLANK_TOKEN),
    },
    { name: 'start', shows: '取一个空白的 UKey 放在手边', answers: at('paid', issuingAt('at-desk')) },
    {
      name: 'start-refused',
      shows: /不能/,
      answers: [...at('paid', issuingAt('at-desk')), refuse(certificateDesk.startIssuing, 'staff.own_order')],
      act: (hands) => hands.tap('开始制证'),
    },
    { name: 'agent-away', shows: '连不上 UKey 助手' },
    {
      name: 'agent-unpaired',
      shows: '与 UKey 助手配对',
      agent: { listTokens: new UkeyAgentError('ukey.pairing_required') },
    },
    {
      name: 'pairing-wrong',
      shows: '配对码不对',
      agent: {
        listTokens: new UkeyAgentError('ukey.pairing_required'),
        completePairing: new UkeyAgentError('ukey.pairing_wrong', { remaining: 2 }),
      },
      act: async (hands) => {
        await hands.type('配对码', '123456');
        await hands.tap('配对');
      },
    },
    {
      name: 'agent-refuses',
      shows: '这个网站不能使用 UKey 助手',
      agent: { listTokens: new UkeyAgentError('ukey.origin_refused') },
    },
    { name: 'no-token', shows: '没有插入 UKey', agent: { listTokens: { tokens: [] } } },
    { name: 'token-foreign', shows: '这个 UKey 里已有内容', agent: withToken(FOREIGN_TOKEN) },
    {
      name: 'wipe-question',
      shows: '清空这个 UKey？',
      agent: withToken(FOREIGN_TOKEN),
      act: async (hands) => {
        await hands.type('这个 UKey 的管理员 PIN', 'made-up');
        await hands.tap('清空后使用');
      },
    },
    { name: 'token-old', shows: /这个 UKey 不支持/, agent: withToken(OLD_TOKEN) },
    {
      name: 'tokens-two',
      shows: '就是这份申请的，会接着办',
      agent: withToken(OWN_TOKEN, { listTokens: { tokens: [FOREIGN_TOKEN, OWN_TOKEN] } }),
    },
    {
      name: 'other-begun',
      shows: '这份申请先用过另一个 UKey',
      agent: withToken(BLANK_TOKEN, { prepareToken: new UkeyAgentError('ukey.label_mismatch') }),
      act: make,
    },
    { name: 'making', shows: /正在 UKey 里生成密钥/, agent: withToken(BLANK_TOKEN, { makeKey: 'busy' }), act: make },
    {
      name: 'pulled-out',
      shows: 'UKey 在操作中被拔出了',
      agent: withToken(BLANK_TOKEN, { makeKey: new UkeyAgentError('ukey.token_removed') }),
      act: make,
    },
    { name: 'manual-key', shows: '提交证书请求', act: openManual },
    {
      name: 'manual-key-missing',
      shows: '请粘贴或上传证书请求',
      act: async (hands) => {
        await openManual(hands);
        await hands.tap('提交证书请求');
      },
    },
    { name: 'waiting', shows: '正在签发证书', answers: at('issuing', REQUESTED) },
    { name: 'failed', shows: '签发遇到了问题', answers: at('issuing', FAILED) },
    { name: 'write', shows: '写入证书并核对', answers: TO_WRITE, agent: withToken(OWN_TOKEN) },
    {
      name: 'write-no-token',
      shows: '没有插入 UKey',
      answers: TO_WRITE,
      agent: { listTokens: { tokens: [] } },
    },
    { name: 'write-other-token', shows: '插着的不是这一个 UKey', answers: TO_WRITE, agent: withToken(FOREIGN_TOKEN) },
    {
      name: 'write-pin',
      shows: '请输入这个 UKey 的 PIN',
      answers: TO_WRITE,
      agent: withToken(OWN_TOKEN, { prepareToken: new UkeyAgentError('ukey.token_in_use') }),
      act: write,
    },
    {
      name: 'write-failed',
      shows: '写入后的检查没有通过',
      answers: TO_WRITE,
      agent: withToken(OWN_TOKEN, {
        makeKey: { keyId: 'a1b2', algorithm: 'sm2', publicKey: 'AAAA' },
        writeCertificate: new UkeyAgentError('ukey.check_failed'),
      }),
      act: write,
    },
    { name: 'manual-write', shows: '下载证书链（PEM）', answers: TO_WRITE, act: openManual },
    { name: 'done', shows: '取回 PIN，准备打印', answers: DONE, agent: withToken(OWN_TOKEN) },
    { name: 'done-without-agent', shows: '证书已在 UKey 里', answers: DONE },
    { name: 'letters', shows: '打印保险柜存单', answers: DONE, agent: withToken(OWN_TOKEN), act: fetched },
    {
      name: 'printed-label',
      shows: 'UKey 标签',
      answers: DONE,
      agent: withToken(OWN_TOKEN),
      screen: 'desk',
      act: printed('打印标签'),
    },
    {
      name: 'printed-letter',
      shows: 'PIN 信封',
      answers: DONE,
      agent: withToken(OWN_TOKEN),
      screen: 'desk',
      act: async (hands) => {
        await fetched(hands);
        await printed('打印 PIN 信封')(hands);
      },
    },
    {
      name: 'software',
      shows: '这份申请领取的是软件证书',
      answers: at('issuing', { ...issuingAt('needs-key'), keyPlace: 'software' }),
    },
    { name: 'early', shows: '还不能制证', answers: at('approved', issuingAt('not-begun')) },
    { name: 'revoked', shows: '这张证书已注销', answers: at('issued', issuingAt('issued', REVOKED_CERTIFICATE)) },
    {
      name: 'submitting',
      shows: '正在提交',
      answers: [hold(certificateDesk.requestCertificate)],
      act: async (hands) => {
        await openManual(hands);
        await hands.type('UKey 序列号', 'HLK3A0912F7731');
        await hands.type(
          '证书请求（PEM）',
          '-----BEGIN CERTIFICATE REQUEST-----\nMADEUP\n-----END CERTIFICATE REQUEST-----',
        );
        await hands.tap('提交证书请求');
      },
    },
  ],
};
