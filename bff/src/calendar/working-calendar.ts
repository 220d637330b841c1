import { minutesOf, type OfficePeriod } from './office-hours';
import { isWeekend, isYearKnown, type StatutoryDays } from './statutory-days';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Asia/Shanghai, all year since 1992. */
const BEIJING_OFFSET_MS = 8 * 3_600_000;

/** The authority's working time: what promises are made and measured in. All durations are milliseconds of office hours. */
export interface WorkingCalendar {
  /** Office hours of one working day. */
  readonly dayMs: number;
  isWorkingDay(moment: Date): boolean;
  /** When so much working time has passed; of none, the first moment of work from `start` on. */
  addWorkingTime(start: Date, ms: number): Date;
  addWorkingDays(start: Date, days: number): Date;
  /** Working time from one moment to another; negative where `to` lies before `from`. */
  workingTimeBetween(from: Date, to: Date): number;
  /** The first year from that moment on whose holidays nobody has told us: there weekdays count as working days. */
  firstUnknownYear(now: Date): number;
}

/** Midnight in Beijing at or before a moment, as milliseconds since the epoch. */
const midnightOf = (at: number): number => Math.floor((at + BEIJING_OFFSET_MS) / DAY_MS) * DAY_MS - BEIJING_OFFSET_MS;
const dayOf = (midnight: number): string => new Date(midnight + BEIJING_OFFSET_MS).toISOString().slice(0, 10);

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A calendar without working days, or of periods without length, would have no end. */
export function createWorkingCalendar({
  days,
  officeHours,
}: {
  readonly days: StatutoryDays;
  readonly officeHours: readonly OfficePeriod[];
}): WorkingCalendar {
  const dayMs = minutesOf(officeHours) * MINUTE_MS;

  const isWorking = (day: string): boolean =>
    days.movedWorkdays.has(day) || !(isWeekend(day) || days.holidays.has(day));

  function* workFrom(start: number): Generator<Span, never> {
    for (let midnight = midnightOf(start); ; midnight += DAY_MS) {
      for (const { from, to } of isWorking(dayOf(midnight)) ? officeHours : []) {
        const end = midnight + to * MINUTE_MS;
        if (end > start) {
          yield { from: Math.max(start, midnight + from * MINUTE_MS), to: end };
        }
      }
    }
  }

  function addWorkingTime(start: Date, ms: number): Date {
    let rest = ms;
    for (const { from, to } of workFrom(start.getTime())) {
      if (rest <= to - from) {
        return new Date(from + rest);
      }
      rest -= to - from;
    }
    throw new Error('unreachable: work goes on without end');
  }

  function workingTimeBetween(from: Date, to: Date): number {
    if (to < from) {
      return -workingTimeBetween(to, from);
    }
    let sum = 0;
    for (const span of workFrom(from.getTime())) {
      if (span.from >= to.getTime()) {
        return sum;
      }
      sum += Math.min(span.to, to.getTime()) - span.from;
    }
    throw new Error('unreachable: work goes on without end');
  }

  function firstUnknownYear(now: Date): number {
    let year = Number(dayOf(midnightOf(now.getTime())).slice(0, 4));
    while (isYearKnown(days, year)) {
      year += 1;
    }
    return year;
  }

  return {
    dayMs,
    isWorkingDay: (moment) => isWorking(dayOf(midnightOf(moment.getTime()))),
    addWorkingTime,
    addWorkingDays: (start, count) => addWorkingTime(start, count * dayMs),
    workingTimeBetween,
    firstUnknownYear,
  };
}
