import type { UpdateQuery } from 'mongoose';
import { noteAct } from '../../http/act-notes';
import { findDay } from './find-days';
import type { ReconciliationDayModel, ReconciliationDayRecord } from './reconciliation-day.model';
import { comparison, RECONCILIATION_JOBS } from './reconciliation-jobs';

const job = RECONCILIATION_JOBS.compare.name;

/**
 * Has a day compared once more, now: a comparison that waits for its bill comes forward, one that runs is not doubled.
 * @throws AppError reconciliation.day_not_found
 */
export async function compareAgain(
  days: ReconciliationDayModel,
  day: string,
  now: Date,
): Promise<ReconciliationDayRecord> {
  await findDay(days, day);
  noteAct({ day });
  const waits = { day, outbox: { $elemMatch: { job, leasedBy: null } } };
  const forward = {
    $set: { 'outbox.$[waiting].availableAt': now, 'outbox.$[waiting].payload.since': now },
  } as UpdateQuery<ReconciliationDayRecord>;
  const arrayFilters = [{ 'waiting.job': job, 'waiting.leasedBy': null }];
  if ((await days.updateOne(waits, forward, { arrayFilters })).matchedCount === 0) {
    const more = { $push: { outbox: comparison(now) } } as UpdateQuery<ReconciliationDayRecord>;
    await days.updateOne({ day, 'outbox.job': { $ne: job } }, more);
  }
  return findDay(days, day);
}
