import * as v from 'valibot';
import { objectIdSchema, timestampSchema } from './identifiers';

/** A unit's round seal, or a person's signature as a seal. */
export const SEAL_KINDS = ['unit', 'person'] as const;
export type SealKind = (typeof SEAL_KINDS)[number];
export const SEAL_KIND_LABELS: Record<SealKind, string> = { unit: '单位电子印章', person: '个人签名章' };

/**
 * `making`: it is being drawn and signed. `failed`: it could not be made, staff look. The others follow the certificate
 * that it belongs to; a `ready` one is over at its `validTo`.
 */
export const SEAL_STATES = ['making', 'failed', 'ready', 'suspended', 'revoked'] as const;
export type SealState = (typeof SEAL_STATES)[number];
export const SEAL_STATE_LABELS: Record<SealState | 'expired', string> = {
  making: '制作中',
  failed: '制作受阻',
  ready: '有效',
  suspended: '已停用',
  revoked: '已注销',
  expired: '已过期',
};

/** Under the star; what a seal's room holds. */
export const longestSealPurpose = 14;
/** What seals of a project are like. */
export const sealRulesSchema = v.object({
  /** Under the star of a unit's seal. */
  purpose: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestSealPurpose)),
});
export type SealRules = v.InferOutput<typeof sealRulesSchema>;

/** An electronic seal as its holder sees it. */
export const electronicSealSchema = v.object({
  id: v.string(),
  certificateId: v.string(),
  orderId: v.string(),
  orderNumber: v.string(),
  kind: v.picklist(SEAL_KINDS),
  state: v.picklist(SEAL_STATES),
  /** The holder's name, whole. */
  name: v.string(),
  purpose: v.string(),
  /** 13 digits at the foot of a unit's seal. */
  code: v.nullable(v.string()),
  createdAt: timestampSchema,
  /** Null until it is made, as `validTo`. */
  validFrom: v.nullable(timestampSchema),
  validTo: v.nullable(timestampSchema),
});
export type ElectronicSealView = v.InferOutput<typeof electronicSealSchema>;

export const SEAL_PICTURE_FORMATS = ['png', 'svg'] as const;
export type SealPictureFormat = (typeof SEAL_PICTURE_FORMATS)[number];
export const sealParams = v.object({ sealId: objectIdSchema });

/** Bytes of a signed seal that is looked at; one of ours has some 45 KB. */
export const largestSealBytes = 512 * 1024;

/** Why a seal is not genuine, or does not hold now. */
export const SEAL_REFUSALS = [
  'unreadable',
  'altered',
  'other_maker',
  'not_yet_valid',
  'expired',
  'certificate_over',
] as const;
export type SealRefusalReason = (typeof SEAL_REFUSALS)[number];
export const SEAL_REFUSAL_LABELS: Record<SealRefusalReason, string> = {
  unreadable: '不是电子印章文件，或文件已损坏',
  altered: '内容被改动过，不能相信',
  other_maker: '不是本机构制作的印章',
  not_yet_valid: '印章还没有到生效时间',
  expired: '印章已过有效期',
  certificate_over: '印章绑定的证书不在有效期内',
};

/**
 * Today's word on a genuine seal. `unknown`: its signature is ours, but these bytes are not those that we keep: do not
 * accept it before asking.
 */
export const SEAL_STANDINGS = ['ready', 'suspended', 'revoked', 'unknown'] as const;
export type SealStanding = (typeof SEAL_STANDINGS)[number];

/** The result of looking at somebody's seal: its own content, and what holds today. */
export const sealCheckSchema = v.variant('genuine', [
  v.object({ genuine: v.literal(false), reason: v.picklist(SEAL_REFUSALS) }),
  v.object({
    genuine: v.literal(true),
    standing: v.picklist(SEAL_STANDINGS),
    kind: v.picklist(SEAL_KINDS),
    name: v.string(),
    validFrom: timestampSchema,
    validTo: timestampSchema,
  }),
]);
export type SealCheck = v.InferOutput<typeof sealCheckSchema>;
