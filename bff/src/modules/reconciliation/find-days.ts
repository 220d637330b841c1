import { AppError, RECONCILIATION_STATES, type ReconciliationState } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import { countTotal } from '../../database/count-total';
import type { ReconciliationDayModel, ReconciliationDayRecord } from './reconciliation-day.model';

/** @throws AppError reconciliation.day_not_found */
export async function findDay(days: ReconciliationDayModel, day: string): Promise<ReconciliationDayRecord> {
  const record = await days.findOne({ day }).lean<ReconciliationDayRecord>();
  if (!record) {
    throw new AppError('reconciliation.day_not_found');
  }
  return record;
}

interface DaysQuery {
  readonly state?: ReconciliationState | undefined;
  /** The last day of the page before. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The newest first, paged by the day. @throws AppError request.cursor_invalid */
export async function listDays(days: ReconciliationDayModel, { state, cursor, limit }: DaysQuery) {
  if (cursor !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(cursor)) {
    throw new AppError('request.cursor_invalid');
  }
  const filter: QueryFilter<ReconciliationDayRecord> = { ...(state && { state }) };
  const [found, total, ...counts] = await Promise.all([
    days
      .find(cursor === undefined ? filter : { ...filter, day: { $lt: cursor } })
      .sort({ day: -1 })
      .limit(limit + 1)
      .lean<ReconciliationDayRecord[]>(),
    countTotal(days, filter),
    ...RECONCILIATION_STATES.map((each) => countTotal(days, { state: each })),
  ]);
  return {
    items: found.slice(0, limit),
    nextCursor: found.length > limit ? (found[limit - 1]?.day ?? null) : null,
    total,
    counts: Object.fromEntries(RECONCILIATION_STATES.map((each, index) => [each, counts[index] ?? 0])) as Record<
      ReconciliationState,
      number
    >,
  };
}
