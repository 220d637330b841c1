import { AppError } from '@acceptance/shared';
import { unlessTaken } from '../../database/duplicate-key';
import type { FieldCipher } from '../../database/field-cipher';
import { storedIdOf } from '../../database/stored-id';
import { rateLimitKeyOf } from '../../http/ip-address';
import type { PasswordAttemptModel, PasswordAttemptRecord } from './password-attempt.model';
import {
  ACCOUNT_ATTEMPTS,
  ADDRESS_ATTEMPTS,
  ATTEMPTS_FORGOTTEN_AFTER_SECONDS,
  type AttemptPolicy,
  pauseAfter,
} from './password-attempts.policy';

export interface AttemptDependencies {
  readonly passwordAttempts: PasswordAttemptModel;
  readonly cipher: FieldCipher;
}

/** Whose password is tried, and from where. */
export interface Attempt {
  /** What is guessed at, e.g. `applicant:<phone>`; it need not exist. */
  readonly subject: string;
  /** A device that the subject has used before: it has a count of its own, so that strangers cannot slow it down. */
  readonly trustedDeviceId: string | null;
  readonly address: string;
  readonly now: Date;
}

/** A try that has been counted as a failure already. Nothing more is to be done when it was one. */
export interface CountedAttempt {
  /** Everything was right: the subject's failures are forgotten, and the address did nothing wrong. */
  passed(): Promise<void>;
  /** Nothing was compared after all: it does not count. A pause that another try has earned meanwhile stays. */
  notCompared(): Promise<void>;
  /** What was given was right, but something is still missing: it does not count. */
  undecided(): Promise<void>;
}

const after = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);
const KEY_PURPOSE = 'password-attempts';
/** Of parallel tries beyond the free ones each round lets one through, and its pause stops the others. */
const MAX_ROUNDS = 20;

const delayed = (until: Date, now: Date): AppError =>
  new AppError('auth.password_delayed', {
    details: { seconds: Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000)) },
  });

/** Counts one of the free tries; false when they are used up. */
async function countFree(attempts: PasswordAttemptModel, _id: string, { free }: AttemptPolicy, now: Date) {
  const counted = await unlessTaken(
    attempts.updateOne(
      { _id, failures: { $lt: free } },
      {
        $inc: { failures: 1 },
        $set: { forgetAt: after(now, ATTEMPTS_FORGOTTEN_AFTER_SECONDS) },
        $setOnInsert: { blockedUntil: now },
      },
      { upsert: true },
    ),
  );
  return counted !== null && counted.matchedCount + counted.upsertedCount === 1;
}

/** Counts a try that is followed by a pause, unless one is running. @throws AppError auth.password_delayed */
async function countSlowed(attempts: PasswordAttemptModel, _id: string, policy: AttemptPolicy, now: Date) {
  const before = await attempts.findOne({ _id }).lean<PasswordAttemptRecord>();
  if (!before) {
    return false;
  }
  if (before.blockedUntil > now) {
    throw delayed(before.blockedUntil, now);
  }
  const failures = before.failures + 1;
  const next = {
    failures,
    blockedUntil: after(now, pauseAfter(failures, policy)),
    forgetAt: after(now, ATTEMPTS_FORGOTTEN_AFTER_SECONDS),
  };
  const { failures: seen, blockedUntil } = before;
  return (await attempts.updateOne({ _id, failures: seen, blockedUntil }, { $set: next })).matchedCount === 1;
}

async function count(attempts: PasswordAttemptModel, _id: string, policy: AttemptPolicy, now: Date): Promise<void> {
  await attempts.deleteOne({ _id, forgetAt: { $lte: now } });
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    if ((await countFree(attempts, _id, policy, now)) || (await countSlowed(attempts, _id, policy, now))) {
      return;
    }
  }
  throw delayed(now, now);
}

const release = (attempts: PasswordAttemptModel, _id: string, now: Date) =>
  attempts.updateOne({ _id, failures: { $gt: 0 } }, { $inc: { failures: -1 }, $set: { blockedUntil: now } });

const uncount = (attempts: PasswordAttemptModel, _id: string) =>
  attempts.updateOne({ _id, failures: { $gt: 0 } }, { $inc: { failures: -1 } });

const subjectKeys = (cipher: FieldCipher, subject: string, trustedDeviceId: string | null): string[] =>
  cipher.lookupHashes(trustedDeviceId ? `${subject}|${trustedDeviceId}` : subject, KEY_PURPOSE);

/**
 * Counts a try BEFORE anything is compared, so that parallel guesses share the same few tries.
 * @throws AppError auth.password_delayed with the seconds to wait
 */
export async function countAttempt(
  { passwordAttempts, cipher }: AttemptDependencies,
  { subject, trustedDeviceId, address, now }: Attempt,
): Promise<CountedAttempt> {
  const account = await storedIdOf(passwordAttempts, subjectKeys(cipher, subject, trustedDeviceId));
  const addressKeys = cipher.lookupHashes(`address:${rateLimitKeyOf(address)}`, KEY_PURPOSE);
  const place = await storedIdOf(passwordAttempts, addressKeys);
  await count(passwordAttempts, account, ACCOUNT_ATTEMPTS, now);
  await count(passwordAttempts, place, ADDRESS_ATTEMPTS, now).catch(async (error: unknown) => {
    await release(passwordAttempts, account, now);
    throw error;
  });
  return {
    async passed() {
      await passwordAttempts.deleteOne({ _id: account });
      await release(passwordAttempts, place, now);
    },
    async notCompared() {
      await uncount(passwordAttempts, account);
      await uncount(passwordAttempts, place);
    },
    async undecided() {
      await release(passwordAttempts, account, now);
      await release(passwordAttempts, place, now);
    },
  };
}

/** Compares under a try that was counted, which does not count when too many are compared at the moment. */
export async function compareCounted<Result>(
  attempt: Pick<CountedAttempt, 'notCompared'>,
  compare: () => Promise<Result>,
): Promise<Result> {
  try {
    return await compare();
  } catch (error) {
    if (error instanceof AppError && error.code === 'server.busy') {
      await attempt.notCompared();
    }
    throw error;
  }
}

/** Forgets the wrong tries of somebody who has proved the number in another way. */
export async function forgetAttempts(
  { passwordAttempts, cipher }: AttemptDependencies,
  subject: string,
): Promise<void> {
  await passwordAttempts.deleteMany({ _id: { $in: subjectKeys(cipher, subject, null) } });
}
