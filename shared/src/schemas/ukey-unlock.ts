import * as v from 'valibot';
import { certificateAnswerSchema } from './certificate-proof';
import { objectIdSchema, timestampSchema } from './identifiers';

/** `waiting`: for the holder to come with the UKey. `expired`: nobody came in time. All but the first are the end. */
export const UKEY_UNLOCK_STATES = ['waiting', 'done', 'cancelled', 'expired'] as const;
export type UkeyUnlockState = (typeof UKEY_UNLOCK_STATES)[number];
export const UKEY_UNLOCK_STATE_LABELS: Record<UkeyUnlockState, string> = {
  waiting: '等您带 UKey 来',
  done: '已解锁',
  cancelled: '已取消',
  expired: '已过期',
};

/** Why the PIN of a certificate's UKey is not reset: there is no UKey, or the certificate is of no use any more. */
export const UKEY_UNLOCK_HINDRANCES = ['not-in-ukey', 'certificate-not-valid'] as const;
export type UkeyUnlockHindrance = (typeof UKEY_UNLOCK_HINDRANCES)[number];

/** Days in which the holder comes. */
export const UKEY_UNLOCK_DAYS = 30;

const unlockEntries = {
  id: v.string(),
  state: v.picklist(UKEY_UNLOCK_STATES),
  askedAt: timestampSchema,
  /** Until when it waits. */
  endsAt: timestampSchema,
  /** When it was done, cancelled or given up; null while it waits. */
  endedAt: v.nullable(timestampSchema),
};

/** What a holder knows of the PIN of their UKey. */
export const ownUkeyUnlockSchema = v.object({
  /** The newest request; null: none was made. */
  unlock: v.nullable(v.object(unlockEntries)),
  /** Null: one may be asked for. */
  hindrance: v.nullable(v.picklist(UKEY_UNLOCK_HINDRANCES)),
  /** Where and when to come. */
  place: v.string(),
  hours: v.string(),
  phone: v.string(),
});
export type OwnUkeyUnlock = v.InferOutput<typeof ownUkeyUnlockSchema>;

/** A request in the desk's list, which names nobody. */
export const ukeyUnlockSummarySchema = v.object({
  ...unlockEntries,
  orderNumber: v.string(),
  projectName: v.string(),
  /** Of the certificate; upper-case hexadecimal. */
  serialNumber: v.string(),
});
export type UkeyUnlockSummary = v.InferOutput<typeof ukeyUnlockSummarySchema>;

/** A request at the desk: whose document is compared, and which token it must be. */
export const staffUkeyUnlockSchema = v.object({
  ...ukeyUnlockSummarySchema.entries,
  certificateId: v.string(),
  orderId: v.string(),
  /** Lower-case hexadecimal, of the SubjectPublicKeyInfo of the key that the token holds. */
  publicKeySha256: v.string(),
  /** As it was read when the UKey was made. */
  tokenSerialNumber: v.nullable(v.string()),
  unitName: v.nullable(v.string()),
  holder: v.object({ name: v.string(), documentLabel: v.string(), documentNumberMasked: v.string() }),
  /** When whoever asks has compared the document; null: they have not. */
  documentComparedAt: v.nullable(timestampSchema),
  hindrance: v.nullable(v.picklist(UKEY_UNLOCK_HINDRANCES)),
});
export type StaffUkeyUnlock = v.InferOutput<typeof staffUkeyUnlockSchema>;

export const ukeyUnlockParams = v.object({ ukeyUnlockId: objectIdSchema });

const { nonce, signature } = certificateAnswerSchema.entries;
/** What the certificate's key has signed under the new PIN. */
export const ukeyUnlockProofSchema = v.object({ nonce, signature });
export type UkeyUnlockProof = v.InferOutput<typeof ukeyUnlockProofSchema>;
