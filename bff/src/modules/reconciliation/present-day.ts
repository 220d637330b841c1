import type { ReconciliationSummary, ReconciliationView } from '@acceptance/shared';
import { type BankEntryModel, bankSumsOfDay } from '../bank-transfers';
import { iso } from '../orders';
import type { StaffNames } from '../staff';
import { openDifferences, type ReconciliationDayRecord } from './reconciliation-day.model';
import { RECONCILIATION_JOBS } from './reconciliation-jobs';

const comparisonsOf = ({ outbox }: ReconciliationDayRecord) =>
  outbox.filter(({ job }) => job === RECONCILIATION_JOBS.compare.name);

const isUnderWay = (record: ReconciliationDayRecord, now: Date): boolean =>
  comparisonsOf(record).some(({ availableAt, leasedBy }) => Boolean(leasedBy) || availableAt <= now);

export const presentSummary = (record: ReconciliationDayRecord, now: Date): ReconciliationSummary => ({
  day: record.day,
  state: record.state,
  ours: record.ours,
  theirs: record.theirs,
  comparedAt: iso(record.comparedAt),
  differences: record.differenceCount,
  openDifferences: openDifferences(record).length + record.differenceCount - record.differences.length,
  isUnderWay: isUnderWay(record, now),
});

export interface PresentDependencies {
  readonly bankEntries: BankEntryModel;
  readonly staffNames: StaffNames;
}

export async function presentDay(
  { bankEntries, staffNames }: PresentDependencies,
  record: ReconciliationDayRecord,
  now: Date,
): Promise<ReconciliationView> {
  const { closedBy, differences } = record;
  const ids = [closedBy, ...differences.map(({ settlement }) => settlement?.by ?? null)];
  const names = await staffNames.namesOf([...new Set(ids.filter((id) => id !== null))]);
  return {
    ...presentSummary(record, now),
    billSha1: record.billSha1,
    flow: record.flow ?? null,
    nextLookAt: iso(comparisonsOf(record)[0]?.availableAt ?? null),
    items: differences.map(({ settlement, ...one }) => ({
      ...one,
      settlement: settlement && {
        note: settlement.note,
        by: names.get(settlement.by) ?? '',
        at: settlement.at.toISOString(),
      },
    })),
    bank: await bankSumsOfDay(bankEntries, record.day),
    closedBy: closedBy && (names.get(closedBy) ?? ''),
  };
}
