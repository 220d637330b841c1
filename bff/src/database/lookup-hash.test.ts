import { createKeyRing } from '../keys/key-ring';
import { createLookupHasher } from './lookup-hash';

const PHONE = '19900000001';
const hasherOf = (...ids: string[]) =>
  createLookupHasher(
    createKeyRing(
      'hash keys',
      ids.map((id) => ({ id, key: Buffer.alloc(32, id) })),
    ),
  );

describe('a look-up hash', () => {
  it('is bare hex by the key v1, wherever that is in the ring', () => {
    const [bare] = hasherOf('v1').lookupHashes(PHONE, 'p');
    expect(bare).toMatch(/^[0-9a-f]{64}$/);
    expect(hasherOf('v1', 'v2').lookupHash(PHONE, 'p')).toBe(bare);
    expect(hasherOf('v2', 'v1').lookupHashes(PHONE, 'p')[1]).toBe(bare);
  });

  it('names any other key, alone in its ring or not', () => {
    expect(hasherOf('k2026').lookupHash(PHONE, 'p')).toMatch(/^k2026:[0-9a-f]{64}$/);
    expect(hasherOf('k2026', 'v1').lookupHash(PHONE, 'p')).toBe(hasherOf('k2026').lookupHash(PHONE, 'p'));
  });

  it('is made by each key of a ring of three, newest first', () => {
    const hashes = hasherOf('v3', 'v2', 'v1').lookupHashes(PHONE, 'p');
    expect(hashes).toEqual(['v3', 'v2', 'v1'].map((id) => hasherOf(id).lookupHash(PHONE, 'p')));
    expect(hashes[0]).toBe(hasherOf('v3', 'v2', 'v1').lookupHash(PHONE, 'p'));
    expect(new Set(hashes.map((hash) => hash.slice(-64))).size).toBe(3);
  });

  it('is another one for another value or purpose', () => {
    const { lookupHash } = hasherOf('k2026', 'v1');
    expect(lookupHash('19900000002', 'p')).not.toBe(lookupHash(PHONE, 'p'));
    expect(lookupHash(PHONE, 'q')).not.toBe(lookupHash(PHONE, 'p'));
  });

  it.each([[['v1']], [['k2026']], [['k2026', 'v1']], [['v1', 'k2026']]])(
    'matches its value by any key of the ring %j, and no other value',
    (ids) => {
      const hasher = hasherOf(...ids);
      for (const hash of hasher.lookupHashes(PHONE, 'p')) {
        expect(hasher.matchesHash(hash, PHONE, 'p')).toBe(true);
        expect(hasher.matchesHash(hash, '19900000002', 'p')).toBe(false);
        expect(hasher.matchesHash(hash, PHONE, 'q')).toBe(false);
      }
      expect(hasher.matchesHash('', PHONE, 'p')).toBe(false);
      expect(hasher.matchesHash('k2026:', PHONE, 'p')).toBe(false);
    },
  );

  it('tells whether it is of the newest key', () => {
    const newer = hasherOf('k2027', 'k2026', 'v1');
    expect(newer.lookupHashes(PHONE, 'p').map(newer.isOfNewestKey)).toEqual([true, false, false]);
    const bare = hasherOf('v1', 'k2026');
    expect(bare.lookupHashes(PHONE, 'p').map(bare.isOfNewestKey)).toEqual([true, false]);
  });
});
