import * as v from 'valibot';
import { defineEndpoint, empty } from '../contract/define-endpoint';
import { deviceIdSchema } from '../schemas/device';
import { clientTokenSchema } from '../schemas/identifiers';
import { givenPasswordSchema, newPasswordSchema } from '../schemas/password';
import { applicantSessionSchema } from '../schemas/session';
import { signInAccountSchema } from '../schemas/sign-in-account';
import { pictureAnswerSchema, smsCodeSchema, smsCodeSentSchema } from '../schemas/sms-code';
import { termsVersionSchema } from '../schemas/terms-version';
import { SMS_BUDGET, SMS_CODE_ERRORS } from './sms-budget';

export const authPasswordEndpoints = {
  signInWithPassword: defineEndpoint({
    id: 'auth.signInWithPassword',
    method: 'POST',
    path: '/auth/sessions/password',
    access: 'public',
    summary: '用手机号或邮箱和密码登录；新设备还需短信验证码',
    body: v.object({
      account: signInAccountSchema,
      password: givenPasswordSchema,
      deviceId: deviceIdSchema,
      /** A sign-in code; asked for by `auth.device_code_required`. */
      code: v.optional(smsCodeSchema),
      acceptedTermsVersion: termsVersionSchema,
    }),
    response: applicantSessionSchema,
    errors: [
      'auth.password_wrong',
      'auth.password_retired',
      'auth.password_delayed',
      'auth.device_code_required',
      'auth.code_wrong',
      'auth.code_expired',
      'auth.code_too_many_tries',
      'auth.terms_outdated',
    ],
    idempotent: false,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'address' },
    refreshCookie: { of: 'applicant', act: 'give' },
  }),
  requestDeviceCode: defineEndpoint({
    id: 'auth.requestDeviceCode',
    method: 'POST',
    path: '/auth/device-codes',
    access: 'public',
    summary: '新设备用密码登录时，向账号的手机号发送短信验证码；须先给出正确的密码',
    body: v.object({ account: signInAccountSchema, password: givenPasswordSchema, deviceId: deviceIdSchema }),
    response: v.object({ ...smsCodeSentSchema.entries, phoneMasked: v.string() }),
    errors: ['auth.password_wrong', 'auth.password_retired', 'auth.password_delayed', ...SMS_CODE_ERRORS],
    idempotent: false,
    rateLimit: { limit: 30, windowSeconds: 600, by: 'address' },
    sharedRateLimit: SMS_BUDGET,
  }),
  setPassword: defineEndpoint({
    id: 'auth.setPassword',
    method: 'POST',
    path: '/auth/password',
    access: 'applicant',
    summary: '首次设置登录密码',
    body: v.object({ newPassword: newPasswordSchema }),
    response: empty,
    errors: ['auth.password_exists'],
    idempotent: false,
    rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  }),
  changePassword: defineEndpoint({
    id: 'auth.changePassword',
    method: 'POST',
    path: '/auth/password-changes',
    access: 'applicant',
    summary: '修改登录密码；其他设备须重新登录',
    body: v.object({ currentPassword: givenPasswordSchema, newPassword: newPasswordSchema }),
    response: empty,
    errors: ['auth.password_wrong', 'auth.password_delayed'],
    idempotent: false,
    rateLimit: { limit: 30, windowSeconds: 600, by: 'actor' },
  }),
  requestPicture: defineEndpoint({
    id: 'auth.requestPicture',
    method: 'POST',
    path: '/auth/pictures',
    access: 'public',
    summary: '图形验证码；两分钟内用一次',
    response: v.object({
      pictureId: v.string(),
      /** `data:image/png;base64,…` */
      image: v.string(),
      expiresInSeconds: v.number(),
    }),
    errors: [],
    idempotent: false,
    // Nobody is known yet and nothing is changed; what the picture is answered for is recorded.
    audited: false,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'address' },
  }),
  requestPasswordReset: defineEndpoint({
    id: 'auth.requestPasswordReset',
    method: 'POST',
    path: '/auth/password-resets',
    access: 'public',
    summary: '忘记密码：核对图形验证码后，向账号的手机号发送短信验证码；账号是否存在，回答都一样',
    body: v.object({
      account: signInAccountSchema,
      pictureId: clientTokenSchema,
      pictureAnswer: pictureAnswerSchema,
      /** The device that will enter the code. */
      deviceId: v.optional(deviceIdSchema),
    }),
    response: smsCodeSentSchema,
    errors: ['auth.picture_wrong', ...SMS_CODE_ERRORS],
    idempotent: false,
    rateLimit: { limit: 30, windowSeconds: 600, by: 'address' },
    sharedRateLimit: SMS_BUDGET,
  }),
  requestOwnPasswordReset: defineEndpoint({
    id: 'auth.requestOwnPasswordReset',
    method: 'POST',
    path: '/auth/own-password-resets',
    access: 'applicant',
    summary: '忘记密码但已用其他方式登录：向本人手机号发送短信验证码，不需要看图',
    response: smsCodeSentSchema,
    errors: SMS_CODE_ERRORS,
    idempotent: false,
    rateLimit: { limit: 10, windowSeconds: 600, by: 'actor' },
    sharedRateLimit: SMS_BUDGET,
  }),
  resetOwnPassword: defineEndpoint({
    id: 'auth.resetOwnPassword',
    method: 'POST',
    path: '/auth/own-password-resets/completion',
    access: 'applicant',
    summary: '已登录时用短信验证码设置新密码；其他设备须重新登录',
    body: v.object({ code: smsCodeSchema, newPassword: newPasswordSchema }),
    response: empty,
    errors: ['auth.code_wrong', 'auth.code_expired', 'auth.code_too_many_tries'],
    idempotent: false,
    rateLimit: { limit: 30, windowSeconds: 600, by: 'actor' },
  }),
  resetPassword: defineEndpoint({
    id: 'auth.resetPassword',
    method: 'POST',
    path: '/auth/password-resets/completion',
    access: 'public',
    summary: '忘记密码：用短信验证码设置新密码；所有设备须重新登录',
    body: v.object({
      account: signInAccountSchema,
      code: smsCodeSchema,
      newPassword: newPasswordSchema,
      deviceId: v.optional(deviceIdSchema),
    }),
    response: empty,
    errors: ['auth.code_wrong', 'auth.code_expired', 'auth.code_too_many_tries', 'auth.account_unknown'],
    idempotent: false,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'address' },
  }),
};
