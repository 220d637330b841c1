import * as v from 'valibot';
import { defineEndpoint, empty } from '../contract/define-endpoint';
import { certificateAnswerSchema } from '../schemas/certificate-proof';
import { objectIdSchema } from '../schemas/identifiers';
import { authenticatorKeySchema, secondFactorSchema, secondFactorStateSchema } from '../schemas/second-factor';
import { staffChangeSchema, stepUpEntries, stepUpSchema } from '../schemas/staff-member';
import { STAFF_ROLES } from '../schemas/staff-role';
import { STEP_UP_ERRORS } from './step-up-errors';

const anyStaff = { staff: STAFF_ROLES, beforeSecondFactor: true } as const;

export const staffSecondFactorEndpoints = {
  readSecondFactor: defineEndpoint({
    id: 'staff.readSecondFactor',
    method: 'GET',
    path: '/staff/second-factor',
    access: anyStaff,
    summary: '是否启用了动态验证码，还剩几个备用码；登记为第二重验证的证书及其现状',
    response: secondFactorStateSchema,
    errors: [],
    idempotent: true,
  }),
  beginSecondFactor: defineEndpoint({
    id: 'staff.beginSecondFactor',
    method: 'POST',
    path: '/staff/second-factor',
    access: anyStaff,
    summary: '开始启用动态验证码：得到身份验证器的密钥；再次调用换一个密钥。登记了证书的，还须用它验证',
    body: stepUpSchema,
    response: authenticatorKeySchema,
    errors: ['auth.second_factor_exists', ...STEP_UP_ERRORS],
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
    summary: '停用动态验证码：须密码和一个动态验证码、备用码或登记的证书的签名',
    body: stepUpSchema,
    response: empty,
    errors: ['auth.second_factor_not_begun', ...STEP_UP_ERRORS],
    idempotent: false,
    rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  }),
  askToBindCertificate: defineEndpoint({
    id: 'staff.askToBindCertificate',
    method: 'POST',
    path: '/staff/second-factor/certificates',
    access: { staff: STAFF_ROLES },
    summary:
      '要求把本平台签发的证书登记为自己的第二重验证：须再次证明本人，并用这张证书签名；另一位管理员同意后生效（没有别的管理员时满 24 小时生效）',
    body: v.object({
      ...stepUpEntries,
      /** What the key of the certificate that is to be bound has signed: a challenge of `requestSessionChallenge`. */
      newCertificate: certificateAnswerSchema,
    }),
    response: staffChangeSchema,
    errors: ['staff.certificate_bound', 'staff.certificates_too_many', 'staff.change_waiting', ...STEP_UP_ERRORS],
    idempotent: false,
    rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  }),
  unbindCertificate: defineEndpoint({
    id: 'staff.unbindCertificate',
    method: 'POST',
    path: '/staff/second-factor/certificates/:factorCertificateId/removal',
    access: { staff: STAFF_ROLES },
    summary: '不再用这张证书作第二重验证：立即生效；必须启用第二重验证的，最后一种不能去掉',
    params: v.object({ factorCertificateId: objectIdSchema }),
    body: stepUpSchema,
    response: empty,
    errors: ['staff.certificate_not_bound', 'auth.second_factor_last', ...STEP_UP_ERRORS],
    idempotent: false,
    rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  }),
};
