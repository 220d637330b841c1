import {
  CERTIFICATE_STATES,
  type CertificateRevocationReason,
  type CertificateState,
  type CertificateSubject,
  KEY_ALGORITHMS,
  KEY_PLACES,
  type KeyAlgorithm,
  type KeyPlace,
  REVOCATION_REASONS,
} from '@acceptance/shared';
import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { decryptJson, encryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { type OutboxEntry, storedOutbox } from '../../database/outbox';
import { recordIdOf } from '../../database/record-id';
import { storedModel } from '../../database/validators/stored-model';
import { date, dateOrNull, number, objectId, text, textOrNull } from '../../database/validators/stored-shape';
import { type OrderActorReference, storedActor } from '../orders';

export interface CertificateRevocation {
  readonly reason: CertificateRevocationReason;
  readonly at: Date;
  readonly by: OrderActorReference;
}

/**
 * One certificate, from the key that was handed in for it to its end. What is asked of the authority stands here before
 * it is asked, under an id that is its idempotency key; what it answers is stored before the order goes on.
 */
export interface CertificateRecord {
  _id: Types.ObjectId;
  accountId: string;
  orderId: string;
  /** The order's id while its certificate is being made or valid, absent afterwards: unique, so that there is one. */
  openFor?: string;
  orderNumber: string;
  projectName: string;
  keyPlace: KeyPlace;
  algorithm: KeyAlgorithm;
  state: CertificateState;
  /** A name that the authority knows. */
  profile: string;
  /** Envelope of a `CertificateRequest`. */
  request: string;
  /** Hexadecimal; of SubjectPublicKeyInfo. */
  publicKeySha256: string;
  /** Unique: no key has two certificates, but that a certificate may be renewed with its key once (`keyClaimOf`). */
  keyClaim: string;
  /** The certificate whose place it takes; absent for a first one. */
  replaces?: { readonly certificateId: string; readonly serialNumber: string; readonly keepsKey: boolean };
  requestedAt: Date;
  notBefore: Date;
  notAfter: Date;
  /** Envelope of base64 DER, the certificate first, the root last. */
  chain: string | null;
  /** Upper-case hexadecimal; absent until it is issued. */
  serialNumber?: string;
  issuedAt: Date | null;
  revocation: CertificateRevocation | null;
  /** The UKey that holds the key; `checkedAt`: the certificate was written into it, read back and signed with. */
  token: { readonly serialNumber: string; readonly checkedAt: Date | null } | null;
  /** Of the reminders of its end, the nearest that was sent, in days before. */
  remindedDays?: number;
  /** When its key last answered a challenge of ours. */
  provedAt?: Date;
  outbox: OutboxEntry[];
}

/** Fixed when the key is handed in: whatever the settings are later, the authority is asked for exactly this. */
export interface CertificateRequest {
  /** PKCS#10, base64 of the DER. */
  readonly csr: string;
  readonly subject: CertificateSubject;
}

export type CertificateModel = Model<CertificateRecord>;
export const certificateModel = storedModel<CertificateRecord>(
  'Certificate',
  'certificates',
)({
  _id: objectId,
  accountId: text,
  orderId: text,
  openFor: v.optional(text),
  orderNumber: text,
  projectName: text,
  keyPlace: v.picklist(KEY_PLACES),
  algorithm: v.picklist(KEY_ALGORITHMS),
  state: v.picklist(CERTIFICATE_STATES),
  profile: text,
  request: text,
  publicKeySha256: text,
  keyClaim: text,
  replaces: v.optional(v.strictObject({ certificateId: text, serialNumber: text, keepsKey: v.boolean() })),
  requestedAt: date,
  notBefore: date,
  notAfter: date,
  chain: textOrNull,
  serialNumber: v.optional(text),
  issuedAt: dateOrNull,
  revocation: v.nullable(v.strictObject({ reason: v.picklist(REVOCATION_REASONS), at: date, by: storedActor })),
  token: v.nullable(v.strictObject({ serialNumber: text, checkedAt: dateOrNull })),
  remindedDays: v.optional(number),
  provedAt: v.optional(date),
  outbox: storedOutbox,
});

export const REQUEST_PURPOSE = 'certificate.request';
export const CHAIN_PURPOSE = 'certificate.chain';

export const sealRequest = (cipher: FieldCipher, request: CertificateRequest, id: string): string =>
  encryptJson(cipher, request, REQUEST_PURPOSE, id);
export const openRequest = (cipher: FieldCipher, record: CertificateRecord): CertificateRequest =>
  decryptJson<CertificateRequest>(cipher, record.request, REQUEST_PURPOSE, recordIdOf(record));

export const sealChain = (cipher: FieldCipher, chain: readonly Uint8Array[], id: string): string =>
  encryptJson(
    cipher,
    chain.map((der) => Buffer.from(der).toString('base64')),
    CHAIN_PURPOSE,
    id,
  );
/** DER of the certificate itself; null until it is issued. */
export function certificateDerOf(cipher: FieldCipher, record: CertificateRecord): Buffer | null {
  const [own] = openChain(cipher, record);
  return own === undefined ? null : Buffer.from(own, 'base64');
}
/** Base64 of DER; empty until it is issued. */
export const openChain = (cipher: FieldCipher, record: CertificateRecord): string[] =>
  record.chain ? decryptJson<string[]>(cipher, record.chain, CHAIN_PURPOSE, recordIdOf(record)) : [];
