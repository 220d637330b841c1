import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyRing, RingKey } from './key-ring';

/** Keyed hashes to find an encrypted value by equality. */
export interface LookupHasher {
  /** The hash to store: hex by the newest key, after `<key id>:` unless that is `v1`. */
  lookupHash(value: string, purpose: string): string;
  /** What may be stored already, by each key of the ring, newest first; for `$in`. */
  lookupHashes(value: string, purpose: string): string[];
  /** Whether a stored hash is that of `value` by any key of the ring, in constant time. */
  matchesHash(stored: string, value: string, purpose: string): boolean;
}

/** The key from before there were rings. Its hashes are stored bare, and stay valid only if they stay so. */
export const BARE_HASH_KEY_ID = 'v1';

export function createLookupHasher(ring: KeyRing): LookupHasher {
  const hashBy = ({ id, key }: RingKey, value: string, purpose: string): string => {
    const hash = createHmac('sha256', key).update(`${purpose}|${value}`).digest('hex');
    return id === BARE_HASH_KEY_ID ? hash : `${id}:${hash}`;
  };
  const hashesBy = (value: string, purpose: string) => ring.all.map((key) => hashBy(key, value, purpose));
  return {
    lookupHash: (value, purpose) => hashBy(ring.newest, value, purpose),
    lookupHashes: hashesBy,
    matchesHash: (stored, value, purpose) =>
      hashesBy(value, purpose).reduce((matches, hash) => isSame(hash, stored) || matches, false),
  };
}

/** As text: decoded as hexadecimal, everything after a key's id would count for nothing. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
