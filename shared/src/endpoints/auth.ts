import * as v from 'valibot';
import { defineEndpoint, empty } from '../contract/define-endpoint';
import { deviceIdSchema } from '../schemas/device';
import { phoneNumberSchema } from '../schemas/phone-number';
import { applicantSessionSchema, refreshRequestSchema, sessionTokensSchema } from '../schemas/session';
import { codeWishEntries, smsCodeSchema, smsCodeSentSchema } from '../schemas/sms-code';
import { termsVersionSchema } from '../schemas/terms-version';
import { weChatCodeSchema } from '../schemas/wechat-code';
import { authEmailEndpoints } from './auth-email';
import { authPasswordEndpoints } from './auth-passwords';
import { authSessionEndpoints } from './auth-sessions';
import { SMS_BUDGET, STRANGERS_CODE_ERRORS } from './sms-budget';

export const authEndpoints = {
  requestSmsCode: defineEndpoint({
    id: 'auth.requestSmsCode',
    method: 'POST',
    path: '/auth/sms-codes',
    access: 'public',
    summary: '发送登录短信验证码；同一设备的新验证码使旧的失效',
    body: v.object({ phone: phoneNumberSchema, ...codeWishEntries }),
    response: smsCodeSentSchema,
    errors: STRANGERS_CODE_ERRORS,
    idempotent: false,
    rateLimit: { limit: 30, windowSeconds: 600, by: 'address' },
    sharedRateLimit: SMS_BUDGET,
  }),
  signInWithSmsCode: defineEndpoint({
    id: 'auth.signInWithSmsCode',
    method: 'POST',
    path: '/auth/sessions/sms',
    access: 'public',
    summary: '用短信验证码登录；首次登录即注册',
    body: v.object({
      phone: phoneNumberSchema,
      code: smsCodeSchema,
      acceptedTermsVersion: termsVersionSchema,
      /** Given, the device is trusted from now on. */
      deviceId: v.optional(deviceIdSchema),
    }),
    response: applicantSessionSchema,
    errors: ['auth.code_wrong', 'auth.code_expired', 'auth.code_too_many_tries', 'auth.terms_outdated'],
    idempotent: false,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'address' },
    refreshCookie: { of: 'applicant', act: 'give' },
  }),
  signInWithWechatPhone: defineEndpoint({
    id: 'auth.signInWithWechatPhone',
    method: 'POST',
    path: '/auth/sessions/wechat-phone',
    access: 'public',
    summary: '用微信手机号一键登录；首次登录即注册',
    body: v.object({
      phoneCode: weChatCodeSchema,
      loginCode: v.optional(weChatCodeSchema),
      acceptedTermsVersion: termsVersionSchema,
      deviceId: v.optional(deviceIdSchema),
    }),
    response: applicantSessionSchema,
    errors: ['auth.wechat_code_invalid', 'auth.wechat_unavailable', 'auth.terms_outdated'],
    idempotent: false,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'address' },
    refreshCookie: { of: 'applicant', act: 'give' },
  }),
  refreshSession: defineEndpoint({
    id: 'auth.refreshSession',
    method: 'POST',
    path: '/auth/sessions/refresh',
    access: 'public',
    summary: '用刷新令牌换新的访问令牌；刷新令牌每次轮换，刚换掉的 10 秒内还能再换，更旧的再用会使整个会话失效',
    body: refreshRequestSchema,
    response: sessionTokensSchema,
    errors: ['auth.session_expired'],
    idempotent: false,
    rateLimit: { limit: 120, windowSeconds: 600, by: 'address' },
    refreshCookie: { of: 'applicant', act: 'rotate' },
  }),
  signOut: defineEndpoint({
    id: 'auth.signOut',
    method: 'DELETE',
    path: '/auth/sessions/current',
    access: 'applicant',
    summary: '退出登录；可以同时不再信任这台设备',
    /** `forgetDevice`: the next sign-in by password on this device needs a code again. */
    query: v.object({ forgetDevice: v.optional(v.picklist(['true', 'false']), 'false') }),
    response: empty,
    errors: [],
    idempotent: true,
    refreshCookie: { of: 'applicant', act: 'drop' },
  }),
  bindWechat: defineEndpoint({
    id: 'auth.bindWechat',
    method: 'POST',
    path: '/auth/wechat-binding',
    access: 'applicant',
    summary: '静默绑定微信 openid，微信支付和订阅消息需要它',
    body: v.object({ loginCode: weChatCodeSchema }),
    response: empty,
    errors: ['auth.wechat_code_invalid', 'auth.wechat_unavailable'],
    idempotent: false,
    rateLimit: { limit: 30, windowSeconds: 600, by: 'actor' },
  }),
  ...authEmailEndpoints,
  ...authPasswordEndpoints,
  ...authSessionEndpoints,
};
