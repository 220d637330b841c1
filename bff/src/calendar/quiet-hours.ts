import { readPeriod } from './office-hours';

/** In minutes since midnight in Beijing; from after to: over midnight. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const BEIJING_MINUTES = 8 * 60;

/** Of reminders, whatever the operator sets: nobody is woken by a message that can wait. */
const NIGHT: QuietHours = { from: 20 * 60, to: 8 * 60 };

/** `22:00-08:00`; null for anything else. */
export function readQuietHours(text: string): QuietHours | null {
  const period = readPeriod(text);
  return period && period.from !== period.to ? period : null;
}

/** When the quiet hours end in which a moment lies; null outside of them. The end itself is not quiet any more. */
export function quietUntil(hours: QuietHours | null, now: Date): Date | null {
  if (!hours) {
    return null;
  }
  const minute = (Math.floor(now.getTime() / MINUTE_MS) + BEIJING_MINUTES) % DAY_MINUTES;
  const since = (minute - hours.from + DAY_MINUTES) % DAY_MINUTES;
  const length = (hours.to - hours.from + DAY_MINUTES) % DAY_MINUTES;
  if (since >= length) {
    return null;
  }
  const thisMinute = Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS;
  return new Date(thisMinute + (length - since) * MINUTE_MS);
}

/** 08:00 to 20:00 in Beijing. */
export const isDaytime = (now: Date): boolean => quietUntil(NIGHT, now) === null;
