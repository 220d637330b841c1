import { forgetKey, type KeptKey, keepKey, keptKey, keptKeys } from './kept-key';

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

  it('is found with all others by who knows no order, the longest certificate first', () => {
    const storage = memory();
    const issued = (notAfter: string) => ({ projectName: '个人签名证书', orderNumber: 'GR-0001', notAfter });
    const longer = { ...key, issued: issued('2028-01-01T00:00:00.000Z') };
    const shorter = { ...key, issued: issued('2027-01-01T00:00:00.000Z') };
    keepKey(storage, 'new', key);
    keepKey(storage, 'shorter', shorter);
    keepKey(storage, 'longer', longer);
    storage.write('device-id', 'something else');
    expect(keptKeys(storage, [...storage.values.keys()])).toEqual([longer, shorter, key]);
  });

  it('comes back without what a damaged note says of its certificate', () => {
    const storage = memory();
    keepKey(storage, 'a', { ...key, issued: { projectName: '个人签名证书' } as KeptKey['issued'] });
    expect(keptKey(storage, 'a')).toEqual(key);
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
