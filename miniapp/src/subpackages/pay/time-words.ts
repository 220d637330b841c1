/** 299 → 4:59, for a countdown. */
export const minutesAndSeconds = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Whole seconds until a moment (ISO 8601), never negative. */
export const secondsUntil = (moment: string, now: number): number =>
  Math.max(0, Math.ceil((new Date(moment).getTime() - now) / 1000));
