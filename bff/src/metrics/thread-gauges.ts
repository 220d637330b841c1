import type { TurnsLoad } from '../threads/turns';
import { defineGauges, type GaugeGroup, samplesBy } from './gauge-group';

/** What the pools of worker threads have to do; a pool is named by what it works on. */
export function threadGauges<Pool extends string>(loads: Readonly<Record<Pool, () => TurnsLoad>>): GaugeGroup {
  const pools = Object.keys(loads) as Pool[];
  return defineGauges({
    source: 'threads',
    gauges: {
      bff_workers_running: { help: 'Tasks that run in worker threads', labels: ['pool'] },
      bff_workers_waiting: { help: 'Tasks that wait for a worker thread', labels: ['pool'] },
    },
    read: () => ({
      bff_workers_running: samplesBy('pool', pools, (pool) => loads[pool]().running),
      bff_workers_waiting: samplesBy('pool', pools, (pool) => loads[pool]().waiting),
    }),
  });
}
