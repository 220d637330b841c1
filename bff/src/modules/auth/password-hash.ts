import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { AppError } from '@acceptance/shared';
import { createTurns } from '../../threads/turns';
import { PASSWORD_COST } from './password-cost';

const HASH_BYTES = 32;
const MAX_MEMORY = 128 * 1024 * 1024;

/**
 * Of the threads of libuv's pool (4 unless UV_THREADPOOL_SIZE says more), which files and names of hosts
 * need as well: a hash holds one for a tenth of a second.
 */
const HASHES_AT_ONCE = 2;
/** Comparing is done for anybody who asks: so many wait a few seconds, and whoever comes later is better told so. */
const MAX_COMPARISONS_WAITING = 64;
/** New passwords come from people who have proved themselves by something that is used up by it. */
const MAX_NEW_WAITING = 256;
const BUSY_SECONDS = 5;
const turns = createTurns(HASHES_AT_ONCE);

export const passwordHashLoad = turns.load;

/** @throws AppError server.busy */
async function inTurn<Result>(maxWaiting: number, work: () => Promise<Result>): Promise<Result> {
  if (!(await turns.take(maxWaiting))) {
    throw new AppError('server.busy', { details: { seconds: BUSY_SECONDS } });
  }
  try {
    return await work();
  } finally {
    turns.pass();
  }
}

const derive = (password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, { ...options, maxmem: MAX_MEMORY }, (error, hash) =>
      error ? reject(error) : resolve(hash),
    );
  });

/** `scrypt$N$r$p$<salt base64url>$<hash base64url>` @throws AppError server.busy */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const { N, r, p } = PASSWORD_COST;
  const hash = await inTurn(MAX_NEW_WAITING, () => derive(password, salt, { N, r, p }));
  return ['scrypt', N, r, p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Constant in time for a given hash's parameters. A malformed hash never matches. @throws AppError server.busy */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [scheme, N, r, p, salt, hash] = stored.split('$');
  if (scheme !== 'scrypt' || !salt || !hash) {
    return false;
  }
  const expected = Buffer.from(hash, 'base64url');
  // Costs that scrypt itself refuses are as good as a hash that does not match.
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const given = await inTurn(MAX_COMPARISONS_WAITING, () =>
    derive(password, Buffer.from(salt, 'base64url'), cost).catch(() => null),
  );
  return given?.length === expected.length && timingSafeEqual(given, expected);
}

/** Compared when there is no password, so that the answer takes as long as with one. */
const nobodysHash = hashPassword('nobody has this password');

/**
 * Whether `password` is the one that was stored. Without a stored one it does the same work and answers no: whoever
 * measures cannot tell an unknown account from a wrong password.
 * @throws AppError server.busy; nothing was compared then
 */
export async function passwordMatches(password: string, stored: string | undefined): Promise<boolean> {
  const matches = await verifyPassword(password, stored ?? (await nobodysHash));
  return stored !== undefined && matches;
}
