import * as v from 'valibot';
import { certificateAnswerSchema } from './certificate-proof';
import { deviceIdSchema } from './device';
import { revisionSchema, timestampSchema } from './identifiers';
import { identityNumberSchema } from './identity-document';
import { personNameSchema } from './person-name';
import { phoneNumberSchema } from './phone-number';
import { smsCodeSchema } from './sms-code';
import { lineOfText } from './text-fields';

export const PHONE_CHANGE_REASONS = ['stopped', 'lost', 'replaced', 'other'] as const;
export type PhoneChangeReason = (typeof PHONE_CHANGE_REASONS)[number];

/**
 * `requested`: staff decide. `approved`: decided, waits for the end of the time to object. `effective`: done.
 * `refused` by staff, `objected` by the owner of the old number, `failed`: the new number had an account by then.
 */
export const PHONE_CHANGE_STATES = ['requested', 'approved', 'effective', 'refused', 'objected', 'failed'] as const;
export type PhoneChangeState = (typeof PHONE_CHANGE_STATES)[number];

export const phoneChangeRequestSchema = v.object({
  oldPhone: phoneNumberSchema,
  newPhone: phoneNumberSchema,
  /** Sent to the new number. */
  code: smsCodeSchema,
  /** The device that asked for the code. */
  deviceId: v.optional(deviceIdSchema),
  name: personNameSchema,
  idNumber: identityNumberSchema,
  reason: v.picklist(PHONE_CHANGE_REASONS, '请选择更换的原因'),
});
export type PhoneChangeRequest = v.InferOutput<typeof phoneChangeRequestSchema>;

/** The same by who holds a certificate: it says whose account it is, and proves them. */
export const phoneChangeByCertificateSchema = v.object({
  ...certificateAnswerSchema.entries,
  newPhone: phoneNumberSchema,
  /** Sent to the new number, asked for by the same device. */
  code: smsCodeSchema,
  reason: v.picklist(PHONE_CHANGE_REASONS, '请选择更换的原因'),
});
export type PhoneChangeByCertificate = v.InferOutput<typeof phoneChangeByCertificateSchema>;

/** How whoever asked has shown to be the person: by the real-name check, or by a certificate of the account. */
export const PHONE_CHANGE_PROOFS = ['identity', 'certificate'] as const;
export type PhoneChangeProof = (typeof PHONE_CHANGE_PROOFS)[number];

const changeEntries = {
  state: v.picklist(PHONE_CHANGE_STATES),
  newPhoneMasked: v.string(),
  requestedAt: timestampSchema,
  /** When it takes effect, or took; while it is not decided, the earliest moment. */
  effectiveFrom: timestampSchema,
};

/** What the person who asked may know: they may not be able to sign in. */
export const phoneChangeReceiptSchema = v.object({ ...changeEntries, refusal: v.nullable(v.string()) });
export type PhoneChangeReceipt = v.InferOutput<typeof phoneChangeReceiptSchema>;

/** What the owner of the account sees, who may object. */
export const ownPhoneChangeSchema = v.object({
  change: v.nullable(v.object({ ...changeEntries, canObject: v.boolean() })),
});
export type OwnPhoneChange = v.InferOutput<typeof ownPhoneChangeSchema>;

/** What staff decide upon. */
export const staffPhoneChangeSchema = v.object({
  ...changeEntries,
  id: v.string(),
  revision: revisionSchema,
  nameMasked: v.string(),
  oldPhoneMasked: v.string(),
  reason: v.picklist(PHONE_CHANGE_REASONS),
  provedBy: v.picklist(PHONE_CHANGE_PROOFS),
  /** Orders under way and certificates in use. */
  liveOrders: v.number(),
  approvalsNeeded: v.number(),
  approvals: v.number(),
  /** Whether the member of staff who looks has approved already: a second person must be another one. */
  approvedByMe: v.boolean(),
});
export type StaffPhoneChange = v.InferOutput<typeof staffPhoneChangeSchema>;

export const phoneChangeRefusalSchema = lineOfText('原因', 100);
