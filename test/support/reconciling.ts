import { endpoints, type ReconciliationView, type TaskView } from '@acceptance/shared';
import { STAFF_PASSWORD, type StaffPerson, signInStaff } from './staff-people';
import type { TestSystem } from './test-system';

const { reconciliation, tasks } = endpoints;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** A day of the test's clock, in Beijing. */
export const today = ({ clock }: TestSystem): string =>
  new Date(clock.now().getTime() + 8 * 60 * MINUTE_MS).toISOString().slice(0, 10);

/** Moves the clock to a time of the next day in Beijing, when the bill of this one can be fetched. */
export function toNextMorning({ clock }: TestSystem, time = '10:20'): void {
  const tomorrow = new Date(clock.now().getTime() + DAY_MS + 8 * 60 * MINUTE_MS).toISOString().slice(0, 10);
  clock.advance(Date.parse(`${tomorrow}T${time}:00+08:00`) - clock.now().getTime());
}

/** What somebody of finance does; signs in anew each time, for the clock moves by days. */
export function reconciliationDeskOf(system: TestSystem, { username }: StaffPerson) {
  const client = () => signInStaff(system, username, STAFF_PASSWORD);
  const openTasks = async (kind?: TaskView['kind']): Promise<TaskView[]> => {
    const { items } = await (await client()).call(tasks.listTasks, { query: { limit: '50', ...(kind && { kind }) } });
    return items;
  };
  return {
    client,
    openTasks,
    list: async (query: { cursor?: string; limit?: string; state?: ReconciliationView['state'] } = {}) =>
      (await client()).call(reconciliation.listDays, { query }),
    read: async (day: string) => (await client()).call(reconciliation.readDay, { params: { day } }),
    again: async (day: string) => (await client()).call(reconciliation.compareAgain, { params: { day } }),
    note: async (day: string, differenceId: string, note: string) =>
      (await client()).call(reconciliation.settleDifference, { params: { day, differenceId }, body: { note } }),
    sheet: async (day: string) =>
      Buffer.from(await (await client()).call(reconciliation.readSheet, { params: { day } })).toString('utf8'),
    redo: async ({ id }: TaskView) => (await client()).call(tasks.redoTask, { params: { taskId: id } }),
    settle: async ({ id }: TaskView, note: string) =>
      (await client()).call(tasks.settleTask, {
        params: { taskId: id },
        body: { settlement: 'checked-in-order', note },
      }),
  };
}
