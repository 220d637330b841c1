/** Runs tasks later. The stand-ins take every delay (notification retries, answer limits) from here, so that tests drive it. */
export interface Scheduler {
  /** Runs `task` once, `delayMs` milliseconds from now. The returned function cancels it. */
  after(delayMs: number, task: () => void): () => void;
}

/** The scheduler of the real clock. Its timers never keep a process alive. */
export const systemScheduler: Scheduler = {
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

export interface ManualScheduler extends Scheduler {
  now(): Date;
  /** Moves the clock and runs, in order of their times, all tasks that become due. */
  advance(ms: number): void;
  /** Milliseconds until the next task, or undefined when nothing waits. */
  untilNext(): number | undefined;
}

/** A scheduler with a clock of its own that moves only when `advance` is called. */
export function createManualScheduler(start: Date): ManualScheduler {
  let time = start.getTime();
  let sequence = 0;
  const waiting = new Map<number, { at: number; task: () => void }>();

  const nextDue = (): [number, { at: number; task: () => void }] | undefined =>
    [...waiting].sort(([idA, a], [idB, b]) => a.at - b.at || idA - idB)[0];

  return {
    after(delayMs, task) {
      sequence += 1;
      const id = sequence;
      waiting.set(id, { at: time + Math.max(0, delayMs), task });
      return () => waiting.delete(id);
    },
    now: () => new Date(time),
    untilNext() {
      const next = nextDue();
      return next && next[1].at - time;
    },
    advance(ms) {
      const target = time + ms;
      for (let next = nextDue(); next && next[1].at <= target; next = nextDue()) {
        waiting.delete(next[0]);
        time = next[1].at;
        next[1].task();
      }
      time = target;
    },
  };
}
