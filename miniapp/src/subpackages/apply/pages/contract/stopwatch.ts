export interface Stopwatch {
  readonly start: () => void;
  readonly stop: () => void;
  readonly reset: () => void;
  /** Whole seconds it has run. */
  readonly seconds: () => number;
}

/** Adds up the time between starts and stops: time in the background is not reading time. */
export function createStopwatch(now: () => number = Date.now): Stopwatch {
  let total = 0;
  let startedAt: number | null = null;
  const elapsed = () => total + (startedAt === null ? 0 : now() - startedAt);
  return {
    start: () => {
      startedAt ??= now();
    },
    stop: () => {
      total = elapsed();
      startedAt = null;
    },
    reset: () => {
      total = 0;
      startedAt = startedAt === null ? null : now();
    },
    seconds: () => Math.floor(Math.max(0, elapsed()) / 1000),
  };
}
