import { AppError } from '@acceptance/shared';
import { recordIdOf } from '../../database/record-id';
import type { CertificateModel, CertificateRecord } from './certificate.model';
import { findCertificate } from './find-certificates';
import { revokeCertificate } from './revoke-certificate';

export interface CompromisedKeysDependencies {
  readonly certificates: CertificateModel;
  /** Of the settings. SHA-256 of SubjectPublicKeyInfo, lower-case hexadecimal. */
  readonly compromisedKeys: ReadonlySet<string>;
}

const ENDED_BY_KEY = { 'revocation.reason': 'keyCompromise' } as const;

/**
 * Refuses a key that somebody else may have: it stands in the list of the settings, or a certificate of ours was revoked for it.
 * Asked when a key is handed in, whoever made it and for whatever order, and again before the authority is asked.
 * @throws AppError certificates.key_compromised
 */
export async function refuseCompromisedKey(
  { certificates, compromisedKeys }: CompromisedKeysDependencies,
  publicKeySha256: string,
): Promise<void> {
  if (compromisedKeys.has(publicKeySha256) || (await certificates.exists({ publicKeySha256, ...ENDED_BY_KEY }))) {
    throw new AppError('certificates.key_compromised');
  }
}

const system = { role: 'system', id: null } as const;

/**
 * Job: a certificate was revoked. When it was for its key, the others of that key end too: a renewal may have kept it, and
 * whoever has the key has them all. Run again, it finds nothing left.
 */
export async function endOthersOfKey(
  needs: { readonly certificates: CertificateModel; readonly now: () => Date },
  certificateId: string,
): Promise<void> {
  const { certificates, now } = needs;
  const { publicKeySha256, revocation } = await findCertificate(certificates, certificateId);
  if (revocation?.reason !== 'keyCompromise') {
    return;
  }
  const others = await certificates
    .find({ publicKeySha256, state: { $in: ['issued', 'suspended'] } })
    .lean<CertificateRecord[]>();
  for (const other of others.filter((record) => recordIdOf(record) !== certificateId)) {
    await revokeCertificate(needs, other, { reason: 'keyCompromise', at: now(), by: system });
  }
}
