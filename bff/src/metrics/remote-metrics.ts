import { Counter, type Registry } from 'prom-client';
import type { BreakerState, CircuitBreakers } from '../remotes/circuit-breaker';
import { REMOTE_NAMES, type RemoteName } from '../remotes/remote-names';
import { defineGauges, type GaugeGroup, samplesBy } from './gauge-group';

const STATE_VALUES: Readonly<Record<BreakerState, number>> = { closed: 0, 'half-open': 1, open: 2 };

export function createOpeningCounter(registry: Registry): (remote: RemoteName) => void {
  const opened = new Counter({
    name: 'bff_remote_breaker_opened_total',
    help: 'How often a remote fell silent, so that it was not called any more',
    labelNames: ['remote'],
    registers: [registry],
  });
  for (const remote of REMOTE_NAMES) {
    opened.inc({ remote }, 0);
  }
  return (remote) => opened.inc({ remote });
}

export const breakerGauges = (breakers: CircuitBreakers): GaugeGroup =>
  defineGauges({
    source: 'breakers',
    gauges: {
      bff_remote_breaker_state: {
        help: 'Circuit breaker of a remote: 0 closed, 1 half-open, 2 open',
        labels: ['remote'],
      },
    },
    read: () => ({
      bff_remote_breaker_state: samplesBy('remote', REMOTE_NAMES, (name) => STATE_VALUES[breakers[name].state()]),
    }),
  });
