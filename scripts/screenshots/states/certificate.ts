import {
  type CertificateView,
  endpoints,
  type IssuingView,
  type KeyTies,
  type LifeCycle,
  type OwnUkeyUnlock,
  SUCCESSOR_KINDS,
  type UkeyUnlockState,
} from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, hold, refuse } from '../answers/answer';
import { ENDING_CERTIFICATE, INVENTORY, makeCertificate } from '../fixtures/certificates';
import { PICK_UP } from '../fixtures/deliveries';
import { makeSeal } from '../fixtures/electronic-seals';
import { objectId, SOME_SHA256 } from '../fixtures/ids';
import { daysAgo, hoursAgo } from '../fixtures/moments';
import { ORDER_ID } from '../fixtures/orders';
import type { PageStates } from '../page-states';
import { APPLICANT_ANSWERS } from './applicant-answers';
import { LOAD_TROUBLES, notFound, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const { readIssuing, requestCertificate, readCertificate, listCertificates } = endpoints.certificates;
const { readLifeCycle, startSuccessor } = endpoints.lifeCycle;
const CERTIFICATE_ID = objectId(0xce01);

const QUESTION = '没有签到一半、等着用旧证书继续签的文件。';
const TIES: KeyTies = {
  seals: [{ id: objectId(0x5ea1), kind: 'person', purpose: '电子签章专用章' }],
  provedAt: daysAgo(9),
  otherCertificates: [
    { id: objectId(0xce03), orderNumber: 'GRZ-251126-0007', projectName: '个人电子签名（演示）', sharesKey: true },
    { id: objectId(0xce04), orderNumber: 'GRZ-260926-0003', projectName: '个人电子签名（演示）', sharesKey: false },
  ],
  questions: [QUESTION],
};

/** Everything is open unless `changes` say otherwise. */
const lifeCycle = (changes: Partial<LifeCycle> = {}) =>
  answer(readLifeCycle, {
    options: SUCCESSOR_KINDS.map((kind) => ({ kind, problem: null, startsAt: null, feeFen: 10_000 })),
    orderInWork: null,
    successorId: null,
    ties: TIES,
    ...changes,
  });
const TOO_EARLY = lifeCycle({
  options: SUCCESSOR_KINDS.map((kind) =>
    kind === 'renewal'
      ? { kind, problem: 'too-early', startsAt: hoursAgo(-24 * 200), feeFen: 10_000 }
      : { kind, problem: kind === 'change' ? 'not-for-holder' : null, startsAt: null, feeFen: 10_000 },
  ),
});
const IN_WORK = lifeCycle({ orderInWork: { orderId: ORDER_ID, orderNumber: 'GRZ-261126-0001', kind: 'renewal' } });
const NO_TIES = lifeCycle({ ties: { seals: [], provedAt: null, otherCertificates: [], questions: [] } });
const NOTHING_OPEN = lifeCycle({
  options: SUCCESSOR_KINDS.map((kind) => ({ kind, problem: 'too-late', startsAt: null, feeFen: 10_000 })),
});

const { token: _token, ...certificate } = makeCertificate({ keyPlace: 'software', algorithm: 'ecdsa-p256' });
const own = (changes: Partial<CertificateView> = {}): CertificateView => ({ ...certificate, ...changes });
const REVOKED = own({ state: 'revoked', revokedAt: hoursAgo(1), revocationReason: 'keyCompromise' });
const REVOKED_SEAL = answer(endpoints.electronicSeals.listSeals, { items: [makeSeal({ state: 'revoked' })] });
const EXPIRED = own({ notBefore: daysAgo(367), notAfter: daysAgo(2), issuedAt: daysAgo(367) });

const issuing = (changes: Partial<IssuingView> = {}) =>
  answer(readIssuing, {
    stage: 'needs-key',
    keyPlace: 'software',
    algorithms: ['ecdsa-p256', 'sm2'],
    subject: certificate.subject,
    discardedKeys: [],
    certificate: null,
    ...changes,
  });
const ISSUED = issuing({ stage: 'issued', certificate: own() });

/** The key of this device, sealed with made-up bytes: no PIN opens it. */
const KEPT_KEY = {
  [`device-key:${ORDER_ID}`]: {
    algorithm: 'ecdsa-p256',
    publicKeySha256: SOME_SHA256,
    csr: 'TUFERS1VUA==',
    iterations: 1000,
    salt: '00'.repeat(16),
    iv: '00'.repeat(16),
    bytes: '00'.repeat(160),
  },
};

const choosePins =
  (pin: string, again = pin) =>
  async (hands: PageHands) => {
    await hands.type('证书密码', pin);
    await hands.type('再输一遍', again);
    await hands.tap('生成密钥，领取证书');
  };

export const CERTIFICATE_RECEIVE: PageStates = {
  page: 'certificateReceive',
  path: 'subpackages/certificate/pages/receive/index',
  params: { orderId: ORDER_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, issuing()],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(readIssuing),
    ...usualLooks('设置证书密码', 'Choose a PIN for the certificate'),
    { name: 'weak-pin', shows: '密码至少 8 位', act: choosePins('123') },
    { name: 'pins-differ', shows: '两次输入的密码不一样', act: choosePins('yun-Zhong7hai', 'yun-Zhong8hai') },
    { name: 'making', shows: /正在提交/, answers: [hold(requestCertificate)], act: choosePins('yun-Zhong7hai') },
    {
      name: 'key-refused',
      shows: /这个密钥不够安全/,
      answers: [refuse(requestCertificate, 'certificates.key_weak')],
      act: choosePins('yun-Zhong7hai'),
    },
    { name: 'key-made-before', shows: '密钥已生成，继续领取', stored: KEPT_KEY },
    {
      name: 'key-anew',
      shows: '请重新生成密钥',
      answers: [issuing({ discardedKeys: [SOME_SHA256] })],
      stored: KEPT_KEY,
    },
    { name: 'no-kind-for-phones', shows: /不能在手机上生成/, answers: [issuing({ algorithms: ['rsa-2048'] })] },
    { name: 'requested', shows: '正在签发证书', answers: [issuing({ stage: 'requested' })] },
    { name: 'failed', shows: '签发遇到了问题', answers: [issuing({ stage: 'failed' })] },
    { name: 'not-begun', shows: '还没有到领取这一步', answers: [issuing({ stage: 'not-begun', subject: [] })] },
    { name: 'at-desk', shows: '这份申请领取的是 UKey', answers: [issuing({ stage: 'at-desk', keyPlace: 'ukey' })] },
    { name: 'issued', shows: '保存证书文件', answers: [ISSUED], stored: KEPT_KEY },
    { name: 'issued-elsewhere', shows: '证书只能在申请它的手机（或电脑）上保存', answers: [ISSUED] },
    {
      name: 'compatible',
      shows: /导入后请删除文件/,
      answers: [ISSUED],
      stored: KEPT_KEY,
      act: (hands) => hands.choose(/^兼容格式/),
    },
    {
      name: 'wrong-pin',
      shows: '密码不对，请再试',
      answers: [ISSUED],
      stored: KEPT_KEY,
      act: async (hands) => {
        await hands.type('证书密码', 'yun-Zhong7hai');
        await hands.tap('生成证书文件');
      },
    },
  ],
};

export const CERTIFICATES: PageStates = {
  page: 'certificates',
  path: 'subpackages/certificate/pages/list/index',
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, answer(listCertificates, { items: [...INVENTORY] })],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('已停用', 'On hold'),
    { name: 'ending', shows: '去续期', answers: [answer(listCertificates, { items: [ENDING_CERTIFICATE] })] },
    { name: 'empty', shows: /还没有证书/, answers: [answer(listCertificates, { items: [] })] },
  ],
};

const { readUnlock, requestUnlock, cancelUnlock } = endpoints.ukeyUnlocks;
const IN_UKEY = answer(readCertificate, own({ keyPlace: 'ukey' }));
const unlockOf = (changes: Partial<OwnUkeyUnlock> = {}): OwnUkeyUnlock => ({
  unlock: null,
  hindrance: null,
  place: PICK_UP.place,
  hours: PICK_UP.hours,
  phone: PICK_UP.phone,
  ...changes,
});
const asked = (state: UkeyUnlockState, changes: Partial<OwnUkeyUnlock> = {}): OwnUkeyUnlock =>
  unlockOf({
    unlock: {
      id: objectId(0xf101),
      state,
      askedAt: hoursAgo(3),
      endsAt: daysAgo(-30),
      endedAt: state === 'waiting' ? null : hoursAgo(1),
    },
    ...changes,
  });
const inUkey = (view: OwnUkeyUnlock) => [IN_UKEY, answer(readUnlock, view)];
const beginUnlocking = (hands: PageHands) => hands.tap('PIN 忘了或锁住了');

const beginRevoking = (hands: PageHands) => hands.tap('注销这张证书');

export const CERTIFICATE: PageStates = {
  page: 'certificate',
  path: 'subpackages/certificate/pages/detail/index',
  params: { certificateId: CERTIFICATE_ID },
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, answer(readCertificate, own()), TOO_EARLY],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(readCertificate),
    { name: 'normal', shows: '密钥在另一台设备上' },
    { name: 'key-here', shows: '再次保存证书文件', stored: KEPT_KEY },
    { name: 'large-type', shows: '证书内容', largeType: true },
    { name: 'english', shows: 'What it says', english: true },
    { name: 'in-ukey', shows: 'PIN 忘了或锁住了', answers: inUkey(unlockOf()) },
    { name: 'pin-forgotten', shows: '申请到柜台解锁', answers: inUkey(unlockOf()), act: beginUnlocking },
    {
      name: 'pin-forgotten-english',
      shows: 'PIN forgotten or locked',
      english: true,
      answers: inUkey(unlockOf()),
    },
    {
      name: 'pin-asked',
      shows: '不用解锁了，取消申请',
      answers: [...inUkey(unlockOf()), answer(requestUnlock, asked('waiting'))],
      act: async (hands) => {
        await beginUnlocking(hands);
        await hands.tap('申请到柜台解锁');
      },
    },
    {
      name: 'pin-refused',
      shows: /不能解锁 UKey/,
      answers: [...inUkey(unlockOf()), refuse(requestUnlock, 'ukey_unlocks.certificate_not_valid')],
      act: async (hands) => {
        await beginUnlocking(hands);
        await hands.tap('申请到柜台解锁');
      },
    },
    {
      name: 'pin-taken-back',
      shows: /已经取消/,
      answers: [...inUkey(asked('waiting')), answer(cancelUnlock, asked('cancelled'))],
      act: (hands) => hands.tap('不用解锁了，取消申请'),
    },
    {
      name: 'pin-on-hold',
      shows: /不是有效状态/,
      answers: inUkey(asked('waiting', { hindrance: 'certificate-not-valid' })),
    },
    { name: 'pin-reset', shows: /已在柜台重置 PIN/, answers: inUkey(asked('done')) },
    { name: 'pin-expired', shows: /没有等到您来/, answers: inUkey(asked('expired')) },
    { name: 'all-open', shows: '信息变更', answers: [lifeCycle()] },
    { name: 'in-work', shows: /正在办理/, answers: [IN_WORK] },
    { name: 'replaced', shows: '查看新证书', answers: [lifeCycle({ successorId: objectId(0xce02) })] },
    { name: 'revoked', shows: '已注销', answers: [answer(readCertificate, REVOKED), REVOKED_SEAL] },
    { name: 'expired', shows: '已过期', answers: [answer(readCertificate, EXPIRED)] },
    { name: 'revoking', shows: /注销后立即失效/, act: beginRevoking },
    {
      name: 'revoking-without-reason',
      shows: '请选择注销原因',
      act: async (hands) => {
        await beginRevoking(hands);
        await hands.tap('确认注销');
      },
    },
  ],
};

const tickAll = async (hands: PageHands) => {
  await hands.tick(/旧证书用到原来的到期日为止/);
  await hands.tick(/用旧证书登记过的平台/);
  await hands.tick(/用旧证书加密过的文件/);
  await hands.tick(/没有签到一半/);
  await hands.tap('开始办理');
};

export const CERTIFICATE_FOLLOW: PageStates = {
  page: 'certificateFollow',
  path: 'subpackages/certificate/pages/follow/index',
  params: { certificateId: CERTIFICATE_ID, kind: 'renewal' },
  as: 'applicant',
  screens: ['phone'],
  answers: [...APPLICANT_ANSWERS, answer(readCertificate, own()), lifeCycle()],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    notFound(readCertificate),
    { name: 'normal', shows: /逐条确认/ },
    { name: 'lost', shows: '马上注销', params: { certificateId: CERTIFICATE_ID, kind: 'reissue-lost' } },
    { name: 'damaged', shows: /路上这几天/, params: { certificateId: CERTIFICATE_ID, kind: 'reissue-damaged' } },
    { name: 'large-type', shows: /逐条确认/, largeType: true },
    { name: 'english', shows: 'Begin', english: true },
    { name: 'not-all-ticked', shows: '请逐条看过并勾选', act: (hands) => hands.tap('开始办理') },
    { name: 'starting', shows: /正在准备/, answers: [hold(startSuccessor)], act: tickAll },
    {
      name: 'begun-elsewhere',
      shows: /已经在办理/,
      answers: [refuse(startSuccessor, 'certificates.in_work')],
      act: tickAll,
    },
    { name: 'nothing-known', shows: '没有用它登录过', answers: [NO_TIES] },
    { name: 'in-work', shows: '继续办理', answers: [IN_WORK] },
    { name: 'too-late', shows: /已经到期/, answers: [NOTHING_OPEN] },
  ],
};
