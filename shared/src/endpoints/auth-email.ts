import * as v from 'valibot';
import { defineEndpoint, empty } from '../contract/define-endpoint';
import { accountEmailSchema } from '../schemas/sign-in-account';
import { smsCodeSchema, smsCodeSentSchema } from '../schemas/sms-code';

export const authEmailEndpoints = {
  requestEmailCode: defineEndpoint({
    id: 'auth.requestEmailCode',
    method: 'POST',
    path: '/auth/email-codes',
    access: 'applicant',
    summary: '向一个邮箱发送验证码，以便用它登录；邮箱是否已被使用，回答都一样',
    body: v.object({ email: accountEmailSchema }),
    response: smsCodeSentSchema,
    errors: ['auth.code_too_soon', 'auth.code_daily_limit', 'auth.mail_unavailable', 'auth.email_rejected'],
    idempotent: false,
    rateLimit: { limit: 10, windowSeconds: 3600, by: 'actor' },
  }),
  confirmEmail: defineEndpoint({
    id: 'auth.confirmEmail',
    method: 'POST',
    path: '/auth/email',
    access: 'applicant',
    summary: '用邮箱收到的验证码确认邮箱；原来的邮箱被替换',
    body: v.object({ email: accountEmailSchema, code: smsCodeSchema }),
    response: empty,
    errors: ['auth.code_wrong', 'auth.code_expired', 'auth.code_too_many_tries', 'auth.email_taken'],
    idempotent: false,
    rateLimit: { limit: 30, windowSeconds: 600, by: 'actor' },
  }),
  removeEmail: defineEndpoint({
    id: 'auth.removeEmail',
    method: 'DELETE',
    path: '/auth/email',
    access: 'applicant',
    summary: '移除本人的邮箱；之后不能再用它登录',
    response: empty,
    errors: [],
    idempotent: true,
  }),
};
