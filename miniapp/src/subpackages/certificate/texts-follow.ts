import type { KindProblem, KindWarning, SealKind, SuccessorKind } from '@acceptance/shared';
import { localized } from '../../text/localized';

interface FollowText {
  readonly title: string;
  readonly hints: Record<SuccessorKind, string>;
  readonly from: (day: string) => string;
  readonly fee: string;
  readonly free: string;
  readonly problems: Record<KindProblem, string>;
  readonly inWork: (kind: string) => string;
  readonly goOn: string;
  readonly replaced: string;
  readonly seeNew: string;
  readonly tiesTitle: string;
  readonly tiesLead: string;
  readonly seal: (kind: SealKind, purpose: string) => string;
  readonly sealFate: Record<SuccessorKind, string>;
  readonly signIn: string;
  readonly signInUsed: (day: string) => string;
  readonly signInUnused: string;
  readonly sharedKeyFate: Record<SuccessorKind, string>;
  readonly otherKey: string;
  readonly questionsTitle: string;
  readonly questionsLead: string;
  readonly beforeTitle: string;
  readonly beforeLead: string;
  readonly warnings: Record<KindWarning, string>;
  readonly lostFirst: string;
  readonly revokeNow: string;
  readonly sameTitle: string;
  readonly same: string;
  readonly missing: string;
  readonly start: string;
  readonly starting: string;
}

const zh: FollowText = {
  title: '可以办理',
  hints: {
    renewal: '快到期时办，续上新的有效期',
    'reissue-lost': 'UKey、手机或密码丢了，怕被别人使用',
    'reissue-damaged': '打不开、坏了、忘了软件证书的密码，但没有落到别人手里',
    change: '单位改名、换法定代表人等',
  },
  from: (day) => `${day} 起可办`,
  fee: '费用',
  free: '不收费',
  problems: {
    'not-for-holder': '个人证书不办理信息变更',
    replaced: '这张证书已经换成新的了',
    state: '证书现在的状态不能这样办理',
    'too-early': '还没有到可以办理的时间',
    'too-late': '证书已经到期，请重新申请一张',
  },
  inWork: (kind) => `这张证书正在办理：${kind}`,
  goOn: '继续办理',
  replaced: '这张证书已经换成新的',
  seeNew: '查看新证书',
  tiesTitle: '旧密钥还用在哪里',
  tiesLead: '这是我们这里查到的；在别的平台上的用途，请自己再想一想。',
  seal: (kind, purpose) => (kind === 'unit' ? `单位电子印章（${purpose}）` : '个人签名章'),
  sealFate: {
    renewal: '到期失效，换新章',
    'reissue-lost': '提交后失效，换新章',
    'reissue-damaged': '换证后失效，换新章',
    change: '换证后失效，换新章',
  },
  signIn: '登录本平台',
  signInUsed: (day) => `${day} 用过，换证后用新证书`,
  signInUnused: '没有用它登录过',
  sharedKeyFate: {
    renewal: '用同一个密钥，不受影响',
    'reissue-lost': '用同一个密钥，会一起注销',
    'reissue-damaged': '用同一个密钥，不会注销，但也用不了了',
    change: '用同一个密钥，不受影响',
  },
  otherKey: '另一个密钥，不受影响',
  questionsTitle: '这个项目还要想到',
  questionsLead: '请逐条核对，属实的打勾；有不属实的，先办好再来。',
  beforeTitle: '办理之前，请逐条确认',
  beforeLead: '每一条都看过、安排好以后再勾选。',
  warnings: {
    'registered-elsewhere':
      '用旧证书登记过的平台（招投标、税务、政务等），拿到新证书后要重新绑定；用旧证书做的电子印章也要换成新的。',
    'encrypted-with-key': '用旧证书加密过的文件或邮件，只有旧密钥能打开：请先解密保存；旧 UKey 或旧文件不要扔。',
    'ends-at-submission': '提交申请后，旧证书马上注销，不能恢复；拿到新证书之前，没有证书可用。',
    'ends-when-issued':
      '新证书签发后，旧证书随即注销，不能恢复；领取的是 UKey 的，路上这几天没有证书可用。有投标、申报等急事的，请办完再来。',
    'both-valid': '旧证书用到原来的到期日为止，这期间两张都有效，您可以从容更换。',
    'same-end': '新证书的到期日与旧证书相同，时间不延长。',
  },
  lostFirst: '怀疑已经有人在用？不用等申请，可以现在就注销旧证书，再回来补办。',
  revokeNow: '马上注销',
  sameTitle: '和第一次办理一样',
  same: '资料会自动填好，请核对；仍要拍摄证件、阅读并签署合同、等待审核、缴费。',
  missing: '请逐条看过并勾选',
  start: '开始办理',
  starting: '正在准备',
};

const en: FollowText = {
  title: 'What you can do',
  hints: {
    renewal: 'Near its end: a new term',
    'reissue-lost': 'UKey, phone or PIN is lost and others may use it',
    'reissue-damaged': 'Broken, or the PIN of a software certificate forgotten, but in nobody else’s hands',
    change: 'The unit has a new name, a new legal representative and so on',
  },
  from: (day) => `From ${day}`,
  fee: 'Fee',
  free: 'Free of charge',
  problems: {
    'not-for-holder': 'Not for a personal certificate',
    replaced: 'A new certificate has taken its place',
    state: 'Not possible as the certificate stands now',
    'too-early': 'It is too early for this',
    'too-late': 'It has ended; please apply for a new one',
  },
  inWork: (kind) => `Under way for this certificate: ${kind}`,
  goOn: 'Go on',
  replaced: 'A new certificate has taken its place',
  seeNew: 'See the new one',
  tiesTitle: 'What hangs on the old key',
  tiesLead: 'As far as we know here; please think yourself of other platforms.',
  seal: (kind, purpose) => (kind === 'unit' ? `Seal of the unit (${purpose})` : 'Seal of your signature'),
  sealFate: {
    renewal: 'Ends with the old one; you get a new seal',
    'reissue-lost': 'Ends when you submit; you get a new seal',
    'reissue-damaged': 'Ends with the new certificate; you get a new seal',
    change: 'Ends with the new certificate; you get a new seal',
  },
  signIn: 'Sign-in here',
  signInUsed: (day) => `Used on ${day}; the new one takes over`,
  signInUnused: 'Never used for it',
  sharedKeyFate: {
    renewal: 'Has the same key, stays as it is',
    'reissue-lost': 'Has the same key and is revoked too',
    'reissue-damaged': 'Has the same key: not revoked, but of no use either',
    change: 'Has the same key, stays as it is',
  },
  otherKey: 'Has another key, stays as it is',
  questionsTitle: 'For this project, think of this too',
  questionsLead: 'Tick what is so; where it is not, see to it first and come back.',
  beforeTitle: 'Before you begin, please confirm each of these',
  beforeLead: 'Tick each when you have read it and it is arranged.',
  warnings: {
    'registered-elsewhere':
      'Platforms where the old certificate is registered need the new one, and so does an electronic seal made with it.',
    'encrypted-with-key':
      'Files and mails encrypted for the old key open with it alone: decrypt them first, and keep the old UKey or file.',
    'ends-at-submission':
      'When you submit, the old certificate ends at once and for good; until the new one comes you have none.',
    'ends-when-issued':
      'When the new one is issued, the old one ends for good; while a UKey is on its way you have none. Finish what is urgent first.',
    'both-valid': 'The old certificate stays valid to its end; until then you can use both.',
    'same-end': 'The new certificate ends on the same day as the old one.',
  },
  lostFirst: 'Somebody may be using it? You can revoke it now, without waiting, and come back for the replacement.',
  revokeNow: 'Revoke now',
  sameTitle: 'The same steps as the first time',
  same: 'Your data is filled in for you to check; photos of your ID card, contract, review and payment are done again.',
  missing: 'Please read and tick each of them',
  start: 'Begin',
  starting: 'Preparing',
};

/** Texts of what follows a certificate. */
export const FOLLOW_TEXT = localized({ zh, en });
