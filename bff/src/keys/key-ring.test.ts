import { createKeyRing, parseKeyRing } from './key-ring';

const textOf = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const [A, B, C] = [textOf(1), textOf(2), textOf(3)];

describe('the text of a key ring', () => {
  it('is read in its order', () => {
    const { keys, errors } = parseKeyRing(`k2026:${A},k2025:${B},v1:${C}`);
    expect(errors).toEqual([]);
    expect(keys.map(({ id }) => id)).toEqual(['k2026', 'k2025', 'v1']);
    expect(keys.map(({ key }) => key.toString('base64'))).toEqual([A, B, C]);
  });

  it('may have spaces around its parts and no padding', () => {
    expect(parseKeyRing(` k1 : ${A.replace('=', '')} ,\n k2:${B} `)).toEqual(parseKeyRing(`k1:${A},k2:${B}`));
  });

  const ID = 'its id must be 1–16 of a–z, 0–9, -';
  const KEY = 'must be 32 bytes in base64';
  it.each([
    ['nothing', ' ', ['must have a key']],
    ['a key without an id', A, [`key 1: ${ID}`, `key 1: ${KEY}`]],
    ['an empty id', `:${A}`, [`key 1: ${ID}`]],
    ['an id of other characters', `K_1:${A}`, [`key 1: ${ID}`]],
    ['an id of 17 characters', `${'a'.repeat(17)}:${A}`, [`key 1: ${ID}`]],
    ['the id on the wrong side', `${A}:k1`, [`key 1: ${ID}`, `key 1: ${KEY}`]],
    ['no key', 'k1:', [`key 1: ${KEY}`]],
    ['a key too short', `k1:${Buffer.alloc(31, 4).toString('base64')}`, [`key 1: ${KEY}`]],
    ['a key too long', `k1:${Buffer.alloc(33, 4).toString('base64')}`, [`key 1: ${KEY}`]],
    ['a key with a character that is not base64', `k1:${A.replace('A', '!')}`, [`key 1: ${KEY}`]],
    ['a third part', `k1:${A}:${B}`, [`key 1: ${KEY}`]],
    ['an id twice', `k1:${A},k2:${B},k1:${C}`, ['key 3: has the id of key 1']],
    ['a comma at the end', `k1:${A},`, [`key 2: ${ID}`, `key 2: ${KEY}`]],
  ])('is refused without its values: %s', (_what, text, errors) => {
    expect(parseKeyRing(text)).toEqual({ keys: [], errors });
  });
});

describe('a key ring', () => {
  const { keys } = parseKeyRing(`k3:${A},k2:${B},k1:${C}`);
  const ring = createKeyRing('keys', keys);

  it('has the first as its newest and finds all by id', () => {
    expect(ring.newest.id).toBe('k3');
    expect(ring.all).toEqual(keys);
    expect(ring.find('k1')).toBe(keys[2]);
    expect(ring.find('k0')).toBeUndefined();
    expect(ring.find('constructor')).toBeUndefined();
  });

  it('names itself and every problem when it cannot be used', () => {
    const bad = [{ id: 'secret key', key: Buffer.alloc(3) }];
    expect(() => createKeyRing('hash keys', bad)).toThrow(/^hash keys: key 1: its id [^;]*; key 1: must be 32 bytes/);
    expect(() => createKeyRing('hash keys', bad)).toThrow(/^(?!.*secret key).*$/);
  });
});
