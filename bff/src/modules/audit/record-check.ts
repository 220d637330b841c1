import type { KeyRing } from '../../keys/key-ring';
import type { AuditRecord } from './audit-record';
import { hashOfRecord, macOf } from './record-hash';

const OLD_MEMBERS = '_id seq at actor action object partOf address outcome requestId previousHash hash'.split(' ');
const MEMBERS = new Set([...OLD_MEMBERS, 'format', 'subjects', 'notes', 'keyId', 'mac']);
const MEMBERS_OF_OLD = new Set(OLD_MEMBERS);

/** Whether the record is what was hashed, with no member besides that no hash would cover. */
export function isIntact(record: AuditRecord): boolean {
  const members = record.format === 2 ? MEMBERS : MEMBERS_OF_OLD;
  for (const name in record) {
    if (!members.has(name)) {
      return false;
    }
  }
  try {
    return hashOfRecord(record) === record.hash;
  } catch {
    // A member of the wrong type, such as a date that is none.
    return false;
  }
}

/** How records are authenticated, as whoever checks them knows it from elsewhere than the database. */
export interface Authentication {
  /** All keys that were ever in use. */
  readonly keys: KeyRing;
  /** Number of the first record that must be authenticated; what is before it may be from an older program. */
  readonly from: number;
}

/**
 * `unauthenticated`: it carries no MAC where it must. `unknown-key`: by a key that is not in the ring. `forged`: its MAC is
 * not the key's.
 */
export type AuthenticationFault = 'unauthenticated' | 'unknown-key' | 'forged';

/** What is wrong with the authentication of an intact record; null: nothing, or it may be without. */
export function authenticationFault(
  { seq, hash, keyId, mac }: AuditRecord,
  { keys, from }: Authentication,
): AuthenticationFault | null {
  if (keyId === undefined || mac === undefined) {
    // A record of the present format without its MAC was never written by any program of ours.
    return seq >= from || keyId !== undefined ? 'unauthenticated' : null;
  }
  const key = keys.find(keyId);
  if (!key) {
    return 'unknown-key';
  }
  return macOf(hash, key.key) === mac ? null : 'forged';
}
