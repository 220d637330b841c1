/** Counts renderings under way and done, to know when a view is at rest. */
export interface Activity {
  /** Something of the view changed or was handled. */
  touch(): void;
  /** Runs later in a turn of its own, `ms` from now at the earliest; the view is not idle before. */
  later(work: () => void, ms?: number): void;
  /** Resolves after two turns of the event loop in which nothing was rendered. */
  whenIdle(): Promise<void>;
  /** A finger's tap (or WeChat's payment sheet) was answered just now: what is done in this turn is the person's wish. */
  tapped(): void;
  /** Whether this turn, with the promises it goes on with, belongs to a tap. */
  inTap(): boolean;
}

const QUIET_TURNS = 2;

export function createActivity(): Activity {
  let changes = 0;
  let pending = 0;
  let taps = 0;
  const touch = () => {
    changes += 1;
  };
  return {
    touch,
    tapped() {
      taps += 1;
      setImmediate(() => {
        taps -= 1;
      });
    },
    inTap: () => taps > 0,
    later(work, ms = 0) {
      pending += 1;
      setTimeout(() => {
        pending -= 1;
        touch();
        work();
      }, ms);
    },
    async whenIdle() {
      for (let quiet = 0; quiet < QUIET_TURNS; ) {
        const before = changes;
        await new Promise((turn) => setTimeout(turn, 2));
        quiet = pending === 0 && before === changes ? quiet + 1 : 0;
      }
    },
  };
}
