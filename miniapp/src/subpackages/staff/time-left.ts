import type { StaffQueueItem } from '@acceptance/shared';
import type { StatusTone } from '../../components/status-tag';
import { TIME_LEFT_TEXT } from './texts-review';

export interface TimeLeft {
  readonly words: string;
  readonly tone: StatusTone;
}

const MINUTE = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;
/** From here on an order is urgent. */
const SOON_MINUTES = 2 * HOUR_MINUTES;

/** 25 分钟, 5 小时 10 分, 30 小时: of working time a day is no 24 hours. */
const hoursWords = (minutes: number): string =>
  minutes < HOUR_MINUTES
    ? TIME_LEFT_TEXT.minutes(minutes)
    : TIME_LEFT_TEXT.hours(Math.floor(minutes / HOUR_MINUTES), minutes % HOUR_MINUTES);

/** 25 分钟, 5 小时 10 分, 1 天 3 小时: the two largest units, whole minutes. */
export function durationWords(minutes: number): string {
  if (minutes < DAY_MINUTES) {
    return hoursWords(minutes);
  }
  return TIME_LEFT_TEXT.days(Math.floor(minutes / DAY_MINUTES), Math.floor((minutes % DAY_MINUTES) / HOUR_MINUTES));
}

/** How long until the promised end of the review; null when nothing was promised. The words carry the meaning, the tone helps. */
export function timeLeft(promisedBy: string | null, now: number): TimeLeft | null {
  if (!promisedBy) {
    return null;
  }
  const milliseconds = new Date(promisedBy).getTime() - now;
  if (milliseconds < 0) {
    const late = Math.floor(-milliseconds / MINUTE);
    return { words: late === 0 ? TIME_LEFT_TEXT.justLate : TIME_LEFT_TEXT.late(durationWords(late)), tone: 'bad' };
  }
  const minutes = Math.floor(milliseconds / MINUTE);
  if (minutes === 0) {
    return { words: TIME_LEFT_TEXT.lessThanAMinute, tone: 'attention' };
  }
  return {
    words: TIME_LEFT_TEXT.left(durationWords(minutes)),
    tone: minutes <= SOON_MINUTES ? 'attention' : 'neutral',
  };
}

/**
 * How much working time is left to review an order, as the server has counted it; with the applicant it stands still. Null
 * where nothing is reviewed.
 */
export function reviewTimeLeft({
  status,
  reviewMinutesLeft: minutes,
}: Pick<StaffQueueItem, 'status' | 'reviewMinutesLeft'>): TimeLeft | null {
  if (minutes === null) {
    return null;
  }
  if (status === 'returned') {
    return { words: TIME_LEFT_TEXT.paused(hoursWords(minutes)), tone: 'attention' };
  }
  if (minutes < 0) {
    return { words: TIME_LEFT_TEXT.workLate(hoursWords(-minutes)), tone: 'bad' };
  }
  if (minutes === 0) {
    return { words: TIME_LEFT_TEXT.lessThanAMinute, tone: 'attention' };
  }
  return {
    words: TIME_LEFT_TEXT.workLeft(hoursWords(minutes)),
    tone: minutes <= SOON_MINUTES ? 'attention' : 'neutral',
  };
}
