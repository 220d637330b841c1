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
  const write = (where: object, update: object) =>
    days.updateOne({ day, ...where }, update as UpdateQuery<ReconciliationDayRecord>);
  const waits = { outbox: { $elemMatch: { job, leasedBy: null } } };
  const forward = await write(waits, { $set: { 'outbox.$.availableAt': now, 'outbox.$.payload.since': now } });
  if (forward.matchedCount === 0) {
    await write({ 'outbox.job': { $ne: job } }, { $push: { outbox: comparison(now) } });
  }
  return findDay(days, day);
}
