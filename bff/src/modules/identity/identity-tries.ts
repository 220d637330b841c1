import { AppError, chinaDate, chinaMidnightAfter } from '@acceptance/shared';
import { usedToday } from '../../http/daily-limit';
import type { AccountModel, AccountRecord } from '../account';

/** Refused checks a day, by Beijing's. */
const TRIES_A_DAY = 3;

export interface Tries {
  readonly triesLeft: number;
  /** While none is left. */
  readonly blockedUntil: Date | null;
}

export function triesOf({ identityFailures }: Pick<AccountRecord, 'identityFailures'>, now: Date): Tries {
  const triesLeft = Math.max(0, TRIES_A_DAY - usedToday(identityFailures, now));
  return { triesLeft, blockedUntil: triesLeft === 0 ? chinaMidnightAfter(now) : null };
}

/**
 * Takes one of the day's tries BEFORE asking, atomically, so that parallel checks share them: the provider charges for each.
 * Answers how many are left after it. @throws AppError identity.too_many_attempts
 */
export async function takeTry(accounts: AccountModel, id: string, now: Date): Promise<number> {
  const today = chinaDate(now);
  await accounts.updateOne(
    { _id: id, 'identityFailures.day': { $ne: today } },
    { $set: { identityFailures: { day: today, count: 0 } } },
  );
  const taken = await accounts
    .findOneAndUpdate(
      { _id: id, 'identityFailures.day': today, 'identityFailures.count': { $lt: TRIES_A_DAY } },
      { $inc: { 'identityFailures.count': 1 } },
      { returnDocument: 'after' },
    )
    .lean<AccountRecord>();
  if (!taken) {
    throw new AppError('identity.too_many_attempts', { details: { until: chinaMidnightAfter(now).toISOString() } });
  }
  return triesOf(taken, now).triesLeft;
}

/** Only a refused check uses its try up. */
export const giveTryBack = (accounts: AccountModel, id: string, now: Date) =>
  accounts.updateOne({ _id: id, 'identityFailures.day': chinaDate(now) }, { $inc: { 'identityFailures.count': -1 } });
