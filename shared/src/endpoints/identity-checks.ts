import * as v from 'valibot';
import { binary, defineEndpoint } from '../contract/define-endpoint';
import { deviceIdSchema } from '../schemas/device';
import { objectIdSchema, revisionSchema } from '../schemas/identifiers';
import {
  IDENTITY_CHECK_REASONS,
  identityCheckRefusalSchema,
  identityConsentVersionSchema,
  nameNoteSchema,
  ownIdentityCheckSchema,
  staffIdentityCheckSchema,
  staffIdentityCheckSummarySchema,
} from '../schemas/identity-check';
import { identityNumberSchema } from '../schemas/identity-document';
import { personNameSchema } from '../schemas/person-name';
import { phoneNumberSchema } from '../schemas/phone-number';
import { smsCodeSchema } from '../schemas/sms-code';

const reviewer = { staff: ['reviewer'] } as const;
const params = v.object({ identityCheckId: objectIdSchema });
const decisionErrors = [
  'identity_checks.not_found',
  'identity_checks.decided',
  'request.conflict',
  'staff.own_order',
] as const;

export const identityChecksEndpoints = {
  requestCheck: defineEndpoint({
    id: 'identityChecks.requestCheck',
    method: 'POST',
    path: '/identity/checks',
    access: 'applicant',
    summary: '提交人工核验：自动核验办不了的人，由工作人员对照申请里的证件照片核对；一个工作日内答复',
    body: v.object({
      orderId: objectIdSchema,
      name: personNameSchema,
      idNumber: identityNumberSchema,
      /** Absent: the one that signs in. */
      phone: v.optional(phoneNumberSchema),
      /** Sent to `phone`, as for the automatic check. */
      phoneCode: v.optional(smsCodeSchema),
      deviceId: v.optional(deviceIdSchema),
      reason: v.picklist(IDENTITY_CHECK_REASONS),
      /** How the character looks that could not be typed; needed when that is the reason. */
      nameNote: v.optional(nameNoteSchema),
      consentVersion: identityConsentVersionSchema,
    }),
    response: ownIdentityCheckSchema,
    errors: [
      'identity.already_verified',
      'identity.consent_required',
      'identity.under_age',
      'identity.phone_code_required',
      'auth.code_wrong',
      'auth.code_expired',
      'auth.code_too_many_tries',
      'orders.not_found',
      'identity_checks.photos_missing',
      'identity_checks.already_requested',
    ],
    idempotent: true,
    rateLimit: { limit: 10, windowSeconds: 3600, by: 'actor' },
  }),
  listChecks: defineEndpoint({
    id: 'identityChecks.listChecks',
    method: 'GET',
    path: '/staff/identity-checks',
    access: reviewer,
    summary: '等待人工核验的人，最早承诺的在前',
    response: v.object({ items: v.array(staffIdentityCheckSummarySchema) }),
    errors: [],
    idempotent: true,
  }),
  readCheck: defineEndpoint({
    id: 'identityChecks.readCheck',
    method: 'GET',
    path: '/staff/identity-checks/:identityCheckId',
    access: reviewer,
    summary: '一份人工核验：填写的内容全文、照片和原因；每次查看都记录',
    params,
    response: staffIdentityCheckSchema,
    errors: ['identity_checks.not_found'],
    idempotent: true,
    // It shows an ID number in full.
    audited: true,
  }),
  readPhoto: defineEndpoint({
    id: 'identityChecks.readPhoto',
    method: 'GET',
    path: '/staff/identity-checks/:identityCheckId/files/:fileId',
    access: reviewer,
    summary: '人工核验所对照的一张证件照片，上面写有用途、查看人和时间',
    params: v.object({ identityCheckId: objectIdSchema, fileId: objectIdSchema }),
    response: binary('image/jpeg'),
    errors: ['identity_checks.not_found', 'files.not_found', 'files.busy'],
    idempotent: true,
  }),
  putNamePicture: defineEndpoint({
    id: 'identityChecks.putNamePicture',
    method: 'POST',
    path: '/staff/identity-checks/:identityCheckId/name-picture',
    access: reviewer,
    summary: '打不出或印不出的姓名：上传从证件截取的姓名图片，按合同上印出的样子返回，确认前可以更换',
    request: 'multipart',
    params,
    response: staffIdentityCheckSchema,
    errors: [
      'identity_checks.not_found',
      'identity_checks.decided',
      'identity_checks.name_picture_unclear',
      'request.conflict',
      'files.missing',
      'files.too_large',
      'files.busy',
    ],
    idempotent: false,
    rateLimit: { limit: 60, windowSeconds: 600, by: 'actor' },
  }),
  confirmCheck: defineEndpoint({
    id: 'identityChecks.confirmCheck',
    method: 'POST',
    path: '/staff/identity-checks/:identityCheckId/confirmation',
    access: reviewer,
    summary: '照片与填写的内容一致：账号通过实名认证，短信告知申请人',
    params,
    body: v.object({ revision: revisionSchema }),
    response: staffIdentityCheckSchema,
    errors: [
      ...decisionErrors,
      'identity_checks.name_picture_needed',
      'identity.known_elsewhere',
      'identity.already_verified',
    ],
    idempotent: false,
  }),
  refuseCheck: defineEndpoint({
    id: 'identityChecks.refuseCheck',
    method: 'POST',
    path: '/staff/identity-checks/:identityCheckId/refusal',
    access: reviewer,
    summary: '照片与填写的内容不一致：写明原因，短信告知申请人，可以改正后再提交',
    params,
    body: v.object({ revision: revisionSchema, reason: identityCheckRefusalSchema }),
    response: staffIdentityCheckSchema,
    errors: decisionErrors,
    idempotent: false,
  }),
};
