import type { LookForDue } from '../database/look-at-outboxes';
import { createGlances } from './glance';
import { createLaneWorker, type LaneDependencies, type LaneWorker } from './lane-worker';
import { LANE_NAMES, type LaneName } from './lanes';

export interface Dispatcher {
  /** Starts looking for jobs at intervals. */
  start(): void;
  /** Looks for jobs now; many calls at once are one round. */
  wake(): void;
  /** Works until nothing is due, for tests and for a graceful stop. */
  drain(): Promise<void>;
  /** No new jobs; running ones have a few seconds, then they are aborted. Resolves when all have ended. */
  stop(): Promise<void>;
  /** Jobs of a lane that run in this process. */
  running(lane: LaneName): number;
}

const POLL_MS = 1000;
/** A call to a remote ends by itself within this. */
const STOP_GRACE_MS = 5000;

export interface DispatcherDependencies extends LaneDependencies {
  readonly look: LookForDue;
  /** What else is to be looked after, but for a database that was put back from a copy; must not throw. */
  readonly sweep: (now: Date) => Promise<void>;
}

/** Runs the jobs in the outboxes at least once, lane by lane: a lane that waits holds up no other one. */
export function createDispatcher(dependencies: DispatcherDependencies): Dispatcher {
  const { look, sweep, logger, now } = dependencies;
  const { glance, newRound } = createGlances(look, now);
  const lanes: readonly LaneWorker[] = LANE_NAMES.map((name) =>
    createLaneWorker(name, dependencies, glance, () => wake()),
  );
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  /** One round of something at a time; a call in the middle of one is one more round after it. */
  function rounds(round: () => Promise<unknown>) {
    let current: Promise<void> | null = null;
    let wanted = false;
    const work = async (): Promise<void> => {
      while (wanted && !stopped) {
        wanted = false;
        await round();
      }
    };
    return {
      again() {
        wanted = true;
        if (current || stopped) {
          return;
        }
        current = work()
          .catch((error: unknown) => {
            const { name, code } = error as NodeJS.ErrnoException;
            logger.error({ name, code }, 'the dispatcher could not reach the database');
          })
          .finally(() => {
            current = null;
          });
      },
      isActive: () => current !== null,
      async idle() {
        await current;
      },
    };
  }

  const laneRounds = lanes.map((lane) => rounds(() => lane.fill()));
  const sweepRounds = rounds(async () => (await glance()).isHeld || sweep(now()));

  function wake(): void {
    newRound();
    for (const lane of laneRounds) {
      lane.again();
    }
  }

  async function drainLanes(): Promise<void> {
    wake();
    for (;;) {
      await Promise.all(laneRounds.map((lane) => lane.idle()));
      const working = lanes.filter((lane) => lane.running() > 0);
      if (working.length > 0) {
        await Promise.race(working.map((lane) => lane.oneEnded()));
      } else if (!laneRounds.some((lane) => lane.isActive())) {
        return;
      }
    }
  }

  return {
    start() {
      timer = setInterval(() => {
        wake();
        sweepRounds.again();
      }, POLL_MS);
      timer.unref();
      wake();
    },
    wake,
    running: (name) => lanes.find((lane) => lane.name === name)?.running() ?? 0,
    async drain() {
      await drainLanes();
      sweepRounds.again();
      await sweepRounds.idle();
      // A sweep may have put something into an outbox.
      await drainLanes();
    },
    async stop() {
      stopped = true;
      if (timer) {
        clearInterval(timer);
      }
      await Promise.all([...laneRounds.map((lane) => lane.idle()), sweepRounds.idle()]);
      await Promise.all(lanes.map((lane) => lane.stop(STOP_GRACE_MS)));
    },
  };
}
