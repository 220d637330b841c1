import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { AnsweredCall } from '../http/measure-calls';
import type { JobKind } from '../jobs/job-kind';
import type { CountRun } from '../jobs/run-job';
import type { RemoteName } from '../remotes/remote-names';
import { createCallCounters } from './call-counters';
import type { GaugeGroup, Readings } from './gauge-group';
import { createJobCounters } from './job-counters';
import { keptReading, within } from './kept-reading';
import { createOpeningCounter } from './remote-metrics';

/** What is counted while the process lives, and what is read when somebody asks. */
export interface Metrics {
  readonly countCall: (call: AnsweredCall) => void;
  readonly countRun: CountRun;
  readonly countOpening: (remote: RemoteName) => void;
  addGauges(groups: readonly GaugeGroup[]): void;
  /** Adds memory, event loop and garbage collection of the process: it watches them from then on, so once a process. */
  watchProcess(): void;
  /** All of it as text. What cannot be read is absent, and counted. */
  scrape(): Promise<{ readonly text: string; readonly contentType: string }>;
}

export interface MetricsDependencies {
  readonly kinds: readonly JobKind[];
  readonly now: () => Date;
}

/** Prometheus waits ten seconds for a scrape: a database that hangs must not cost it everything else. */
const READ_LIMIT_MS = 3000;

/** Reads one group into its gauges; resolves with whether it could be read. */
type Refresh = () => Promise<boolean>;

function register(group: GaugeGroup, registry: Registry, now: () => Date): Refresh {
  const gauges = Object.entries(group.gauges).map(
    ([name, { help, labels = [] }]) => new Gauge({ name, help, labelNames: [...labels], registers: [registry] }),
  );
  const names = Object.keys(group.gauges);
  const show = (readings: Readings): void => {
    gauges.forEach((gauge, index) => {
      gauge.reset();
      // `reset` leaves a zero where there are no labels, which nobody has read.
      gauge.remove({});
      for (const { labels = {}, value } of readings[names[index] ?? ''] ?? []) {
        gauge.set(labels, value);
      }
    });
  };
  const read = keptReading(group.keepMs ?? 0, now, async () => group.read());
  return async () => {
    try {
      show(await within(READ_LIMIT_MS, read()));
      return true;
    } catch {
      show({});
      return false;
    }
  };
}

/** A registry of its own, so that several systems in one process count apart. */
export function createMetrics({ kinds, now }: MetricsDependencies): Metrics {
  const registry = new Registry();
  const refreshes = new Map<string, Refresh>();
  const failedReads = new Counter({
    name: 'bff_metrics_reads_failed_total',
    help: 'Readings for a scrape that failed or came too late, by where they are read; their gauges are absent then',
    labelNames: ['source'],
    registers: [registry],
  });
  const refreshAll = () =>
    Promise.all(
      [...refreshes].map(async ([source, refresh]) => {
        if (!(await refresh())) {
          failedReads.inc({ source });
        }
      }),
    );
  return {
    countCall: createCallCounters(registry),
    countRun: createJobCounters(registry, kinds),
    countOpening: createOpeningCounter(registry),
    addGauges(groups) {
      for (const group of groups) {
        failedReads.inc({ source: group.source }, 0);
        refreshes.set(group.source, register(group, registry, now));
      }
    },
    watchProcess: () => collectDefaultMetrics({ register: registry }),
    async scrape() {
      await refreshAll();
      return { text: await registry.metrics(), contentType: registry.contentType };
    },
  };
}
