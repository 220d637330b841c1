import type { OutboxStore } from '../database/outbox-store';
import type { Binding, JobGroup } from './job-handler';
import type { JobKind } from './job-kind';
import { LANE_NAMES, type LaneName } from './lanes';

export interface BoundJob extends Binding {
  readonly kind: JobKind;
}

/** What a lane looks for in one queue. */
export interface LaneQueue {
  readonly queue: string;
  readonly store: OutboxStore;
  readonly jobs: readonly Pick<JobKind, 'name' | 'remote' | 'isReport'>[];
}

export interface JobRegistry {
  readonly queues: Queues;
  /** @throws Error for a job that nobody handles, which an older or newer program has stored */
  find(queue: string, name: string): BoundJob;
  storeOf(queue: string): OutboxStore;
  queuesOf(lane: LaneName): readonly LaneQueue[];
}

export type Queues = ReadonlyMap<string, OutboxStore>;

/**
 * All job kinds by queue and name.
 * @throws Error at start: a kind with two handlers, or of a queue that no area brings
 */
export function createJobRegistry<Provided>(
  groups: readonly JobGroup<Provided>[],
  queues: Queues,
  provided: Provided,
): JobRegistry {
  const bound = new Map<string, BoundJob>();
  for (const group of groups) {
    for (const [kind, handler] of group.handlers(provided)) {
      if (kind.queue !== '*' && !queues.has(kind.queue)) {
        throw new Error(`job ${kind.name}: no area brings the queue ${kind.queue}`);
      }
      for (const queue of kind.queue === '*' ? queues.keys() : [kind.queue]) {
        const key = `${queue}|${kind.name}`;
        if (bound.has(key)) {
          throw new Error(`job ${kind.name} of ${queue} has two handlers`);
        }
        bound.set(key, { kind, ...handler });
      }
    }
  }
  const laneQueues = new Map(
    LANE_NAMES.map((lane) => [
      lane,
      [...queues].flatMap(([queue, store]): LaneQueue[] => {
        const jobs = [...bound]
          .filter(([key, { kind }]) => key.startsWith(`${queue}|`) && kind.lane === lane)
          .map(([, { kind }]) => kind);
        return jobs.length > 0 ? [{ queue, store, jobs }] : [];
      }),
    ]),
  );
  return {
    queues,
    find(queue, name) {
      const job = bound.get(`${queue}|${name}`);
      if (!job) {
        throw new Error(`no handler for job ${name} of ${queue}`);
      }
      return job;
    },
    storeOf(queue) {
      const store = queues.get(queue);
      if (!store) {
        throw new Error(`there is no queue ${queue}`);
      }
      return store;
    },
    queuesOf: (lane) => laneQueues.get(lane) ?? [],
  };
}
