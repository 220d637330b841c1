import * as v from 'valibot';
import { defineEndpoint } from '../contract/define-endpoint';
import { objectIdSchema } from '../schemas/identifiers';
import { newPasswordSchema } from '../schemas/password';
import { phoneNumberSchema } from '../schemas/phone-number';
import { secondFactorEntries } from '../schemas/second-factor';
import {
  askedInvitationSchema,
  staffChangeSchema,
  staffMemberSchema,
  staffNameSchema,
  staffRolesSchema,
  staffUsernameSchema,
  stepUpEntries,
  stepUpSchema,
} from '../schemas/staff-member';
import { STAFF_ROLES } from '../schemas/staff-role';
import { STEP_UP_ERRORS } from './step-up-errors';

const administrator = { staff: ['administrator'] } as const;
const anyStaff = { staff: STAFF_ROLES } as const;
const params = v.object({ staffId: objectIdSchema });
const ofChange = v.object({ staffChangeId: objectIdSchema });
const rateLimit = { limit: 60, windowSeconds: 600, by: 'actor' } as const;

export const staffMemberEndpoints = {
  listMembers: defineEndpoint({
    id: 'staff.listMembers',
    method: 'GET',
    path: '/staff/members',
    access: administrator,
    summary: '全部工作人员及其角色',
    response: v.object({ items: v.array(staffMemberSchema) }),
    errors: [],
    idempotent: true,
  }),
  addMember: defineEndpoint({
    id: 'staff.addMember',
    method: 'POST',
    path: '/staff/members',
    access: administrator,
    summary:
      '要求新增工作人员：须再次证明本人；另一位管理员同意后生效（只有一位管理员时满 24 小时生效）。邀请码只显示一次，生效后 48 小时内有效',
    body: v.object({
      username: staffUsernameSchema,
      displayName: staffNameSchema,
      roles: staffRolesSchema,
      ...stepUpEntries,
    }),
    response: askedInvitationSchema,
    errors: ['staff.username_taken', 'staff.change_waiting', ...STEP_UP_ERRORS],
    idempotent: false,
    rateLimit,
  }),
  inviteMember: defineEndpoint({
    id: 'staff.inviteMember',
    method: 'POST',
    path: '/staff/members/:staffId/invitation',
    access: administrator,
    summary: '要求重新邀请，也用于忘记密码的工作人员：生效条件同新增；生效后旧邀请码失效',
    params,
    body: stepUpSchema,
    response: askedInvitationSchema,
    errors: ['staff.member_not_found', 'staff.member_disabled', 'staff.change_waiting', ...STEP_UP_ERRORS],
    idempotent: false,
    rateLimit,
  }),
  setMemberRoles: defineEndpoint({
    id: 'staff.setMemberRoles',
    method: 'PUT',
    path: '/staff/members/:staffId/roles',
    access: administrator,
    summary: '更改角色；此人须重新登录。只减少的立即生效；有增加的须再次证明本人，连同减少的一并等待，生效条件同新增',
    params,
    body: v.object({
      roles: staffRolesSchema,
      /** Needed where a role is added. */
      password: v.optional(stepUpEntries.password),
      ...secondFactorEntries,
    }),
    /** Without a change everything has been done. */
    response: v.object({ member: staffMemberSchema, staffChange: v.nullable(staffChangeSchema) }),
    errors: [
      'staff.member_not_found',
      'staff.member_disabled',
      'staff.last_administrator',
      'staff.proof_required',
      'staff.change_waiting',
      ...STEP_UP_ERRORS,
    ],
    idempotent: true,
    rateLimit,
  }),
  disableMember: defineEndpoint({
    id: 'staff.disableMember',
    method: 'POST',
    path: '/staff/members/:staffId/disabling',
    access: administrator,
    summary: '停用账号：立即退出登录，邀请码失效',
    params,
    response: staffMemberSchema,
    errors: ['staff.member_not_found', 'staff.last_administrator'],
    idempotent: true,
    rateLimit,
  }),
  enableMember: defineEndpoint({
    id: 'staff.enableMember',
    method: 'POST',
    path: '/staff/members/:staffId/enabling',
    access: administrator,
    summary: '恢复停用的账号',
    params,
    response: staffMemberSchema,
    errors: ['staff.member_not_found'],
    idempotent: true,
    rateLimit,
  }),
  resetMemberSecondFactor: defineEndpoint({
    id: 'staff.resetMemberSecondFactor',
    method: 'POST',
    path: '/staff/members/:staffId/second-factor-reset',
    access: administrator,
    summary: '手机或 UKey 遗失时要求去掉一个人的动态验证码和登记的证书：生效条件同新增；此人须重新登录并重新启用',
    params,
    body: stepUpSchema,
    response: v.object({ staffChange: staffChangeSchema }),
    errors: ['staff.member_not_found', 'staff.member_disabled', 'staff.change_waiting', ...STEP_UP_ERRORS],
    idempotent: false,
    rateLimit,
  }),
  listChanges: defineEndpoint({
    id: 'staff.listChanges',
    method: 'GET',
    path: '/staff/changes',
    access: anyStaff,
    summary: '等待生效的工作人员更改，全体工作人员可见；最近办完的，管理员和本人可见',
    response: v.object({ items: v.array(staffChangeSchema) }),
    errors: [],
    idempotent: true,
  }),
  approveMemberChange: defineEndpoint({
    id: 'staff.approveMemberChange',
    method: 'POST',
    path: '/staff/changes/:staffChangeId/approval',
    access: administrator,
    summary: '另一位管理员同意一项更改，立即生效；须再次证明本人',
    params: ofChange,
    body: stepUpSchema,
    response: staffChangeSchema,
    errors: [
      'staff.change_not_found',
      'staff.change_settled',
      'staff.second_administrator_required',
      'staff.role_too_new',
      ...STEP_UP_ERRORS,
    ],
    idempotent: false,
    rateLimit,
  }),
  cancelMemberChange: defineEndpoint({
    id: 'staff.cancelMemberChange',
    method: 'POST',
    path: '/staff/changes/:staffChangeId/cancellation',
    access: anyStaff,
    summary: '取消一项等待生效的更改；管理员和此项更改涉及的本人可以',
    params: ofChange,
    response: staffChangeSchema,
    errors: ['staff.change_not_found', 'staff.change_settled'],
    idempotent: true,
    rateLimit,
  }),
  addOwnPhone: defineEndpoint({
    id: 'staff.addOwnPhone',
    method: 'POST',
    path: '/staff/own-phones',
    access: anyStaff,
    summary: '登记本人手机号，以便不办理自己的申请；只存摘要，只增不减',
    body: v.object({ phone: phoneNumberSchema }),
    response: v.object({ phoneMasked: v.string() }),
    errors: [],
    idempotent: true,
    rateLimit: { limit: 10, windowSeconds: 86_400, by: 'actor' },
  }),
  acceptInvitation: defineEndpoint({
    id: 'staff.acceptInvitation',
    method: 'POST',
    path: '/staff/invitations/acceptance',
    access: 'public',
    summary: '用邀请码设置登录密码；角色由管理员事先定好',
    body: v.object({
      code: v.pipe(v.string('请输入邀请码'), v.trim(), v.minLength(1, '请输入邀请码'), v.maxLength(60, '请输入邀请码')),
      newPassword: newPasswordSchema,
      /** The person's own number, so that they do not decide on applications of their own. */
      ownPhone: v.optional(phoneNumberSchema),
    }),
    response: v.object({ username: v.string() }),
    errors: ['staff.invitation_invalid'],
    idempotent: false,
    rateLimit: { limit: 20, windowSeconds: 600, by: 'address' },
  }),
};
