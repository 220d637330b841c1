import type { FieldCipher } from '../../database/field-cipher';
import { type CertificateModel, type CertificateRecord, openChain } from './certificate.model';

/** A certificate of ours with its issuers, as it was handed out. */
export interface HeldCertificate {
  readonly record: CertificateRecord;
  /** DER, the certificate first, the root last. */
  readonly chainDer: readonly Uint8Array[];
}

/** More than a key ever gets, whatever is renewed with it. */
const MOST_OF_ONE_KEY = 20;

/**
 * What was issued for a key, the newest that stands before those that are over; null for a key that has none.
 * @param publicKeySha256 lower-case hexadecimal, of SubjectPublicKeyInfo
 */
export async function findCertificateOfKey(
  { certificates, cipher }: { readonly certificates: CertificateModel; readonly cipher: FieldCipher },
  publicKeySha256: string,
): Promise<HeldCertificate | null> {
  const issued = await certificates
    .find({ publicKeySha256, issuedAt: { $ne: null } })
    .sort({ _id: -1 })
    .limit(MOST_OF_ONE_KEY)
    .lean<CertificateRecord[]>();
  const record = issued.find(({ state }) => state === 'issued') ?? issued[0];
  return record ? { record, chainDer: openChain(cipher, record).map((der) => Buffer.from(der, 'base64')) } : null;
}
