import type {
  CertificateRevocationReason,
  CertificateState,
  CertificateSubject,
  KeyAlgorithm,
  KeyPlace,
} from '@acceptance/shared';
import { type Connection, type Model, Schema, type Types } from 'mongoose';
import { decryptJson, encryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import type { OutboxEntry } from '../../database/outbox';
import { recordIdOf } from '../../database/record-id';
import type { OrderActorReference } from '../orders';

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

const { Mixed } = Schema.Types;
const certificateSchema = new Schema<CertificateRecord>(
  {
    accountId: String,
    orderId: String,
    openFor: String,
    orderNumber: String,
    projectName: String,
    keyPlace: String,
    algorithm: String,
    state: String,
    profile: String,
    request: String,
    publicKeySha256: String,
    keyClaim: String,
    replaces: Mixed,
    requestedAt: Date,
    notBefore: Date,
    notAfter: Date,
    chain: String,
    serialNumber: String,
    issuedAt: Date,
    revocation: Mixed,
    token: Mixed,
    remindedDays: Number,
    provedAt: Date,
    outbox: [Mixed],
  },
  { versionKey: false, collection: 'certificates', minimize: false },
);

export type CertificateModel = Model<CertificateRecord>;
export const certificateModel = (connection: Connection): CertificateModel =>
  connection.model<CertificateRecord>('Certificate', certificateSchema);

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
