import { readFileSync } from 'node:fs';

/** Ticks a second of proc(5), the same on every Linux. */
const TICKS = 100;

/** CPU time of a process since it began, in milliseconds. */
export function cpuMsOf(pid: number): number {
  const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
  const [user, system] = afterName.split(' ').slice(11, 13).map(Number);
  return (((user ?? 0) + (system ?? 0)) / TICKS) * 1000;
}

/** Memory that a process has of the machine, in MiB. */
export function memoryOf(pid: number): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
