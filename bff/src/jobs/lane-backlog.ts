import type { DueJobs } from '../database/outbox-store';
import type { JobRegistry } from './job-registry';
import { LANE_NAMES, type LaneName } from './lanes';

/** What waits in one lane; `unhandled`: jobs that an older or newer program has stored and nobody here runs. */
export interface LaneBacklog {
  readonly lane: LaneName | 'unhandled';
  readonly waiting: number;
  /** 0 when nothing is due. */
  readonly oldestDueMs: number;
}

type QueueDue = DueJobs & { readonly queue: string };

/** Sums up by lane what is due, with a zero for each lane in which nothing is. */
export function sumByLane(
  due: readonly QueueDue[],
  laneOfJob: (queue: string, job: string) => LaneName | undefined,
  now: Date,
): LaneBacklog[] {
  return [...LANE_NAMES, 'unhandled' as const].map((lane) => {
    const ofLane = due.filter(({ queue, job }) => (laneOfJob(queue, job) ?? 'unhandled') === lane);
    const ages = ofLane.map(({ oldest }) => now.getTime() - oldest.getTime());
    return {
      lane,
      waiting: ofLane.reduce((sum, { waiting }) => sum + waiting, 0),
      oldestDueMs: Math.max(0, ...ages),
    };
  });
}

/** Reads all outboxes, each once. */
export async function backlogOf(registry: JobRegistry, now: Date): Promise<LaneBacklog[]> {
  const laneQueues = LANE_NAMES.flatMap((lane) => registry.queuesOf(lane).map((queue) => ({ lane, ...queue })));
  const lanes = new Map(
    laneQueues.flatMap(({ lane, queue, jobs }) => jobs.map(({ name }) => [`${queue}|${name}`, lane] as const)),
  );
  const stores = new Map(laneQueues.map(({ queue, store }) => [queue, store]));
  const due = await Promise.all(
    [...stores].map(async ([queue, store]) => (await store.due(now)).map((jobs) => ({ queue, ...jobs }))),
  );
  return sumByLane(due.flat(), (queue, job) => lanes.get(`${queue}|${job}`), now);
}
