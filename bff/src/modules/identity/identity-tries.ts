import { AppError, chinaDate, chinaMidnightAfter, type ErrorCode } from '@acceptance/shared';
import { usedToday } from '../../http/daily-limit';
import type { AccountModel, AccountRecord } from '../account';

/** What somebody can do so often a day, by Beijing's. */
interface TryCounter {
  readonly field: 'identityFailures' | 'faceStarts';
  readonly aDay: number;
  readonly refusal: ErrorCode;
}

/** Refused checks by the provider. */
const REFUSED_CHECKS: TryCounter = { field: 'identityFailures', aDay: 3, refusal: 'identity.too_many_attempts' };
/** Face checks that were begun. */
export const FACE_STARTS: TryCounter = { field: 'faceStarts', aDay: 3, refusal: 'face_checks.too_many' };

/** Accounts of before a counter have none. */
const NEVER = { day: '', count: 0 };

export interface Tries {
  readonly triesLeft: number;
  /** While none is left. */
  readonly blockedUntil: Date | null;
}

export function triesOf(
  account: Pick<AccountRecord, TryCounter['field']>,
  now: Date,
  { field, aDay }: TryCounter = REFUSED_CHECKS,
): Tries {
  const triesLeft = Math.max(0, aDay - usedToday(account[field] ?? NEVER, now));
  return { triesLeft, blockedUntil: triesLeft === 0 ? chinaMidnightAfter(now) : null };
}

/**
 * Takes one of the day's tries BEFORE asking, atomically, so that parallel checks share them: the provider charges for each.
 * Answers how many are left after it. @throws AppError identity.too_many_attempts, or the counter's own refusal
 */
export async function takeTry(
  accounts: AccountModel,
  id: string,
  now: Date,
  counter: TryCounter = REFUSED_CHECKS,
): Promise<number> {
  const { field, aDay, refusal } = counter;
  const today = chinaDate(now);
  const first = await accounts.updateOne(
    { _id: id, [`${field}.day`]: { $ne: today } },
    { $set: { [field]: { day: today, count: 1 } } },
  );
  if (first.modifiedCount === 1) {
    return aDay - 1;
  }
  const taken = await accounts
    .findOneAndUpdate(
      { _id: id, [`${field}.day`]: today, [`${field}.count`]: { $lt: aDay } },
      { $inc: { [`${field}.count`]: 1 } },
      { returnDocument: 'after' },
    )
    .lean<AccountRecord>();
  if (!taken) {
    throw new AppError(refusal, { details: { until: chinaMidnightAfter(now).toISOString() } });
  }
  return triesOf(taken, now, counter).triesLeft;
}

/** Only what was answered against the person uses a try up. `takenAt`: when it was taken, for it may be another day now. */
export const giveTryBack = (
  accounts: AccountModel,
  id: string,
  takenAt: Date,
  { field }: TryCounter = REFUSED_CHECKS,
) =>
  accounts.updateOne(
    { _id: id, [`${field}.day`]: chinaDate(takenAt), [`${field}.count`]: { $gt: 0 } },
    { $inc: { [`${field}.count`]: -1 } },
  );
