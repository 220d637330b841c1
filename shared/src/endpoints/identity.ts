import * as v from 'valibot';
import { defineEndpoint } from '../contract/define-endpoint';
import { deviceIdSchema } from '../schemas/device';
import { identityNumberSchema } from '../schemas/identity-document';
import { personNameSchema } from '../schemas/person-name';
import { phoneNumberSchema } from '../schemas/phone-number';
import { accountSchema } from '../schemas/session';
import { codeWishEntries, smsCodeSchema, smsCodeSentSchema } from '../schemas/sms-code';
import { SMS_BUDGET, STRANGERS_CODE_ERRORS } from './sms-budget';

export const identityEndpoints = {
  requestPhoneCode: defineEndpoint({
    id: 'identity.requestPhoneCode',
    method: 'POST',
    path: '/identity/phone-codes',
    access: 'applicant',
    summary: '实名认证用的不是登录手机号时，先向那个号码发送验证码',
    body: v.object({ phone: phoneNumberSchema, ...codeWishEntries }),
    response: smsCodeSentSchema,
    errors: STRANGERS_CODE_ERRORS,
    idempotent: false,
    rateLimit: { limit: 10, windowSeconds: 600, by: 'actor' },
    sharedRateLimit: SMS_BUDGET,
  }),
  verifyIdentity: defineEndpoint({
    id: 'identity.verifyIdentity',
    method: 'POST',
    path: '/identity/verification',
    access: 'applicant',
    summary: '实名认证：姓名、证件号码、手机号三要素核验；不是登录手机号的，还须那个号码收到的验证码',
    body: v.object({
      name: personNameSchema,
      idNumber: identityNumberSchema,
      phone: phoneNumberSchema,
      /** Sent to `phone`; asked for by `identity.phone_code_required`. */
      phoneCode: v.optional(smsCodeSchema),
      /** The device that asked for the code. */
      deviceId: v.optional(deviceIdSchema),
    }),
    response: accountSchema,
    errors: [
      'identity.mismatch',
      'identity.no_record',
      'identity.under_age',
      'identity.name_unprintable',
      'identity.staff_check_needed',
      'identity.too_many_attempts',
      'identity.already_verified',
      'identity.phone_code_required',
      'identity.known_elsewhere',
      'auth.code_wrong',
      'auth.code_expired',
      'auth.code_too_many_tries',
      'identity.unavailable',
    ],
    idempotent: true,
    rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  }),
};
