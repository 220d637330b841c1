import { endpoints } from '@acceptance/shared';
import { noteAct } from '../../http/act-notes';
import { staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { wakingWith } from '../../jobs/waking';
import { compareAgain } from './compare-again';
import { dailySheet, type SheetDependencies } from './daily-sheet';
import { findDay, listDays } from './find-days';
import { type PresentDependencies, presentDay, presentSummary } from './present-day';
import type { ReconciliationDayRecord } from './reconciliation-day.model';
import { type SettleDependencies, settleDifference } from './settle-difference';

export interface ReconciliationDependencies extends SettleDependencies, PresentDependencies, SheetDependencies {
  /** Wakes the dispatcher. */
  readonly jobsAdded: () => void;
}

export function bindReconciliationEndpoints(bind: BindEndpoint, needs: ReconciliationDependencies): void {
  const { reconciliationDays, jobsAdded } = needs;
  const { reconciliation } = endpoints;
  const waking = wakingWith(jobsAdded);
  const view = async (found: Promise<ReconciliationDayRecord>, now: Date) => presentDay(needs, await found, now);
  bind(reconciliation.listDays, async ({ query }, { now }) => {
    const page = await listDays(reconciliationDays, query);
    return { ...page, items: page.items.map((record) => presentSummary(record, now)) };
  });
  bind(reconciliation.readDay, ({ params }, { now }) => view(findDay(reconciliationDays, params.day), now));
  bind(reconciliation.compareAgain, ({ params }, { now }) =>
    view(waking(compareAgain(reconciliationDays, params.day, now)), now),
  );
  bind(reconciliation.settleDifference, ({ params, body }, context) => {
    const { now } = context;
    const act = { ...params, ...body, staffId: staffOf(context).id, now };
    return view(waking(settleDifference(needs, act)), now);
  });
  bind(reconciliation.readSheet, async ({ params: { day } }) => {
    const record = await findDay(reconciliationDays, day);
    noteAct({ day });
    return { bytes: dailySheet(needs, record), mediaType: 'text/csv' };
  });
}
