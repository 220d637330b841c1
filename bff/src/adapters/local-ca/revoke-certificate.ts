import type { CertificateStatus, RevocationReason } from '../../ports/certificate-authority';
import { PortError } from '../../ports/port-error';
import type { IssuedRecord, Revocation } from './issued-record';
import { changeId, type LocalAuthority } from './local-authority';
import { PORT, refused } from './refuse';

/** Each time lost is a change by somebody else; there are few that can be made to one certificate. */
const TRIES = 5;

async function existing({ store }: LocalAuthority, serialNumber: string): Promise<IssuedRecord> {
  const record = await store.findBySerialNumber(serialNumber);
  if (!record) {
    throw refused('unknown_certificate');
  }
  return record;
}

/** `next` says what it shall become, `undefined`: as it is. @throws PortError */
async function change(
  local: LocalAuthority,
  serialNumber: string,
  next: (revocation: Revocation | null) => Revocation | null | undefined,
): Promise<IssuedRecord> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const record = await existing(local, serialNumber);
    const revocation = next(record.revocation);
    if (revocation === undefined) {
      return record;
    }
    if (await local.store.changeRevocation(record, revocation, changeId(local))) {
      return { ...record, revocation };
    }
  }
  throw new PortError(PORT, 'unavailable', 'contended');
}

const revokedWith =
  (reason: RevocationReason, now: Date) =>
  (before: Revocation | null): Revocation | undefined => {
    if (before === null) {
      return { reason, at: now };
    }
    const isWorse = before.reason === 'certificateHold' || reason === 'keyCompromise';
    return isWorse && before.reason !== reason ? { reason, at: before.at } : undefined;
  };

/**
 * The port's `revoke`. A key that somebody else has is of no use to any of its certificates: they go with it, on a second call, too, where
 * the first one died in between.
 * @throws PortError
 */
export async function revokeCertificate(
  local: LocalAuthority,
  serialNumber: string,
  reason: RevocationReason,
  now: Date,
): Promise<void> {
  const revoked = await change(local, serialNumber, revokedWith(reason, now));
  if (reason !== 'keyCompromise') {
    return;
  }
  for (const other of await local.store.findByKey(revoked.keySha256)) {
    await change(local, other._id, revokedWith('keyCompromise', now));
  }
}

/** The port's `release`. @throws PortError */
export async function releaseCertificate(local: LocalAuthority, serialNumber: string): Promise<void> {
  await change(local, serialNumber, (before) => {
    if (before?.reason !== 'certificateHold') {
      throw refused('not_on_hold');
    }
    return null;
  });
}

/** The port's `status`. */
export async function statusOf({ store }: LocalAuthority, serialNumber: string): Promise<CertificateStatus> {
  const record = await store.findBySerialNumber(serialNumber);
  if (!record) {
    return { state: 'unknown' };
  }
  const { revocation } = record;
  return revocation ? { state: 'revoked', reason: revocation.reason, at: revocation.at } : { state: 'good' };
}
