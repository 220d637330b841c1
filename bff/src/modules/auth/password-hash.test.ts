import crypto from 'node:crypto';
import { stat } from 'node:fs/promises';
import { setImmediate as turnOfEventLoop } from 'node:timers/promises';
import { hashPassword, passwordMatches, verifyPassword } from './password-hash';

// The hash that is made when the module is loaded is not in the way of those that are counted.
beforeAll(() => passwordMatches('any', undefined));

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

describe('many hashes at once', () => {
  /** Hashing stands still until `release`; `begun` are those that hold a thread of the pool. */
  function holdHashing() {
    const begun: (() => void)[] = [];
    let isHeld = true;
    const { scrypt } = crypto;
    const spy = jest.spyOn(crypto, 'scrypt').mockImplementation((...call: unknown[]) => {
      const start = () => (scrypt as (...given: unknown[]) => void)(...call);
      begun.push(start);
      if (!isHeld) start();
    });
    return {
      begun,
      release() {
        isHeld = false;
        for (const start of [...begun]) start();
      },
      restore: () => spy.mockRestore(),
    };
  }
  const cheap = 'scrypt$16$1$1$c2FsdA$aGFzaA';

  it('leave threads of the pool to files and names of hosts', async () => {
    let hashed = 0;
    const hashing = Array.from({ length: 12 }, async () => {
      await hashPassword('correct horse');
      hashed += 1;
    });
    // All of them are in the pool, or wait for their turn, before the file comes.
    await turnOfEventLoop();
    await stat(__filename);
    // A pool full of hashes has the file wait until most of them are done.
    expect(hashed).toBeLessThan(4);
    await Promise.all(hashing);
  });

  it('are made two at a time; 64 comparisons wait, one more is told to come again', async () => {
    const held = holdHashing();
    try {
      const comparing = Array.from({ length: 67 }, () => verifyPassword('any', cheap));
      const outcomes = Promise.allSettled(comparing);
      await expect(comparing[66]).rejects.toMatchObject({ code: 'server.busy', status: 503, details: { seconds: 5 } });
      expect(held.begun).toHaveLength(2);
      held.release();
      const ends = await outcomes;
      expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(66);
      expect(await verifyPassword('any', cheap)).toBe(false);
    } finally {
      held.restore();
    }
  });

  it('do not turn away a new password: who sets one has proved who they are', async () => {
    const held = holdHashing();
    try {
      const comparing = Array.from({ length: 66 }, () => verifyPassword('any', cheap));
      const made = hashPassword('correct horse');
      await turnOfEventLoop();
      held.release();
      expect(await made).toMatch(/^scrypt\$/);
      expect(await Promise.all(comparing)).not.toContain(true);
    } finally {
      held.restore();
    }
  });
});
