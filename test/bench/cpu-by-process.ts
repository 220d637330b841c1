import { cpuMsOf, threadCpuMsOf } from './process-figures';

export interface NamedProcess {
  readonly name: string;
  readonly pid: number;
  /** Whether it is told thread by thread. */
  readonly byThread?: boolean;
}

/** CPU time since a moment, in milliseconds. */
export interface ProcessCpu {
  readonly name: string;
  readonly cpuMs: number;
  readonly threads: readonly (readonly [kind: string, cpuMs: number])[];
}

/** Of threads that end meanwhile only their process tells. */
export function watchCpu(processes: readonly NamedProcess[]): () => readonly ProcessCpu[] {
  const watched = processes.map(({ name, pid, byThread = false }) => {
    const threads = () => (byThread ? threadCpuMsOf(pid) : new Map<string, number>());
    return { name, threads, cpu: () => cpuMsOf(pid), cpuSince: cpuMsOf(pid), threadsSince: threads() };
  });
  return () =>
    watched.map(({ name, cpu, cpuSince, threads, threadsSince }) => ({
      name,
      cpuMs: cpu() - cpuSince,
      threads: [...threads()]
        .map(([kind, ms]) => [kind, ms - (threadsSince.get(kind) ?? 0)] as const)
        .sort(([, one], [, other]) => other - one),
    }));
}

/** Cores of the machine that all of them share in the product's measurements. */
const CORES = 2;
const MINUTE_MS = 60_000;

const line = (name: string, ms: number) => console.log(`${name.padEnd(36)}${ms.toFixed(1).padStart(8)}`);

/** What one of `count` things costs by process, and how many of them the CPU would be enough for. */
export function printCpu(processes: readonly ProcessCpu[], count: number, what: string): void {
  console.log(`\n${`CPU ms ${what}`.padEnd(36)}    each`);
  for (const { name, cpuMs, threads } of processes) {
    line(name, cpuMs / count);
    for (const [kind, ms] of threads.filter(([, ms]) => ms > 0)) {
      line(`  ${kind}`, ms / count);
    }
  }
  const total = processes.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / count;
  line('all', total);
  const carried = (ms: number) => Math.floor((CORES * MINUTE_MS) / ms);
  const [first] = processes;
  if (first) {
    console.log(
      `by the CPU of the ${first.name} alone ${CORES} cores would carry ${carried(first.cpuMs / count)} a minute`,
    );
  }
  console.log(`by the CPU of all of them ${CORES} cores would carry ${carried(total)} a minute`);
}
