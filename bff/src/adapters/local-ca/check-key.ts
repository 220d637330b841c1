import type { CertificateOrder } from '../../ports/certificate-authority';
import type { IssuedRecord } from './issued-record';
import type { LocalAuthority } from './local-authority';
import { refused } from './refuse';

/** A key whose certificate was replaced may go on in the one that replaced it; after any other revocation it has served. */
export const isSpoilt = ({ revocation }: IssuedRecord): boolean =>
  revocation !== null && revocation.reason !== 'superseded';

/**
 * Refuses a key that was revoked, and one that has a certificate already, unless the order renews a certificate of this very key.
 * @throws PortError `rejected`: key_revoked, key_reused, renews_another_key
 */
export async function refuseUsedKey(
  { store }: Pick<LocalAuthority, 'store'>,
  keySha256: string,
  { idempotencyKey, renews }: Pick<CertificateOrder, 'idempotencyKey' | 'renews'>,
): Promise<void> {
  // What the same order has made meanwhile, in another process, is found when this one stores its own.
  const others = (await store.findByKey(keySha256)).filter((record) => record.idempotencyKey !== idempotencyKey);
  if (others.some(isSpoilt)) {
    throw refused('key_revoked');
  }
  if (renews === undefined && others.length > 0) {
    throw refused('key_reused');
  }
  if (renews !== undefined && !others.some(({ _id }) => _id === renews)) {
    throw refused('renews_another_key');
  }
}
