import type { Dispatcher } from '../jobs/dispatcher';
import type { JobRegistry } from '../jobs/job-registry';
import { backlogOf } from '../jobs/lane-backlog';
import { LANE_NAMES } from '../jobs/lanes';
import { defineGauges, type GaugeGroup, KEEP_STORED_MS, samplesBy } from './gauge-group';

/** What lies in the outboxes: the same for each process that is asked. */
export const backlogGauges = (registry: JobRegistry, now: () => Date): GaugeGroup =>
  defineGauges({
    source: 'outboxes',
    keepMs: KEEP_STORED_MS,
    gauges: {
      bff_jobs_waiting: { help: 'Jobs of all processes that are due and nobody runs', labels: ['lane'] },
      bff_jobs_oldest_due_seconds: { help: 'How long the oldest of them has been due', labels: ['lane'] },
    },
    async read() {
      const backlog = new Map((await backlogOf(registry, now())).map((lane) => [lane.lane, lane]));
      const lanes = [...backlog.keys()];
      return {
        bff_jobs_waiting: samplesBy('lane', lanes, (lane) => backlog.get(lane)?.waiting ?? 0),
        bff_jobs_oldest_due_seconds: samplesBy('lane', lanes, (lane) => (backlog.get(lane)?.oldestDueMs ?? 0) / 1000),
      };
    },
  });

export const runningGauges = (dispatcher: Pick<Dispatcher, 'running'>): GaugeGroup =>
  defineGauges({
    source: 'lanes',
    gauges: { bff_jobs_running: { help: 'Jobs that this process runs', labels: ['lane'] } },
    read: () => ({
      bff_jobs_running: samplesBy('lane', LANE_NAMES, (lane) => dispatcher.running(lane)),
    }),
  });
