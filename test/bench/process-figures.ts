import { readdirSync, readFileSync } from 'node:fs';

/** Ticks a second of proc(5), the same on every Linux. */
const TICKS = 100;

/** What threads are called that nobody has named: as the process, or as newer versions of Node call them. */
const NODE_NAMES = /^(node|V8|libuv|Delayed|Signal|Main)/;

/** CPU time of a process since it began, in milliseconds. */
export function cpuMsOf(pid: number): number {
  const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
  const [user, system] = afterName.split(' ').slice(11, 13).map(Number);
  return (((user ?? 0) + (system ?? 0)) / TICKS) * 1000;
}

/** Of the threads of a process by what they are for, in milliseconds; what has no name of its own is Node's (V8, libuv). */
export function threadCpuMsOf(pid: number): ReadonlyMap<string, number> {
  const byKind = new Map<string, number>();
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    try {
      const folder = `/proc/${pid}/task/${thread}`;
      const name = readFileSync(`${folder}/comm`, 'utf8').trim();
      const kind = Number(thread) === pid ? 'main thread' : NODE_NAMES.test(name) ? "Node's threads" : name;
      const nanoseconds = Number(readFileSync(`${folder}/schedstat`, 'utf8').split(' ')[0]);
      byKind.set(kind, (byKind.get(kind) ?? 0) + nanoseconds / 1e6);
    } catch {
      // It has ended meanwhile.
    }
  }
  return byKind;
}

/** Memory that a process has of the machine, in MiB. */
export function memoryOf(pid: number): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
