import { createHmac, timingSafeEqual } from 'node:crypto';
import { BARE_HASH_KEY_ID, type KeyRing, type RingKey } from '../keys/key-ring';

/** Keyed hashes to find an encrypted value by equality. */
export interface LookupHasher {
  /** The hash to store: hex by the newest key, after `<key id>:` unless that is `v1`. */
  lookupHash(value: string, purpose: string): string;
  /** What may be stored already, by each key of the ring, newest first; for `$in`. */
  lookupHashes(value: string, purpose: string): string[];
  /** Whether a stored hash is that of `value` by any key of the ring, in constant time. */
  matchesHash(stored: string, value: string, purpose: string): boolean;
  /** Whether a stored hash is by the newest key, as far as it tells. */
  isOfNewestKey(stored: string): boolean;
}

export function createLookupHasher(ring: KeyRing): LookupHasher {
  const hashBy = ({ id, key }: RingKey, value: string, purpose: string): string => {
    const hash = createHmac('sha256', key).update(`${purpose}|${value}`).digest('hex');
    return `${prefixOf(id)}${hash}`;
  };
  const hashesBy = (value: string, purpose: string) => ring.all.map((key) => hashBy(key, value, purpose));
  return {
    lookupHash: (value, purpose) => hashBy(ring.newest, value, purpose),
    lookupHashes: hashesBy,
    matchesHash: (stored, value, purpose) =>
      hashesBy(value, purpose).reduce((matches, hash) => isSame(hash, stored) || matches, false),
    isOfNewestKey: (stored) => /^(?:[^:]*:)?/.exec(stored)?.[0] === prefixOf(ring.newest.id),
  };
}

const prefixOf = (id: string): string => (id === BARE_HASH_KEY_ID ? '' : `${id}:`);

/** As text: decoded as hexadecimal, everything after a key's id would count for nothing. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
