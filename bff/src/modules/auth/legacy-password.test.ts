import { hashSync } from 'bcryptjs';
import { createFieldCipher } from '../../database/field-cipher';
import { isLegacyHash, type LegacyPassword, matchesLegacyPassword, sealLegacyPassword } from './legacy-password';

const key = Buffer.alloc(32, 3);
const cipher = createFieldCipher({ keyId: 'k1', encryptionKey: key, hashKey: key });
const ACCOUNT = '65f000000000000000000001';

// From `printf %s … | md5sum` and its kin.
const KNOWN: LegacyPassword[] = [
  { scheme: 'md5', hash: 'cb4ab46b625b8e459c1a24a7b3a5102d', salt: '' },
  { scheme: 'md5-salt-first', hash: 'd430e966e1c2dd09093de0092cd78a0b', salt: 's4lt' },
  { scheme: 'md5-salt-last', hash: 'f721e81e2294cc4334af00ed78813470', salt: 's4lt' },
  { scheme: 'sha1', hash: 'dfeeca68f6167de105a11c98a44e7bbdb353712d', salt: '' },
  { scheme: 'sha256', hash: 'e3dca61d8e97d24d0a9c247da39d4ee67dd8585581e0d13fa16a8fcbdd871d06', salt: '' },
];
const matches = (legacy: LegacyPassword, password: string) =>
  matchesLegacyPassword(cipher, { sealed: sealLegacyPassword(cipher, legacy, ACCOUNT), accountId: ACCOUNT }, password);

describe('a hash of the old platform', () => {
  it.each(KNOWN)('%j knows its password and no other', async (legacy) => {
    expect(await matches(legacy, 'Lotus-2019')).toBe(true);
    expect(await matches(legacy, 'lotus-2019')).toBe(false);
  });

  it('by bcrypt knows its password and no other', async () => {
    const legacy: LegacyPassword = { scheme: 'bcrypt', hash: hashSync('Lotus-2019', 4), salt: '' };
    expect(await matches(legacy, 'Lotus-2019')).toBe(true);
    expect(await matches(legacy, 'Lotus-2020')).toBe(false);
  });

  it.each(['123456', 'ca123456789', 'CA123456789', '111111', '１２３４５６'])(
    'never opens by the old default %s',
    async (password) => {
      expect(await matches({ scheme: 'bcrypt', hash: hashSync(password, 4), salt: '' }, password)).toBe(false);
    },
  );

  it('opens for no other account', async () => {
    const sealed = sealLegacyPassword(cipher, KNOWN[0]!, ACCOUNT);
    const other = { sealed, accountId: '65f000000000000000000002' };
    await expect(matchesLegacyPassword(cipher, other, 'Lotus-2019')).rejects.toThrow(
      'belongs to another field or record',
    );
  });

  it('rests encrypted', () => {
    expect(sealLegacyPassword(cipher, KNOWN[0]!, ACCOUNT)).not.toContain(KNOWN[0]!.hash);
  });

  it.each([
    ['md5', '0da7d84bca60be7883ca68aca2d0a0e'],
    ['md5', '0DA7D84BCA60BE7883CA68ACA2D0A0E3'],
    ['sha1', '0da7d84bca60be7883ca68aca2d0a0e3'],
    ['bcrypt', '$2a$31$abcdefghijklmnopqrstuuKZfhBhe4TnbxrrAhoUvTjKYYhVOvBMK'],
    ['bcrypt', 'plain'],
  ] as const)('by %s is not %s', (scheme, hash) => {
    expect(isLegacyHash(scheme, hash)).toBe(false);
  });
});
