import { startOfChinaDay } from '@acceptance/shared';
import type { Logger } from 'pino';
import type { WorkingCalendar } from '../../calendar/working-calendar';
import type { Sweep } from '../../jobs/sweeps';
import { openTask, settleCause, type TaskModel } from '../tasks';

export interface CalendarWatchDependencies {
  readonly calendar: WorkingCalendar;
  readonly tasks: TaskModel;
  readonly logger: Logger;
}

const EVERY_MS = 6 * 3_600_000;
const KIND = 'calendar-ends';
/** The State Council announces a year in the November before it; a promise may reach over New Year. */
const DAYS_BEFORE = 30;

const beginOf = (year: number): Date => startOfChinaDay(`${year}-01-01`);
const subjectOf = (year: number): string => `system:calendar-${year}`;

/** The year whose holidays are not known though promises soon reach it; null: all is known as far as it matters. */
export function missingYear(calendar: Pick<WorkingCalendar, 'firstUnknownYear'>, now: Date): number | null {
  const year = calendar.firstUnknownYear(now);
  return beginOf(year).getTime() - now.getTime() <= DAYS_BEFORE * 86_400_000 ? year : null;
}

/** Weekends alone are no silent substitute: somebody is told in time; a calendar that has the year ends the task. */
export async function watchCalendar({ calendar, tasks, logger }: CalendarWatchDependencies, now: Date): Promise<void> {
  const year = missingYear(calendar, now);
  if (year !== null) {
    logger.warn({ year }, 'the working calendar does not know the holidays of this year');
    await openTask(tasks, { kind: KIND, subject: subjectOf(year), facts: { year }, now });
  }
  const present = year === null ? [] : [subjectOf(year)];
  const told = await tasks.find({ kind: KIND, closedAt: null, subject: { $nin: present } }, { subject: 1 }).lean();
  for (const { subject } of told) {
    await settleCause(tasks, { kind: KIND, subject, outcome: 'healed', now });
  }
}

export const calendarSweep = (needs: CalendarWatchDependencies): Sweep => ({
  name: 'working-calendar',
  everyMs: EVERY_MS,
  run: (now) => watchCalendar(needs, now),
});
