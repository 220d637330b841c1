import { forgetKey, type KeptKey, keepKey, keptKey } from './kept-key';

function memory() {
  const values = new Map<string, unknown>();
  return {
    values,
    read: (key: string) => values.get(key),
    write: (key: string, value: unknown) => void values.set(key, JSON.parse(JSON.stringify(value))),
    remove: (key: string) => void values.delete(key),
  };
}

const key: KeptKey = {
  algorithm: 'sm2',
  publicKeySha256: 'ab'.repeat(32),
  csr: 'MIIB',
  sealed: {
    iterations: 100_000,
    salt: Uint8Array.of(1, 2),
    iv: Uint8Array.of(3, 4),
    bytes: Uint8Array.of(5, 0, 255),
  },
};

describe('the key of this device', () => {
  it('comes back as it was kept, for its own order only', () => {
    const storage = memory();
    keepKey(storage, 'a', key);
    expect(keptKey(storage, 'a')).toEqual(key);
    expect(keptKey(storage, 'b')).toBeNull();
    forgetKey(storage, 'a');
    expect(keptKey(storage, 'a')).toBeNull();
  });

  it.each([
    ['algorithm', 'rsa-512'],
    ['bytes', 'zz'],
    ['iterations', 'many'],
    ['csr', null],
  ])('with a damaged %s is none', (field, value) => {
    const storage = memory();
    keepKey(storage, 'a', key);
    const [name = ''] = storage.values.keys();
    storage.values.set(name, { ...(storage.values.get(name) as object), [field]: value });
    expect(keptKey(storage, 'a')).toBeNull();
  });
});
