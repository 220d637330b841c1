import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { answerOrders } from './measured-process';

const RESOLUTION_MS = 1;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
let since = performance.eventLoopUtilization();

/** What is recorded is the time from one look to the next: the pause between looks is no lag. */
const lagOf = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);

answerOrders({
  begin() {
    delay.reset();
    since = performance.eventLoopUtilization();
  },
  end: () => ({
    p50: lagOf(delay.percentile(50)),
    p99: lagOf(delay.percentile(99)),
    max: lagOf(delay.max),
    busy: performance.eventLoopUtilization(since).utilization,
  }),
});

// The BFF as production starts it.
import('../../bff/src/main');
