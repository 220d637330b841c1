import { chinaDate } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import { unlessTaken } from '../../database/duplicate-key';
import type { Sweep } from '../../jobs/sweeps';
import type { OrderModel, OrderRecord } from '../orders';
import { daysToCompare } from './money-days';
import type { ReconciliationDayModel, ReconciliationDayRecord } from './reconciliation-day.model';
import { comparison } from './reconciliation-jobs';

export interface OpenDaysDependencies {
  readonly reconciliationDays: ReconciliationDayModel;
  readonly orders: OrderModel;
}

const QUARTER_HOUR_MS = 15 * 60_000;

/** The day of the first payment that there ever was; null before. */
async function firstDay({ reconciliationDays, orders }: OpenDaysDependencies): Promise<string | null> {
  const known = await reconciliationDays.findOne({}, { day: 1 }).sort({ day: 1 }).lean<{ day: string }>();
  if (known) {
    return known.day;
  }
  const paid = { 'attempts.paidAt': { $type: 'date' } } as QueryFilter<OrderRecord>;
  const order = await orders
    .findOne(paid, { 'attempts.paidAt': 1 })
    .sort({ 'attempts.paidAt': 1 })
    .lean<Pick<OrderRecord, 'attempts'>>();
  const times = order?.attempts.flatMap(({ paidAt }) => (paidAt ? [paidAt.getTime()] : [])) ?? [];
  return times.length > 0 ? chinaDate(new Date(Math.min(...times))) : null;
}

/** The unique day lets only one of two processes in; the other finds it there. */
async function openDay(reconciliationDays: ReconciliationDayModel, day: string, now: Date): Promise<void> {
  const fresh = {
    revision: 0,
    state: 'waiting' as const,
    ours: null,
    theirs: null,
    billSha1: null,
    flow: null,
    differences: [],
    differenceCount: 0,
    billedBesides: [],
    paidOnOtherDay: [],
    comparedAt: null,
    closedBy: null,
    outbox: [comparison(now)],
  };
  await unlessTaken(reconciliationDays.updateOne({ day }, { $setOnInsert: fresh }, { upsert: true }));
}

/** Every day since the first payment gets its record, and with it the job that compares it; also after days of standstill. */
export const openDaysSweep = (needs: OpenDaysDependencies): Sweep => ({
  name: 'days-of-money',
  everyMs: QUARTER_HOUR_MS,
  run: async (now) => {
    const first = await firstDay(needs);
    const days = first === null ? [] : daysToCompare(first, now);
    if (days.length === 0) {
      return;
    }
    const known = await needs.reconciliationDays
      .find({ day: { $in: days } }, { day: 1 })
      .lean<Pick<ReconciliationDayRecord, 'day'>[]>();
    const opened = new Set(known.map(({ day }) => day));
    for (const day of days.filter((one) => !opened.has(one))) {
      await openDay(needs.reconciliationDays, day, now);
    }
  },
});
