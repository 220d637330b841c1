import type { Connection } from 'mongoose';
import { type DatabaseServer, openDatabaseServer } from '../../../scripts/database/open-database-server';
import { connectDatabase } from './connect';
import { migrate, pendingMigrations } from './migrate';
import { type Migration, type MigrationProgress, MigrationStopped } from './migration';
import { findMigrationHolder } from './migration-lock';
import { moveInBatches } from './move-in-batches';

interface Thing {
  readonly number: number;
  readonly double?: number;
}

let server: DatabaseServer;
let connection: Connection;
let number = 0;
const now = () => new Date();
const things = () => connection.collection<Thing>('things');

/** How often each was changed shows in `changes`. */
const doubling: Migration = {
  id: '2026-11-30-doubling',
  up: (opened, run) =>
    moveInBatches<Thing & { changes?: number }>(opened, run, {
      collection: 'things',
      left: { double: { $exists: false } },
      change: (thing) => ({ $set: { double: thing.number * 2 }, $inc: { changes: 1 } }),
      batchSize: 10,
    }),
};
const all = [doubling];

beforeAll(async () => {
  server = await openDatabaseServer();
});
beforeEach(async () => {
  number += 1;
  connection = await connectDatabase(server.freshDatabase(`batches${number}`));
  await things().insertMany(Array.from({ length: 35 }, (_, index) => ({ number: index })));
});
afterEach(() => connection.close());
afterAll(() => server.stop());

const left = () => things().countDocuments({ double: { $exists: false } });
const changedTwice = () => things().countDocuments({ changes: { $gt: 1 } } as object);

describe('a migration that moves records in batches', () => {
  it('says after each batch how far it is', async () => {
    const told: [string, MigrationProgress][] = [];
    await migrate(connection, now, { all, onProgress: (id, progress) => void told.push([id, progress]) });
    expect(told).toEqual([10, 20, 30, 35].map((done) => [doubling.id, { done, of: 35 }]));
    expect((await things().findOne({ number: 34 }))?.double).toBe(68);
    expect(await left()).toBe(0);
  });

  it('stops at the end of a batch when it is asked to, leaves nobody locked out, and goes on from there', async () => {
    let batches = 0;
    const shouldStop = () => batches === 2;
    const onProgress = () => {
      batches += 1;
    };
    await expect(migrate(connection, now, { all, shouldStop, onProgress })).rejects.toThrow(MigrationStopped);
    expect([batches, await left()]).toEqual([2, 15]);
    expect([await pendingMigrations(connection, all), await findMigrationHolder(connection)]).toEqual([
      [doubling.id],
      null,
    ]);
    const told: MigrationProgress[] = [];
    expect(await migrate(connection, now, { all, onProgress: (_id, progress) => void told.push(progress) })).toEqual([
      doubling.id,
    ]);
    expect(told).toEqual([10, 15].map((done) => ({ done, of: 15 })));
    expect([await left(), await changedTwice()]).toEqual([0, 0]);
  });

  it('leaves alone what somebody has moved meanwhile, and takes what came in behind it', async () => {
    await doubling.up(connection, {
      async afterBatch({ done }) {
        if (done === 10) {
          await things().updateOne({ number: 20 }, { $set: { double: -1 } });
          await things().insertOne({ _id: '0' as never, number: 100 });
        }
      },
    });
    expect((await things().findOne({ number: 20 }))?.double).toBe(-1);
    expect((await things().findOne({ number: 100 }))?.double).toBe(200);
    expect(await left()).toBe(0);
  });

  it('does not go round for ever when its change leaves records as they are', async () => {
    const idle: Migration = {
      id: '2026-11-30-idle',
      up: (opened, run) =>
        moveInBatches<Thing>(opened, run, {
          collection: 'things',
          left: { double: { $exists: false } },
          change: ({ number: same }) => ({ $set: { number: same } }),
        }),
    };
    await expect(migrate(connection, now, { all: [idle] })).rejects.toThrow('does not fit what is looked for');
  });

  it('is no longer done by who has lost the lock', async () => {
    let time = Date.now();
    const clock = () => new Date(time);
    const overtaken: Migration = {
      id: doubling.id,
      up: (opened, run) =>
        doubling.up(opened, {
          async afterBatch(progress) {
            if (progress.done === 10) {
              time += 61_000;
              await migrate(connection, clock, { all });
            }
            await run?.afterBatch(progress);
          },
        }),
    };
    await expect(migrate(connection, clock, { all: [overtaken] })).rejects.toThrow('has taken the migrating over');
    expect([await left(), await changedTwice()]).toEqual([0, 0]);
  });
});
