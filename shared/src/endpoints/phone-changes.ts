import * as v from 'valibot';
import { defineEndpoint } from '../contract/define-endpoint';
import { objectIdSchema, revisionSchema } from '../schemas/identifiers';
import {
  ownPhoneChangeSchema,
  phoneChangeByCertificateSchema,
  phoneChangeReceiptSchema,
  phoneChangeRefusalSchema,
  phoneChangeRequestSchema,
  staffPhoneChangeSchema,
} from '../schemas/phone-change';
import { phoneNumberSchema } from '../schemas/phone-number';
import { codeWishEntries, smsCodeSentSchema } from '../schemas/sms-code';
import { CERTIFICATE_PROOF_ERRORS } from './certificate-sign-in';
import { SMS_BUDGET, STRANGERS_CODE_ERRORS } from './sms-budget';

const reviewer = { staff: ['reviewer'] } as const;
const params = v.object({ phoneChangeId: objectIdSchema });
const receipt = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, '编号格式不正确'));
const decisionErrors = ['phone_changes.not_found', 'phone_changes.decided', 'request.conflict'] as const;

export const phoneChangesEndpoints = {
  requestNumberCode: defineEndpoint({
    id: 'phoneChanges.requestNumberCode',
    method: 'POST',
    path: '/phone-changes/codes',
    access: 'public',
    summary: '更换登录手机号：向新手机号发送验证码',
    body: v.object({ newPhone: phoneNumberSchema, ...codeWishEntries }),
    response: smsCodeSentSchema,
    errors: STRANGERS_CODE_ERRORS,
    idempotent: false,
    rateLimit: { limit: 30, windowSeconds: 600, by: 'address' },
    sharedRateLimit: SMS_BUDGET,
  }),
  requestChange: defineEndpoint({
    id: 'phoneChanges.requestChange',
    method: 'POST',
    path: '/phone-changes',
    access: 'public',
    summary:
      '申请更换登录手机号：新手机号收到验证码，且由账号实名认证的本人提出；工作人员审核，24 小时内原手机号可以阻止',
    body: phoneChangeRequestSchema,
    response: v.object({ receipt, ...phoneChangeReceiptSchema.entries }),
    errors: [
      'auth.code_wrong',
      'auth.code_expired',
      'auth.code_too_many_tries',
      'identity.mismatch',
      'identity.no_record',
      'identity.unavailable',
      'phone_changes.not_matched',
      'phone_changes.number_in_use',
      'phone_changes.already_requested',
    ],
    idempotent: false,
    // The real-name check costs money, and tells whether name, number and phone belong together.
    rateLimit: { limit: 10, windowSeconds: 3600, by: 'address' },
  }),
  requestChangeByCertificate: defineEndpoint({
    id: 'phoneChanges.requestChangeByCertificate',
    method: 'POST',
    path: '/phone-changes/by-certificate',
    access: 'public',
    summary:
      '用证书申请更换登录手机号：新手机号收到验证码，且用账号的有效证书签名；工作人员审核，24 小时内原手机号可以阻止',
    body: phoneChangeByCertificateSchema,
    response: v.object({ receipt, ...phoneChangeReceiptSchema.entries }),
    errors: [
      'auth.code_wrong',
      'auth.code_expired',
      'auth.code_too_many_tries',
      ...CERTIFICATE_PROOF_ERRORS,
      'phone_changes.number_in_use',
      'phone_changes.already_requested',
    ],
    idempotent: false,
    rateLimit: { limit: 10, windowSeconds: 3600, by: 'address' },
  }),
  readReceipt: defineEndpoint({
    id: 'phoneChanges.readReceipt',
    method: 'POST',
    path: '/phone-changes/receipts',
    access: 'public',
    summary: '查看自己提出的更换申请；回执是提出时得到的，不放在地址里',
    body: v.object({ receipt }),
    response: phoneChangeReceiptSchema,
    errors: ['phone_changes.not_found'],
    idempotent: true,
    audited: false,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'address' },
  }),
  readOwnChange: defineEndpoint({
    id: 'phoneChanges.readOwnChange',
    method: 'GET',
    path: '/account/phone-change',
    access: 'applicant',
    summary: '是否有人申请更换本账号的登录手机号',
    response: ownPhoneChangeSchema,
    errors: [],
    idempotent: true,
  }),
  objectToChange: defineEndpoint({
    id: 'phoneChanges.objectToChange',
    method: 'POST',
    path: '/account/phone-change/objection',
    access: 'applicant',
    summary: '阻止正在进行的更换；生效之前都可以',
    response: ownPhoneChangeSchema,
    errors: ['phone_changes.not_found'],
    idempotent: true,
    rateLimit: { limit: 20, windowSeconds: 600, by: 'actor' },
  }),
  listChanges: defineEndpoint({
    id: 'phoneChanges.listChanges',
    method: 'GET',
    path: '/staff/phone-changes',
    access: reviewer,
    summary: '等待审核和等待生效的更换申请，等得最久的在前；最近办完的在后',
    response: v.object({ items: v.array(staffPhoneChangeSchema) }),
    errors: [],
    idempotent: true,
  }),
  approveChange: defineEndpoint({
    id: 'phoneChanges.approveChange',
    method: 'POST',
    path: '/staff/phone-changes/:phoneChangeId/approval',
    access: reviewer,
    summary: '同意更换；账号有进行中的申请或证书时须两人同意',
    params,
    body: v.object({ revision: revisionSchema }),
    response: staffPhoneChangeSchema,
    errors: [...decisionErrors, 'phone_changes.second_person_required', 'staff.role_too_new', 'staff.own_order'],
    idempotent: false,
  }),
  refuseChange: defineEndpoint({
    id: 'phoneChanges.refuseChange',
    method: 'POST',
    path: '/staff/phone-changes/:phoneChangeId/refusal',
    access: reviewer,
    summary: '不同意更换，写明原因',
    params,
    body: v.object({ revision: revisionSchema, reason: phoneChangeRefusalSchema }),
    response: staffPhoneChangeSchema,
    errors: decisionErrors,
    idempotent: false,
  }),
};
