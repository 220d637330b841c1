import { AppError } from '@acceptance/shared';
import type { UpdateQuery } from 'mongoose';
import { noteDecision } from '../../http/act-notes';
import type { PersonalEnd } from '../../jobs/job-handler';
import { settleTaskEntry } from '../../jobs/task-jobs';
import type { StaffNames } from '../staff';
import { taskOfDay } from './compare-money';
import { findDay } from './find-days';
import {
  type ReconciliationDayModel,
  type ReconciliationDayRecord,
  type StoredDifference,
  stateBy,
} from './reconciliation-day.model';

export interface SettleDependencies {
  readonly reconciliationDays: ReconciliationDayModel;
  readonly staffNames: StaffNames;
  /** @throws AppError staff.own_order */
  readonly refuseOwnOrder: (staffId: string, orderId: string) => Promise<void>;
}

interface Settling {
  readonly day: string;
  readonly differenceId: string;
  readonly note: string;
  readonly staffId: string;
  readonly now: Date;
}

/** The order may be gone, with an account that was deleted; the difference is still there. */
async function refuseOwn({ refuseOwnOrder }: SettleDependencies, staffId: string, { orderId }: StoredDifference) {
  try {
    await (orderId && refuseOwnOrder(staffId, orderId));
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'orders.not_found')) {
      throw error;
    }
  }
}

/** @throws AppError reconciliation.difference_not_found, reconciliation.difference_settled */
async function findOpen(
  { staffNames }: SettleDependencies,
  { differences }: ReconciliationDayRecord,
  { differenceId, note, staffId }: Settling,
): Promise<{ readonly index: number; readonly found: StoredDifference; readonly isDone: boolean }> {
  const index = differences.findIndex(({ id }) => id === differenceId);
  const found = differences[index];
  if (!found) {
    throw new AppError('reconciliation.difference_not_found');
  }
  const { settlement } = found;
  const isDone = settlement?.note === note && settlement.by === staffId;
  if (settlement && !isDone) {
    const name = (await staffNames.namesOf([settlement.by])).get(settlement.by) ?? '';
    throw new AppError('reconciliation.difference_settled', { details: { name } });
  }
  return { index, found, isDone };
}

/**
 * Notes what became of a difference; with the last one the day is settled and its task ends. The same note again changes
 * nothing. @throws AppError reconciliation.*, staff.own_order, request.conflict (it was compared anew meanwhile)
 */
export async function settleDifference(needs: SettleDependencies, act: Settling): Promise<ReconciliationDayRecord> {
  const { reconciliationDays } = needs;
  const { day, note, staffId, now } = act;
  const record = await findDay(reconciliationDays, day);
  const { index, found, isDone } = await findOpen(needs, record, act);
  await refuseOwn(needs, staffId, found);
  if (isDone) {
    return record;
  }
  noteDecision({ day, difference: found, note }, record.revision);
  const settlement = { note, by: staffId, at: now };
  const differences = record.differences.map((one, at) => (at === index ? { ...one, settlement } : one));
  const after = { ...record, differences };
  const state = stateBy(after);
  const task =
    state === 'settled'
      ? settleTaskEntry({ kind: 'bill-differs', outcome: 'taken-care-of', closedBy: staffId, note }, now)
      : taskOfDay(after, now);
  const update = {
    $set: { [`differences.${index}.settlement`]: settlement, state },
    $inc: { revision: 1 },
    $push: { outbox: task },
  } as UpdateQuery<ReconciliationDayRecord>;
  const changed = await reconciliationDays
    .findOneAndUpdate({ _id: record._id, revision: record.revision }, update, { returnDocument: 'after' })
    .lean<ReconciliationDayRecord>();
  if (!changed) {
    throw new AppError('request.conflict');
  }
  return changed;
}

/**
 * Somebody has compared a day by hand of which no bill was to be had; what closes the task says what they found.
 * @throws AppError tasks.settlement_does_not_fit, request.conflict
 */
export async function closeByHand(
  { reconciliationDays }: Pick<SettleDependencies, 'reconciliationDays'>,
  dayId: string,
  { staffId, closing }: PersonalEnd,
): Promise<void> {
  const record = await reconciliationDays.findOne({ _id: dayId }).lean<ReconciliationDayRecord>();
  if (!record || record.outbox.some(({ id }) => id === closing.id)) {
    return;
  }
  if (record.state !== 'waiting') {
    // A comparison has succeeded before, and stands: only the one that failed is given up.
    return;
  }
  const update = {
    $set: { state: 'settled', closedBy: staffId },
    $inc: { revision: 1 },
    $push: { outbox: closing },
  } as UpdateQuery<ReconciliationDayRecord>;
  const where = { _id: dayId, revision: record.revision };
  if ((await reconciliationDays.updateOne(where, update)).modifiedCount === 0) {
    throw new AppError('request.conflict');
  }
}
