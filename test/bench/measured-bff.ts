import { readFileSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { answerOrders } from './measured-process';

const RESOLUTION_MS = 1;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
let since = performance.eventLoopUtilization();
let cpuSince = process.cpuUsage();

/** CPU time of the main thread alone, by Linux: unlike the time that passes it does not grow with what else the machine does. */
function loopCpuMs(): number {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return Number.NaN;
  }
}
let loopSince = loopCpuMs();

/** What is recorded is the time from one look to the next: the pause between looks is no lag. */
const lagOf = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);

/** With PROFILE_FOLDER: writes there what the main thread did in each phase, for Chrome's DevTools. */
function createProfiler(folder: string) {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  let phase = 0;
  return {
    begin: () => session.post('Profiler.start'),
    end() {
      phase += 1;
      const file = join(folder, `phase-${phase}.cpuprofile`);
      session.post('Profiler.stop', (_error, { profile }) => writeFileSync(file, JSON.stringify(profile)));
    },
  };
}

const { PROFILE_FOLDER } = process.env;
const profiler = PROFILE_FOLDER ? createProfiler(PROFILE_FOLDER) : null;

answerOrders({
  begin() {
    delay.reset();
    since = performance.eventLoopUtilization();
    cpuSince = process.cpuUsage();
    loopSince = loopCpuMs();
    profiler?.begin();
  },
  end() {
    const { user, system } = process.cpuUsage(cpuSince);
    const figures = {
      cpuMs: (user + system) / 1000,
      loopCpuMs: loopCpuMs() - loopSince,
      p50: lagOf(delay.percentile(50)),
      p99: lagOf(delay.percentile(99)),
      max: lagOf(delay.max),
      busy: performance.eventLoopUtilization(since).utilization,
    };
    profiler?.end();
    return figures;
  },
});

// The BFF as production starts it: bundled, for tsx wraps each closure.
createRequire(__filename)(process.env.BFF_BUNDLE ?? '');
