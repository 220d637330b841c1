import { useCallback, useEffect, useState } from 'react';

export interface Countdown {
  /** Whole seconds left; 0 when it is over. */
  readonly secondsLeft: number;
  readonly start: (seconds: number) => void;
}

/** Counts down by the clock, so that time spent in the background counts. */
export function useCountdown(now: () => number = Date.now): Countdown {
  const [endsAt, setEndsAt] = useState(0);
  const [secondsLeft, setSecondsLeft] = useState(0);

  useEffect(() => {
    const update = () => setSecondsLeft(Math.max(0, Math.ceil((endsAt - now()) / 1000)));
    update();
    if (endsAt <= now()) {
      return undefined;
    }
    const timer = setInterval(update, 500);
    return () => clearInterval(timer);
  }, [endsAt, now]);

  const start = useCallback((seconds: number) => setEndsAt(now() + seconds * 1000), [now]);
  return { secondsLeft, start };
}
