import type { Logger } from 'pino';
import type { OutboxEntry } from '../../database/outbox';
import { createCircuitBreakers } from '../../remotes/circuit-breaker';
import { createDispatcher } from '../dispatcher';
import { handleJobs, type JobGroup, type JobHandler } from '../job-handler';
import { defineJobs, type JobDefinition } from '../job-kind';
import { createJobRegistry } from '../job-registry';
import { createRequeue } from '../requeue-job';
import type { RecordedRun } from '../run-job';
import { openingOf, settlingOf, TASK_JOBS } from '../task-jobs';
import { lookInMemory, type MemoryOwner, outboxInMemory } from './outbox-in-memory';

export const START = Date.parse('2026-11-23T02:00:00Z');
export const SECOND = 1000;

export const definition = (name: string, change: Partial<JobDefinition> = {}): JobDefinition => ({
  name,
  lane: 'upkeep',
  timeLimitMs: 60_000,
  retry: [SECOND, 5 * SECOND],
  task: 'upkeep-failed',
  ...change,
});

export const KINDS = defineJobs('order', {
  tell: definition('tell', { lane: 'sms', remote: 'sms' }),
  book: definition('book', { lane: 'money' }),
  seal: definition('seal', { lane: 'sealing' }),
  look: definition('look'),
  brief: definition('brief', { timeLimitMs: 20 }),
});

export const entryOf = (id: string, job: string, afterMs = 0): OutboxEntry => ({
  id,
  job,
  payload: { of: id },
  availableAt: new Date(START + afterMs),
  tries: 0,
});
export const owner = (id: string, ...outbox: OutboxEntry[]): MemoryOwner => ({ id, outbox, state: {} });

export type Handlers = Partial<Record<keyof typeof KINDS, JobHandler>>;

export function world(
  owners: MemoryOwner[],
  run: Handlers,
  store = outboxInMemory(...owners),
  look = lookInMemory(store),
) {
  let time = START;
  const now = () => new Date(time);
  const warnings: unknown[] = [];
  const errors: unknown[] = [];
  const logger = {
    warn: (fields: unknown) => warnings.push(fields),
    error: (fields: unknown) => errors.push(fields),
  } as unknown as Logger;
  const runs: RecordedRun[] = [];
  const counted: string[] = [];
  const opened: unknown[] = [];
  const settled: unknown[] = [];
  const swept: Date[] = [];
  const nothing: JobHandler = async () => undefined;
  const groups: JobGroup<object>[] = [
    handleJobs(KINDS, () => ({
      tell: run.tell ?? nothing,
      book: run.book ?? nothing,
      seal: {
        run: run.seal ?? nothing,
        giveUp: async () => ({ change: { set: { sealed: 'failed' } }, facts: { orderNumber: 'X-1' } }),
        redo: async () => ({ where: { sealed: 'failed' }, set: { sealed: 'sealing' } }),
      },
      look: run.look ?? nothing,
      brief: run.brief ?? nothing,
    })),
    handleJobs(TASK_JOBS, () => ({
      openTask: async ({ entry }) => void opened.push(openingOf(entry)),
      settleTask: async ({ entry }) => void settled.push(settlingOf(entry)),
    })),
  ];
  const registry = createJobRegistry(groups, new Map([['order', store]]), {});
  const breakers = createCircuitBreakers(now);
  const dispatcher = createDispatcher({
    registry,
    look,
    breakers,
    recordRun: async (run) => void runs.push(run),
    countRun: ({ name }, outcome) => void counted.push(`${name} ${outcome}`),
    sweep: async (at) => void swept.push(at),
    logger,
    now,
  });
  const requeue = createRequeue(() => registry);
  const advance = (ms: number) => {
    time += ms;
  };
  return { dispatcher, breakers, runs, counted, opened, settled, swept, warnings, errors, advance, now, requeue };
}
