import pino from 'pino';
import { createSweeper, type Sweep } from './sweeps';

const MINUTE_MS = 60_000;
const at = (minutes: number): Date => new Date(minutes * MINUTE_MS);

/** A sweep of every hour, what was logged of it, and a way to have it come round. */
function sweeper(run: Sweep['run']) {
  const lines: { sweep?: string; msg: string }[] = [];
  const logger = pino({ base: undefined }, { write: (line: string) => lines.push(JSON.parse(line)) });
  return { lines, sweepAll: createSweeper([{ name: 'some', everyMs: 60 * MINUTE_MS, run }], logger) };
}

test('a sweep that has left something comes again in minutes, and says so', async () => {
  const left = [true, false];
  const runs: Date[] = [];
  const { lines, sweepAll } = sweeper(async (now) => {
    runs.push(now);
    return { isLeft: left.shift() ?? false };
  });
  for (const minute of [0, 4, 5, 10, 64, 65]) {
    await sweepAll(at(minute));
  }
  expect(runs).toEqual([at(0), at(5), at(65)]);
  expect(lines.map(({ sweep, msg }) => [sweep, msg])).toEqual([
    ['some', 'a sweep has left some of what is due to the next one'],
  ]);
});

test('a sweep that fails comes again in minutes, with its code in the log and no message', async () => {
  let runs = 0;
  const { lines, sweepAll } = sweeper(async () => {
    runs += 1;
    throw Object.assign(new Error('13800000000'), { code: 'ECONNRESET' });
  });
  await sweepAll(at(0));
  await sweepAll(at(5));
  expect(runs).toBe(2);
  expect(lines[0]).toMatchObject({ sweep: 'some', code: 'ECONNRESET' });
  expect(JSON.stringify(lines)).not.toContain('13800000000');
});
