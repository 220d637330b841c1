import { TRIES_TEXT } from '../../texts-identity';

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;

/** 5 小时 10 分钟, 25 分钟: how long until a moment, rounded up, so that it never promises too much; null once it is there. */
export function timeUntil(moment: string, now: number): string | null {
  const minutes = Math.ceil((new Date(moment).getTime() - now) / MINUTE_MS);
  if (minutes <= 0) {
    return null;
  }
  return minutes < HOUR_MINUTES
    ? TRIES_TEXT.minutes(minutes)
    : TRIES_TEXT.hours(Math.floor(minutes / HOUR_MINUTES), minutes % HOUR_MINUTES);
}
