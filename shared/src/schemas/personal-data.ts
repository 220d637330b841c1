import * as v from 'valibot';
import { timestampSchema } from './identifiers';
import { STAFF_ROLES } from './staff-role';

/** `preparing`: a job gathers. `ready`: may be fetched until `expiresAt`. `expired`: removed.
 * `failed`: it could not be made; staff have a task, another may be asked for. */
export const DATA_EXPORT_STATES = ['preparing', 'ready', 'expired', 'failed'] as const;

export const dataExportSchema = v.object({
  id: v.string(),
  state: v.picklist(DATA_EXPORT_STATES),
  requestedAt: timestampSchema,
  /** Until when it can be fetched; null while it is being prepared. */
  expiresAt: v.nullable(timestampSchema),
  byteLength: v.nullable(v.number()),
});
export type DataExport = v.InferOutput<typeof dataExportSchema>;

/** What is under way with an account that its owner must know of, wherever they are. */
export const accountMattersSchema = v.object({
  phoneChange: v.nullable(v.object({ newPhoneMasked: v.string(), effectiveFrom: timestampSchema })),
  deletion: v.nullable(v.object({ dueAt: timestampSchema })),
});
export type AccountMatters = v.InferOutput<typeof accountMattersSchema>;

/** What members of the staff look at: `form` what was typed, `person` name and number in full, `progress` state and amounts. */
export const LOOK_KINDS = [
  'photo',
  'form',
  'person',
  'contract',
  'delivery',
  'payment',
  'invoice',
  'progress',
] as const;
export type LookKind = (typeof LOOK_KINDS)[number];

/** One member of the staff with one application (or identity check) before them; what was opened within minutes is one look. */
export const lookSchema = v.object({
  /** When it began. */
  at: timestampSchema,
  /** As whom: never who. */
  roles: v.array(v.picklist(STAFF_ROLES)),
  orderNumber: v.nullable(v.string()),
  /** `label`: which photo. */
  seen: v.array(v.object({ kind: v.picklist(LOOK_KINDS), label: v.nullable(v.string()) })),
});
export type Look = v.InferOutput<typeof lookSchema>;

/** What would happen if the account were deleted. */
export const deletionOutlookSchema = v.object({
  /** When it will be deleted; null when that is not asked for. */
  dueAt: v.nullable(timestampSchema),
  /** Orders under way: while there are any, the account stays. */
  liveOrders: v.number(),
  /** Certificates with which somebody could still sign: they are revoked first. */
  validCertificates: v.number(),
  /** Orders that the law has us keep, encrypted and unused. */
  retainedOrders: v.number(),
  waitingDays: v.number(),
});
export type DeletionOutlook = v.InferOutput<typeof deletionOutlookSchema>;
