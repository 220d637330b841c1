import { endpoints, type FactorCertificate } from '@acceptance/shared';
import type { PageHands } from '../../story/browser/page-hands';
import { answer, refuse } from '../answers/answer';
import { REVIEWER } from '../fixtures/accounts';
import { DEVICE_PIN, SIGNING_KEY } from '../fixtures/device-keys';
import { minutesAgo } from '../fixtures/moments';
import {
  ADMINISTRATOR,
  CHANGE,
  FACTOR_CERTIFICATE,
  FACTOR_CERTIFICATES,
  INVITED,
  MEMBERS,
  OWN_BINDING,
  RECOVERY_CODES,
} from '../fixtures/staff-members';
import type { PageStates } from '../page-states';
import { STAFF_ANSWERS } from './staff-answers';
import { actTroubles, LOAD_TROUBLES, SIGNED_OUT } from './troubles';
import { usualLooks } from './usual-looks';

const factorIs = (enrolled: boolean, recoveryCodesLeft: number, certificates: FactorCertificate[] = []) =>
  answer(endpoints.staff.readSecondFactor, { enrolled, recoveryCodesLeft, certificates });

const toBinding = (hands: PageHands) => hands.tap('登记证书');

async function bind(hands: PageHands): Promise<void> {
  await toBinding(hands);
  await hands.type('本人登录密码', 'made-up password');
  await hands.type('本人动态验证码', '246810');
  await hands.type('证书密码', DEVICE_PIN);
  await hands.tap('提出登记');
}

async function begin(hands: PageHands): Promise<void> {
  await hands.type('本人登录密码', 'made-up password');
  await hands.tap('开始启用');
}

export const STAFF_SECURITY: PageStates = {
  page: 'staffSecurity',
  path: 'subpackages/staff/pages/security/index',
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [
    ...STAFF_ANSWERS,
    factorIs(false, 0),
    answer(endpoints.staff.beginSecondFactor, {
      secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      otpauthUrl: `otpauth://totp/${encodeURIComponent('启明数字证书认证（演示）有限公司')}:reviewer?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=${encodeURIComponent('启明数字证书认证（演示）有限公司')}`,
    }),
    answer(endpoints.staff.confirmSecondFactor, { recoveryCodes: RECOVERY_CODES }),
    refuse(endpoints.staff.removeSecondFactor, 'auth.second_factor_wrong'),
    answer(endpoints.certificateSignIn.requestSessionChallenge, ({ origin }) => ({
      purpose: 'second-factor' as const,
      origin,
      nonce: 'A'.repeat(43),
      expiresAt: minutesAgo(-2),
    })),
    answer(endpoints.staff.askToBindCertificate, OWN_BINDING),
  ],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks('还没有启用动态验证码', 'No second factor yet'),
    {
      name: 'must-enrol',
      shows: '请先启用动态验证码',
      answers: [answer(endpoints.staff.readStaff, { ...REVIEWER, mustEnrolSecondFactor: true })],
    },
    { name: 'scan', shows: '完成启用', act: begin },
    {
      name: 'recovery-codes',
      shows: '请保存备用码',
      act: async (hands) => {
        await begin(hands);
        await hands.type('身份验证器显示的 6 位数字', '246810');
        await hands.tap('完成启用');
      },
    },
    {
      name: 'changes-waiting',
      shows: /等待另一位管理员同意/,
      answers: [
        factorIs(true, 10),
        answer(endpoints.staff.listChanges, { items: [{ ...CHANGE, isAboutMe: true, canApprove: false }] }),
      ],
    },
    { name: 'enrolled', shows: /还剩 10 个备用码/, answers: [factorIs(true, 10)] },
    { name: 'few-codes-left', shows: /备用码快用完了/, answers: [factorIs(true, 1)] },
    {
      name: 'certificates-bound',
      shows: FACTOR_CERTIFICATE.projectName,
      answers: [factorIs(true, 10, FACTOR_CERTIFICATES)],
    },
    {
      name: 'certificate-unbind',
      shows: '去掉后立即不能再用它验证。',
      answers: [factorIs(true, 10, FACTOR_CERTIFICATES)],
      act: (hands) => hands.tap(`去掉${FACTOR_CERTIFICATE.projectName}`),
    },
    {
      name: 'certificate-alone',
      shows: '用证书签名',
      answers: [factorIs(false, 0, FACTOR_CERTIFICATES)],
      stored: SIGNING_KEY,
      act: (hands) => hands.tap(`去掉${FACTOR_CERTIFICATE.projectName}`),
    },
    { name: 'certificate-bind', shows: '提出登记', answers: [factorIs(true, 10)], stored: SIGNING_KEY, act: toBinding },
    {
      name: 'certificate-bind-missing',
      shows: '请输入登录密码',
      answers: [factorIs(true, 10)],
      stored: SIGNING_KEY,
      act: async (hands) => {
        await toBinding(hands);
        await hands.tap('提出登记');
      },
    },
    { name: 'certificate-asked', shows: '登记证书', answers: [factorIs(true, 10)], stored: SIGNING_KEY, act: bind },
    {
      name: 'certificate-bind-refused',
      shows: '这张证书已登记为第二重验证',
      answers: [factorIs(true, 10), refuse(endpoints.staff.askToBindCertificate, 'staff.certificate_bound')],
      stored: SIGNING_KEY,
      act: bind,
    },
    {
      name: 'certificate-waiting',
      shows: /证书序列号/,
      answers: [factorIs(true, 10), answer(endpoints.staff.listChanges, { items: [OWN_BINDING] })],
    },
    {
      name: 'remove-refused',
      shows: '动态验证码不对或已经用过',
      answers: [factorIs(true, 10)],
      act: async (hands) => {
        await hands.tap('停用动态验证码');
        await hands.type('本人登录密码', 'made-up password');
        await hands.type('本人动态验证码', '246810');
        await hands.tap('停用动态验证码');
      },
    },
  ],
};

async function accept(hands: PageHands): Promise<void> {
  await hands.type('邀请码', INVITED.invitationCode);
  await hands.type('登录密码', 'correct horse battery');
  await hands.tap('设置密码');
}

export const STAFF_INVITATION: PageStates = {
  page: 'staffInvitation',
  path: 'subpackages/staff/pages/invitation/index',
  as: 'nobody',
  screens: ['phone', 'desk'],
  answers: [...STAFF_ANSWERS, answer(endpoints.staff.acceptInvitation, { username: 'chen' })],
  states: [
    ...actTroubles(accept, '正在设置'),
    ...usualLooks(/输入管理员给您的邀请码/, /Enter the invitation code/),
    { name: 'field-errors', shows: '请输入邀请码', act: (hands) => hands.tap('设置密码') },
    {
      name: 'refused',
      shows: '邀请码不对、已用过或已过期',
      answers: [refuse(endpoints.staff.acceptInvitation, 'staff.invitation_invalid')],
      act: accept,
    },
    { name: 'accepted', shows: '去登录', act: accept },
  ],
};

async function add(hands: PageHands): Promise<void> {
  await hands.tap('新增工作人员');
  await hands.type('姓名', INVITED.staffChange.member.displayName);
  await hands.type('账号', INVITED.staffChange.member.username);
  await hands.tick('审核员');
  await hands.type('本人登录密码', 'made-up password');
  await hands.type('本人动态验证码', '246810');
  await hands.tap('提出新增并生成邀请码');
}

export const STAFF_MEMBERS: PageStates = {
  page: 'staffMembers',
  path: 'subpackages/staff/pages/members/index',
  as: 'staff',
  screens: ['phone', 'desk'],
  answers: [
    ...STAFF_ANSWERS,
    answer(endpoints.staff.readStaff, ADMINISTRATOR),
    answer(endpoints.staff.listMembers, { items: [...MEMBERS] }),
    answer(endpoints.staff.listChanges, { items: [] }),
    factorIs(true, 10),
    answer(endpoints.staff.addMember, INVITED),
    refuse(endpoints.staff.disableMember, 'staff.last_administrator'),
  ],
  states: [
    ...LOAD_TROUBLES,
    SIGNED_OUT,
    ...usualLooks(/赵前任/, 'Add a member of staff'),
    {
      name: 'field-errors',
      shows: '请至少选择一个角色',
      act: async (hands) => {
        await hands.tap('新增工作人员');
        await hands.tap('提出新增并生成邀请码');
      },
    },
    { name: 'invited', shows: /陈新人（演示）的邀请码/, act: add },
    { name: 'change-roles', shows: '保存角色', act: (hands) => hands.tap('改角色：李会计（演示）') },
    {
      name: 'changes-waiting',
      shows: /等待另一位管理员同意/,
      answers: [answer(endpoints.staff.listChanges, { items: [CHANGE, INVITED.staffChange] })],
    },
    {
      name: 'proof-refused',
      shows: '动态验证码不对或已经用过',
      answers: [refuse(endpoints.staff.resetMemberSecondFactor, 'auth.second_factor_wrong')],
      act: async (hands) => {
        await hands.tap('手机或 UKey 遗失：管理员（演示）');
        await hands.type('本人登录密码', 'made-up password');
        await hands.type('本人动态验证码', '246810');
        await hands.tap('提出更改');
      },
    },
    { name: 'disable-question', shows: '停用这个账号？', act: (hands) => hands.tap('停用：管理员（演示）') },
    {
      name: 'forbidden',
      shows: '当前账号不能进行此操作',
      answers: [refuse(endpoints.staff.listMembers, 'auth.forbidden')],
    },
  ],
};
