import * as v from 'valibot';
import { faceStateSchema } from './face-check';
import { fileSchema } from './file';
import { revisionSchema, timestampSchema } from './identifiers';
import { namePictureSchema } from './name-picture';
import { lineOfText } from './text-fields';

export const IDENTITY_CHECK_REASONS = ['document', 'unavailable', 'contested', 'name'] as const;
export type IdentityCheckReason = (typeof IDENTITY_CHECK_REASONS)[number];
export const IDENTITY_CHECK_STATES = ['open', 'confirmed', 'refused', 'closed'] as const;
export type IdentityCheckState = (typeof IDENTITY_CHECK_STATES)[number];

export const nameNoteSchema = lineOfText('对这个字的说明', 60);
export const identityCheckRefusalSchema = lineOfText('原因', 100);

/** Which text of the consent was agreed to; without one the consent is missing, which is an error of its own. */
export const identityConsentVersionSchema = v.optional(v.pipe(v.string(), v.maxLength(20)), '');

/** As typed, right or wrong: it is kept for the person who types. */
const typedText = v.optional(v.pipe(v.string(), v.maxCodePoints(80, '内容太长了')));
export const identityDraftSchema = v.object({ name: typedText, idNumber: typedText, phone: typedText });
export type IdentityDraft = v.InferOutput<typeof identityDraftSchema>;

const checkEntries = {
  state: v.picklist(IDENTITY_CHECK_STATES),
  reason: v.picklist(IDENTITY_CHECK_REASONS),
  requestedAt: timestampSchema,
  promisedBy: timestampSchema,
};
export const ownIdentityCheckSchema = v.object({ ...checkEntries, refusal: v.nullable(v.string()) });
export type OwnIdentityCheck = v.InferOutput<typeof ownIdentityCheckSchema>;

export const identityStateSchema = v.object({
  phoneMasked: v.string(),
  /** Refused checks that are left today, by Beijing's day. */
  triesLeft: v.number(),
  /** When no try is left: the next midnight of Beijing. */
  blockedUntil: v.nullable(timestampSchema),
  check: v.nullable(ownIdentityCheckSchema),
  /** Null where checks by face are not offered. */
  face: v.nullable(faceStateSchema),
  draft: v.nullable(identityDraftSchema),
});
export type IdentityState = v.InferOutput<typeof identityStateSchema>;

export const staffIdentityCheckSummarySchema = v.object({
  ...checkEntries,
  id: v.string(),
  nameMasked: v.string(),
});
export type StaffIdentityCheckSummary = v.InferOutput<typeof staffIdentityCheckSummarySchema>;
export const staffIdentityCheckSchema = v.object({
  ...staffIdentityCheckSummarySchema.entries,
  revision: revisionSchema,
  orderId: v.string(),
  person: v.object({ name: v.string(), idNumber: v.string(), phone: v.string() }),
  nameNote: v.nullable(v.string()),
  /** The contract cannot print the name, or it was described: confirming needs a picture of it. */
  needsNamePicture: v.boolean(),
  namePicture: v.nullable(namePictureSchema),
  idCard: v.object({ front: v.nullable(fileSchema), back: v.nullable(fileSchema) }),
});
export type StaffIdentityCheck = v.InferOutput<typeof staffIdentityCheckSchema>;
