import { hashPassword, verifyPassword } from './password-hash';

describe('a password hash', () => {
  it('matches its password and no other', async () => {
    const hash = await hashPassword('correct horse');
    expect(await verifyPassword('correct horse', hash)).toBe(true);
    expect(await verifyPassword('correct horse ', hash)).toBe(false);
    expect(await verifyPassword('', hash)).toBe(false);
  });

  it('carries its cost and is salted', async () => {
    const [first, second] = [await hashPassword('same'), await hashPassword('same')];
    expect(first).toMatch(/^scrypt\$32768\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
    expect(second).not.toBe(first);
  });

  it('made with another cost still matches', async () => {
    // RFC 7914, section 12: P="pleaseletmein", S="SodiumChloride", N=16384, r=8, p=1; the first 32 bytes.
    const salt = Buffer.from('SodiumChloride').toString('base64url');
    const expected = '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2';
    const hash = ['scrypt', 16384, 8, 1, salt, Buffer.from(expected, 'hex').toString('base64url')].join('$');
    expect(await verifyPassword('pleaseletmein', hash)).toBe(true);
  });

  it('takes a character for the same however it was typed', async () => {
    // Full-width letters, as Chinese keyboards write them.
    expect(await verifyPassword('ａｂｃ', await hashPassword('abc'))).toBe(true);
  });

  it.each([
    '',
    'scrypt',
    'plain$1$8$1$c2FsdA$aGFzaA',
    'scrypt$x$8$1$c2FsdA$aGFzaA',
    'scrypt$3$8$1$c2FsdA$aGFzaA',
    'scrypt$1073741824$8$1$c2FsdA$aGFzaA',
  ])('that is malformed (%j) never matches', async (stored) => {
    expect(await verifyPassword('', stored)).toBe(false);
  });
});
