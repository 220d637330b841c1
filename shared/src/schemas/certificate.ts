import * as v from 'valibot';
import { sealRulesSchema } from './electronic-seal';
import { objectIdSchema, timestampSchema } from './identifiers';

/** Keys that the product makes certificates for; SM2 with SM3 and the id 1234567812345678 (GM/T 0015). */
export const KEY_ALGORITHMS = ['sm2', 'ecdsa-p256', 'rsa-2048', 'rsa-3072'] as const;
export type KeyAlgorithm = (typeof KEY_ALGORITHMS)[number];
export const KEY_ALGORITHM_LABELS: Record<KeyAlgorithm, string> = {
  sm2: '国密 SM2',
  'ecdsa-p256': 'ECDSA P-256',
  'rsa-2048': 'RSA 2048 位',
  'rsa-3072': 'RSA 3072 位',
};

/** Where the private key is made and stays: in the authority's token, or on the holder's own device. */
export const KEY_PLACES = ['ukey', 'software'] as const;
export type KeyPlace = (typeof KEY_PLACES)[number];
export const KEY_PLACE_LABELS: Record<KeyPlace, string> = { ukey: 'UKey', software: '软件证书' };

/** What certificates of a project are like. */
export const certificateRulesSchema = v.object({
  /** Names that the certificate authority knows, by whom the certificate is for. */
  profiles: v.object({ person: v.string(), unit: v.string() }),
  /** The first one is what is offered first. */
  algorithms: v.pipe(v.array(v.picklist(KEY_ALGORITHMS)), v.minLength(1)),
  /** The electronic seal that comes with it; null: none. Left out: one with the usual purpose. */
  seal: v.optional(v.nullable(sealRulesSchema)),
  /** Whether the key may go on in a renewed certificate; absent: it changes. */
  renewalKey: v.optional(v.picklist(['changes', 'may-stay'])),
  /**
   * What a holder has to have thought of before the key changes (续期, 补办, 变更), as sentences to say yes to: what this project's platforms
   * seal or register with it. Chinese; absent: nothing besides what is true of every certificate.
   */
  renewalQuestions: v.optional(
    v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120))), v.maxLength(8)),
  ),
});
export type CertificateRules = v.InferOutput<typeof certificateRulesSchema>;

/**
 * `requested`: the key is known, the authority is being asked. `failed`: it could not be made, staff look.
 * `suspended`: on hold. An issued one is over at its `notAfter`.
 */
export const CERTIFICATE_STATES = ['requested', 'failed', 'issued', 'suspended', 'revoked'] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];
export const CERTIFICATE_STATE_LABELS: Record<CertificateState | 'expired', string> = {
  requested: '制证中',
  failed: '制证受阻',
  issued: '有效',
  suspended: '已停用',
  revoked: '已注销',
  expired: '已过期',
};

/** RFC 5280, 5.3.1, in the words of whoever revokes. */
export const REVOCATION_REASONS = [
  'keyCompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'privilegeWithdrawn',
  'unspecified',
] as const;
export type CertificateRevocationReason = (typeof REVOCATION_REASONS)[number];
export const REVOCATION_REASON_LABELS: Record<CertificateRevocationReason, string> = {
  keyCompromise: '丢失，或密码可能被别人知道',
  affiliationChanged: '单位或持有人的信息变了',
  superseded: '已换用新的证书',
  cessationOfOperation: '不再使用',
  privilegeWithdrawn: '违反使用规定',
  unspecified: '其他原因',
};

/** What a holder may say; that rules were broken is for the authority to say. */
export const HOLDER_REVOCATION_REASONS = REVOCATION_REASONS.filter((reason) => reason !== 'privilegeWithdrawn');

/** What a certificate says of its holder: attribute types of RFC 5280 and ETSI EN 319 412-1. */
export const SUBJECT_TYPES = [
  'countryName',
  'organizationName',
  'organizationIdentifier',
  'commonName',
  'serialNumber',
] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];
export const SUBJECT_LABELS: Record<SubjectType, string> = {
  countryName: '国家',
  organizationName: '单位名称',
  organizationIdentifier: '单位标识（统一社会信用代码）',
  commonName: '证书名称',
  serialNumber: '持有人编号',
};
export const subjectAttributeSchema = v.object({ type: v.picklist(SUBJECT_TYPES), value: v.string() });
export type CertificateSubject = v.InferOutput<typeof subjectAttributeSchema>[];

export const certificateSummarySchema = v.object({
  id: v.string(),
  orderId: v.string(),
  orderNumber: v.string(),
  projectName: v.string(),
  keyPlace: v.picklist(KEY_PLACES),
  algorithm: v.picklist(KEY_ALGORITHMS),
  state: v.picklist(CERTIFICATE_STATES),
  /** Common name, as the certificate says it. */
  name: v.string(),
  /** Upper-case hexadecimal; null until it is issued, as everything below. */
  serialNumber: v.nullable(v.string()),
  notBefore: v.nullable(timestampSchema),
  notAfter: v.nullable(timestampSchema),
  issuedAt: v.nullable(timestampSchema),
  revokedAt: v.nullable(timestampSchema),
  revocationReason: v.nullable(v.picklist(REVOCATION_REASONS)),
  /** The certificate whose place it takes. */
  replacesId: v.nullable(v.string()),
});
export type CertificateSummary = v.InferOutput<typeof certificateSummarySchema>;

/** Rows of one table of the inventory: some 15 MB, which spreadsheets open. */
export const MOST_EXPORTED_CERTIFICATES = 50_000;

/** As the token says it: letters, digits and a few signs. */
export const tokenSerialNumberSchema = v.pipe(
  v.string('没有收到 UKey 序列号'),
  v.trim(),
  v.regex(/^[\x21-\x7e]{1,64}$/, 'UKey 序列号不对'),
);

/** What whoever has ended a certificate by its key is told: nothing that the key does not say. */
export const revokedCertificateSchema = v.object({
  serialNumber: v.string(),
  revokedAt: timestampSchema,
});
export type RevokedCertificate = v.InferOutput<typeof revokedCertificateSchema>;

/** A certificate as its holder sees it. */
export const certificateSchema = v.object({
  ...certificateSummarySchema.entries,
  subject: v.array(subjectAttributeSchema),
  /** Hexadecimal SHA-256 of the key's SubjectPublicKeyInfo: by it a device knows the key that it holds. */
  publicKeySha256: v.string(),
  /** PEM, the certificate first, the root last; empty until it is issued. */
  chainPem: v.array(v.string()),
});
export type CertificateView = v.InferOutput<typeof certificateSchema>;

/** A certificate as the staff see it. */
export const staffCertificateSchema = v.object({
  ...certificateSchema.entries,
  /** Null for a software certificate. `checkedAt`: written into the UKey, read back and signed with. */
  token: v.nullable(v.object({ serialNumber: v.string(), checkedAt: v.nullable(timestampSchema) })),
});
export type StaffCertificate = v.InferOutput<typeof staffCertificateSchema>;

/**
 * `not-begun`: the order is not that far. `needs-key`: the holder's device is to make the key. `at-desk`: staff make the
 * key in a UKey. `requested`, `failed`, `issued`: as the certificate.
 */
export const ISSUING_STAGES = ['not-begun', 'needs-key', 'at-desk', 'requested', 'failed', 'issued'] as const;
export type IssuingStage = (typeof ISSUING_STAGES)[number];

/** How far the certificate of an order is, and what it will say. */
export const issuingSchema = v.object({
  stage: v.picklist(ISSUING_STAGES),
  keyPlace: v.nullable(v.picklist(KEY_PLACES)),
  algorithms: v.array(v.picklist(KEY_ALGORITHMS)),
  subject: v.array(subjectAttributeSchema),
  /** `publicKeySha256` of keys with which it could not be made: staff have asked for another one. */
  discardedKeys: v.array(v.string()),
  certificate: v.nullable(certificateSchema),
});
export type IssuingView = v.InferOutput<typeof issuingSchema>;

/** The same at the desk. */
export const staffIssuingSchema = v.object({
  ...issuingSchema.entries,
  certificate: v.nullable(staffCertificateSchema),
});
export type StaffIssuing = v.InferOutput<typeof staffIssuingSchema>;

/** PKCS#10 as PEM or as base64 of its DER. An RSA-4096 request has 2.3 KB. */
export const certificateRequestSchema = v.pipe(
  v.string('没有收到证书请求'),
  v.minLength(1, '没有收到证书请求'),
  v.maxLength(16_384, '证书请求太大了'),
);

export const certificateParams = v.object({ certificateId: objectIdSchema });
