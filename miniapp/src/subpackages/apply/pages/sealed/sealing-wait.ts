/** Sealing takes about three seconds; after this long the person is told that they need not stay. */
export const SLOW_AFTER_SECONDS = 20;

export interface SealingWait {
  readonly seconds: number;
  readonly slow: boolean;
}

/** How long one has waited here; a clock that was set back counts as no time. */
export function sealingWait(sinceMs: number, nowMs: number): SealingWait {
  const seconds = Math.max(0, Math.floor((nowMs - sinceMs) / 1000));
  return { seconds, slow: seconds > SLOW_AFTER_SECONDS };
}
