import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Connection } from 'mongoose';
import { connectDatabase } from '../../bff/src/database/connect';
import { type DatabaseServer, openDatabaseServer } from '../database/open-database-server';
import { describeProgress } from './migration-watch';

const RECORDS = 400;
const BATCH = 10;

let server: DatabaseServer;
let connection: Connection;
let uri: string;
let number = 0;
beforeAll(async () => {
  server = await openDatabaseServer({ process: {} });
});
beforeEach(async () => {
  number += 1;
  uri = server.freshDatabase(`watched${number}`);
  connection = await connectDatabase(uri);
  await connection.collection('things').insertMany(Array.from({ length: RECORDS }, (_, index) => ({ number: index })));
});
afterEach(() => connection.close());
afterAll(() => server.stop());

function startMigrating(aheadMs = 0) {
  const program = ['--import', 'tsx', join(__dirname, 'testing/migrating-process.ts'), uri, String(aheadMs)];
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: string[] = [];
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, said }));
  const lines = createInterface(child.stdout);
  lines.on('line', (line) => void said.push(line));
  return { child, ended };
}

const things = () => connection.collection('things');
const countDone = () => things().countDocuments({ double: { $exists: true } });

/** Until some batches are done, and not all. */
async function underWay(): Promise<void> {
  while ((await countDone()) < 3 * BATCH) {
    await new Promise((again) => setTimeout(again, 5));
  }
}

describe('a long migration in a process of its own', () => {
  it.each([
    ['SIGTERM', { code: 2, signal: null }, 0],
    // Nobody took its lock back: it is good for a minute.
    ['SIGKILL', { code: null, signal: 'SIGKILL' }, 61_000],
  ] as const)('that is ended by %s goes on where it was, each record changed once', async (signal, end, aheadMs) => {
    const first = startMigrating();
    await underWay();
    first.child.kill(signal);
    // Whoever stands between hands it on once more.
    first.child.kill(signal);
    expect(await first.ended).toMatchObject(end);
    const before = await countDone();
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(RECORDS);
    if (signal === 'SIGTERM') {
      expect(before % BATCH).toBe(0);
    }
    const { code, said } = await startMigrating(aheadMs).ended;
    expect([code, said.at(-1)]).toEqual([0, 'done']);
    expect(said.find((line) => line.includes(`of ${RECORDS - before} (`))).toBeDefined();
    expect(await things().countDocuments({ changes: 1, double: { $exists: true } })).toBe(RECORDS);
  });
});

it('tells how far it is, how fast, and how long it will take', () => {
  expect(describeProgress({ done: 1500, of: 20_000 }, 6)).toBe('1,500 of 20,000 (7 %), 250 a second, about 74 s left');
  expect(describeProgress({ done: 0, of: 0 }, 0)).toBe('0 of 0 (100 %), 0 a second');
});
