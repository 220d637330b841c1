import * as v from 'valibot';
import { defineEndpoint, empty } from '../contract/define-endpoint';
import { givenPasswordSchema } from '../schemas/password';
import { authenticatorKeySchema, secondFactorSchema, secondFactorStateSchema } from '../schemas/second-factor';
import { STAFF_ROLES } from '../schemas/staff-role';

const anyStaff = { staff: STAFF_ROLES, beforeSecondFactor: true } as const;

export const staffSecondFactorEndpoints = {
  readSecondFactor: defineEndpoint({
    id: 'staff.readSecondFactor',
    method: 'GET',
    path: '/staff/second-factor',
    access: anyStaff,
    summary: '是否启用了动态验证码，还剩几个备用码',
    response: secondFactorStateSchema,
    errors: [],
    idempotent: true,
  }),
  beginSecondFactor: defineEndpoint({
    id: 'staff.beginSecondFactor',
    method: 'POST',
    path: '/staff/second-factor',
    access: anyStaff,
    summary: '开始启用动态验证码：得到身份验证器的密钥；再次调用换一个密钥',
    body: v.object({ password: givenPasswordSchema }),
    response: authenticatorKeySchema,
    errors: ['auth.password_wrong', 'auth.password_delayed', 'auth.second_factor_exists'],
    idempotent: false,
    rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  }),
  confirmSecondFactor: defineEndpoint({
    id: 'staff.confirmSecondFactor',
    method: 'POST',
    path: '/staff/second-factor/confirmation',
    access: anyStaff,
    summary: '用第一个动态验证码完成启用；备用码只显示这一次',
    body: v.object({ code: secondFactorSchema }),
    response: v.object({ recoveryCodes: v.array(v.string()) }),
    errors: [
      'auth.second_factor_wrong',
      'auth.second_factor_exists',
      'auth.second_factor_not_begun',
      'auth.password_delayed',
    ],
    idempotent: false,
    rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  }),
  removeSecondFactor: defineEndpoint({
    id: 'staff.removeSecondFactor',
    method: 'POST',
    path: '/staff/second-factor/removal',
    access: anyStaff,
    summary: '停用动态验证码：须密码和一个动态验证码或备用码',
    body: v.object({ password: givenPasswordSchema, code: secondFactorSchema }),
    response: empty,
    errors: [
      'auth.password_wrong',
      'auth.password_delayed',
      'auth.second_factor_wrong',
      'auth.second_factor_not_begun',
    ],
    idempotent: false,
    rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  }),
};
