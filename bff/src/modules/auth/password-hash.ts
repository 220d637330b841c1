import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** Cost of new hashes (OWASP 2024: N=2^15, r=8, p=1 is 32 MiB); the hash carries its own, so that it can grow. */
const COST = { N: 2 ** 15, r: 8, p: 1 };
const HASH_BYTES = 32;
const MAX_MEMORY = 128 * 1024 * 1024;

const derive = (password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, { ...options, maxmem: MAX_MEMORY }, (error, hash) =>
      error ? reject(error) : resolve(hash),
    );
  });

/** `scrypt$N$r$p$<salt base64url>$<hash base64url>` */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Constant in time for a given hash's parameters. A malformed hash never matches. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [scheme, N, r, p, salt, hash] = stored.split('$');
  if (scheme !== 'scrypt' || !salt || !hash) {
    return false;
  }
  const expected = Buffer.from(hash, 'base64url');
  // Costs that scrypt itself refuses are as good as a hash that does not match.
  const given = await derive(password, Buffer.from(salt, 'base64url'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  }).catch(() => null);
  return given?.length === expected.length && timingSafeEqual(given, expected);
}

/** Compared when there is no password, so that the answer takes as long as with one. */
const nobodysHash = hashPassword('nobody has this password');

/**
 * Whether `password` is the one that was stored. Without a stored one it does the same work and answers no: whoever
 * measures cannot tell an unknown account from a wrong password.
 */
export async function passwordMatches(password: string, stored: string | undefined): Promise<boolean> {
  const matches = await verifyPassword(password, stored ?? (await nobodysHash));
  return stored !== undefined && matches;
}
