import * as v from 'valibot';
import { defineEndpoint, empty } from '../contract/define-endpoint';
import { deviceIdSchema } from '../schemas/device';
import { identityConsentVersionSchema, identityDraftSchema, identityStateSchema } from '../schemas/identity-check';
import { identityNumberSchema } from '../schemas/identity-document';
import { ownIdentitySchema } from '../schemas/own-identity';
import { personNameSchema } from '../schemas/person-name';
import { phoneNumberSchema } from '../schemas/phone-number';
import { accountSchema } from '../schemas/session';
import { codeWishEntries, smsCodeSchema, smsCodeSentSchema } from '../schemas/sms-code';
import { SMS_BUDGET, STRANGERS_CODE_ERRORS } from './sms-budget';

/** Who somebody says they are, whichever way it is proved by a provider. */
export const identityClaimEntries = {
  name: personNameSchema,
  idNumber: identityNumberSchema,
  /** Absent: the one that signs in. */
  phone: v.optional(phoneNumberSchema),
  consentVersion: identityConsentVersionSchema,
  /** Sent to `phone`; asked for by `identity.phone_code_required`. */
  phoneCode: v.optional(smsCodeSchema),
  /** The device that asked for the code. */
  deviceId: v.optional(deviceIdSchema),
};

/** Refusals of such a claim before anybody is asked about it. */
export const IDENTITY_CLAIM_ERRORS = [
  'identity.consent_required',
  'identity.under_age',
  'identity.name_unprintable',
  'identity.staff_check_needed',
  'identity.already_verified',
  'identity.phone_code_required',
  'auth.code_wrong',
  'auth.code_expired',
  'auth.code_too_many_tries',
] as const;

export const identityEndpoints = {
  readState: defineEndpoint({
    id: 'identity.readState',
    method: 'GET',
    path: '/identity',
    access: 'applicant',
    summary: '实名认证的情况：今天还能试几次、何时可以再试、人工核验的进度、尚未提交的填写内容',
    response: identityStateSchema,
    errors: [],
    idempotent: true,
    // It opens what is sealed: what was typed, a whole ID number perhaps.
    audited: 'each-minute',
    rateLimit: { limit: 120, windowSeconds: 600, by: 'actor' },
  }),
  saveDraft: defineEndpoint({
    id: 'identity.saveDraft',
    method: 'PUT',
    path: '/identity/draft',
    access: 'applicant',
    summary: '保存实名认证中已填写的内容（随填随存，不完整也可以）；认证通过后或 7 天后删除',
    body: identityDraftSchema,
    response: empty,
    errors: ['identity.already_verified'],
    idempotent: true,
    // While somebody types it saves itself every few seconds.
    audited: 'each-minute',
    rateLimit: { limit: 300, windowSeconds: 600, by: 'actor' },
  }),
  showOwn: defineEndpoint({
    id: 'identity.showOwn',
    method: 'POST',
    path: '/identity/own',
    access: 'verified-applicant',
    summary: '主动查看本人完整的姓名、证件号码和手机号，与证件核对；每次都计数',
    response: ownIdentitySchema,
    errors: [],
    idempotent: false,
    rateLimit: { limit: 10, windowSeconds: 3600, by: 'actor' },
  }),
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
    body: v.object(identityClaimEntries),
    response: accountSchema,
    errors: [
      ...IDENTITY_CLAIM_ERRORS,
      'identity.mismatch',
      'identity.no_record',
      'identity.too_many_attempts',
      'identity.known_elsewhere',
      'identity.unavailable',
    ],
    idempotent: true,
    rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  }),
};
