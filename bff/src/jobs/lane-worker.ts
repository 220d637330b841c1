import { randomUUID } from 'node:crypto';
import type { Leased, LeasedEntry, LeaseRequest } from '../database/outbox-store';
import type { CircuitBreakers } from '../remotes/circuit-breaker';
import type { Glance, SeenDue } from './glance';
import type { JobRegistry, LaneQueue } from './job-registry';
import { type LaneName, laneOf } from './lanes';
import { LEASE_MS, type RunDependencies, runJob } from './run-job';

export interface LaneDependencies extends RunDependencies {
  readonly registry: JobRegistry;
  readonly breakers: CircuitBreakers;
}

/** One lane of one process: takes due jobs of all queues, the longest due first, up to its bound. */
export interface LaneWorker {
  readonly name: LaneName;
  /** Takes as many jobs as there are free places; resolves with whether any was taken. */
  fill(): Promise<boolean>;
  running(): number;
  /** Resolves when a running job has ended; at once when none runs. */
  oneEnded(): Promise<void>;
  /** Takes nothing more; aborts what still runs after a grace, and resolves when all of it has ended. */
  stop(graceMs: number): Promise<void>;
}

interface Taken {
  readonly queue: LaneQueue;
  readonly leased: Leased;
  readonly lease: LeasedEntry;
}

export function createLaneWorker(
  name: LaneName,
  dependencies: LaneDependencies,
  glance: Glance,
  onEnd: () => void,
): LaneWorker {
  const { registry, breakers, countRun, logger, now } = dependencies;
  const queues = registry.queuesOf(name);
  const { concurrency, inTurn = false } = laneOf(name);
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();
  let isStopped = false;
  let turn = 0;

  /** Names of the jobs whose remote may be called now: a job that can only fail is not taken. */
  const callable = ({ jobs }: LaneQueue) => jobs.filter(({ remote }) => !remote || breakers[remote].state() !== 'open');

  /** What another process has taken meanwhile, and what has to wait for its turn, the next look sees again. */
  async function takeSeen({ store }: LaneQueue, seen: SeenDue, request: LeaseRequest): Promise<Leased | null> {
    for (let next = seen.next(request.jobs); next; next = seen.next(request.jobs)) {
      const leased = await store.take(next, request);
      if (leased) {
        return leased;
      }
    }
    return null;
  }

  async function takeFrom(queue: LaneQueue): Promise<Taken | null> {
    const { due, allows } = await glance();
    const jobs = callable(queue)
      .filter(allows)
      .map(({ name: job }) => job);
    if (jobs.length === 0) {
      return null;
    }
    const at = now();
    const leasedBy = randomUUID();
    const request = { jobs, at, until: new Date(at.getTime() + LEASE_MS), leasedBy, inTurn };
    const seen = due(queue.queue);
    const leased = seen ? await takeSeen(queue, seen, request) : await queue.store.lease(request);
    return leased && { queue, leased, lease: { ownerId: leased.ownerId, entryId: leased.entry.id, leasedBy } };
  }

  /** Each queue in its turn, so that a full one does not starve the others. */
  async function take(): Promise<Taken | null> {
    for (let looked = 0; looked < queues.length && !isStopped; looked += 1) {
      const queue = queues[turn % queues.length];
      turn += 1;
      const taken = queue ? await takeFrom(queue) : null;
      if (taken) {
        return taken;
      }
    }
    return null;
  }

  function start({ queue, leased, lease }: Taken): void {
    const job = registry.find(queue.queue, leased.entry.job);
    const context = { queue: queue.queue, leased, lease, store: queue.store, stop: stopping.signal };
    const work = runJob(dependencies, job, context)
      .catch((error: unknown) => {
        // Its end could not be written: the lease runs out and the job is run again.
        countRun(job.kind, 'unwritten');
        const { name, code } = error as NodeJS.ErrnoException;
        logger.error({ job: job.kind.name, name, code }, 'the end of a job could not be written');
      })
      .finally(() => {
        running.delete(work);
        onEnd();
      });
    running.add(work);
  }

  return {
    name,
    async fill() {
      let took = false;
      while (running.size < concurrency && !isStopped) {
        const taken = await take();
        if (!taken) {
          return took;
        }
        took = true;
        start(taken);
      }
      return took;
    },
    running: () => running.size,
    oneEnded: async () => {
      await Promise.race(running.size > 0 ? running : [Promise.resolve()]);
    },
    async stop(graceMs) {
      isStopped = true;
      const grace = setTimeout(() => stopping.abort(new Error('the process stops')), graceMs);
      await Promise.all(running);
      clearTimeout(grace);
    },
  };
}
