import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadCode } from './thread-code';

/** Processes that this one has started, by their command line. */
const children = (): string[] =>
  readdirSync('/proc/self/task')
    .flatMap((thread) => readFileSync(`/proc/self/task/${thread}/children`, 'utf8').trim().split(' '))
    .filter((pid) => pid !== '')
    .map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '));

// Linux alone tells of its processes in files.
const onLinux = process.platform === 'linux' ? it : it.skip;

onLinux('is made without leaving a process behind, and the same for the same sources', () => {
  const before = children();
  const workerFile = join(__dirname, 'testing/counting-service.ts');
  const made = threadCode(workerFile);
  expect(readFileSync(made, 'utf8')).toContain('parentPort');
  expect(threadCode(workerFile)).toBe(made);
  expect(children()).toEqual(before);
});
