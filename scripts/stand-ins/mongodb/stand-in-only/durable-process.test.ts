// Concerns the stand-in only: durability, locks and processes.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import {
  type MongodbStandInProcess,
  type StandInExit,
  startMongodbStandIn,
  startMongodbStandInProcess,
} from '../index';

let dataFolder: string;
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'mongodb-stand-in-'));
});
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

const open = (standIn: { uri: string }) =>
  mongoose.createConnection(standIn.uri, { dbName: 'd', serverSelectionTimeoutMS: 30_000 }).asPromise();
const exitOf = (standIn: MongodbStandInProcess) => new Promise<StandInExit>((resolve) => standIn.onExit(resolve));

interface Written {
  _id: string;
  batch: string;
  left: number;
  right: number;
  history: number[];
}

/** Writes until the server dies; what was acknowledged is counted only after its promise resolved. */
async function writeUntilKilled(
  collection: mongoose.mongo.Collection<Written>,
  writer: number,
  acknowledged: Map<string, number>,
  onAcknowledged: () => void,
): Promise<void> {
  for (let round = 0; ; round += 1) {
    const batch = `${writer}-${round}`;
    const ids = [0, 1, 2].map((n) => `${batch}-${n}`);
    await collection.insertMany(ids.map((_id) => ({ _id, batch, left: 0, right: 0, history: [] })));
    for (const _id of ids) acknowledged.set(_id, 0);
    for (let step = 1; step <= 3; step += 1) {
      const change = { $inc: { left: 1, right: 1 }, $push: { history: step } };
      await collection.findOneAndUpdate({ _id: `${batch}-0`, left: step - 1 }, change);
      acknowledged.set(`${batch}-0`, step);
    }
    onAcknowledged();
  }
}

test('after kill -9 under load every acknowledged write is there and none is half applied', async () => {
  const first = await startMongodbStandInProcess({ dataFolder });
  const connection = await open(first);
  const exited = exitOf(first);
  const acknowledged = new Map<string, number>();
  let rounds = 0;
  const killAtLast = () => {
    rounds += 1;
    if (rounds === 100) process.kill(first.pid, 'SIGKILL');
  };
  const collection = connection.db!.collection<Written>('written');
  const writers = Array.from({ length: 20 }, (_, writer) =>
    writeUntilKilled(collection, writer, acknowledged, killAtLast),
  );
  const outcomes = await Promise.allSettled(writers);
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
  expect(await exited).toEqual({ code: null, signal: 'SIGKILL', expected: false });
  await connection.close();

  const second = await startMongodbStandInProcess({ dataFolder });
  const again = await open(second);
  const found = await again.db!.collection<Written>('written').find().toArray();
  const byId = new Map(found.map((document) => [document._id, document]));
  expect(acknowledged.size).toBeGreaterThanOrEqual(300);
  const lost = [...acknowledged].filter(([_id, left]) => !((byId.get(_id)?.left ?? -1) >= left));
  expect(lost).toEqual([]);
  const half = found.filter(({ left, right, history }) => left !== right || history.length !== left);
  expect(half).toEqual([]);
  const perBatch = groupByBatch(found);
  expect([...perBatch.values()].filter((documents) => documents.length !== 3)).toEqual([]);
  await again.close();
  await second.stop();
});

function groupByBatch(documents: Written[]): Map<string, Written[]> {
  const groups = new Map<string, Written[]>();
  for (const document of documents) groups.set(document.batch, [...(groups.get(document.batch) ?? []), document]);
  return groups;
}

test('documents, their order, indexes and drops survive a restart', async () => {
  const first = await startMongodbStandInProcess({ dataFolder });
  const connection = await open(first);
  const db = connection.db!;
  const kept = db.collection<{ _id: string; n: unknown }>('kept');
  await kept.createIndex({ n: 1 }, { unique: true, partialFilterExpression: { n: { $gt: 1 } } });
  const longId = 'x'.repeat(5000);
  await kept.insertMany([
    { _id: longId, n: new mongoose.mongo.Double(2) },
    { _id: 'b', n: 1 },
    { _id: 'a', n: 1 },
  ]);
  await kept.deleteOne({ _id: 'b' });
  await db.collection('dropped').insertMany([{ a: 1 }, { a: 2 }]);
  await db.collection('dropped').drop();
  await connection.close();
  await first.stop();
  expect(await exitOf(first)).toEqual({ code: 0, signal: null, expected: true });

  const second = await startMongodbStandInProcess({ dataFolder });
  const again = await open(second);
  const collection = again.db!.collection<{ _id: string; n: unknown }>('kept');
  expect((await collection.find().toArray()).map(({ _id }) => _id)).toEqual([longId, 'a']);
  await expect(collection.insertOne({ _id: 'c', n: 2 })).rejects.toMatchObject({ code: 11000 });
  expect(await again.db!.collection('dropped').insertOne({ a: 3 })).toMatchObject({ acknowledged: true });
  expect(await again.db!.collection('dropped').countDocuments()).toBe(1);
  await again.close();
  await second.stop();
});

test('a folder or a port in use is refused, a dead process leaves neither behind', async () => {
  const first = await startMongodbStandInProcess({ dataFolder });
  await expect(startMongodbStandInProcess({ dataFolder })).rejects.toMatchObject({ code: 'EFOLDERINUSE' });
  await expect(startMongodbStandInProcess({ port: first.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  const exited = exitOf(first);
  process.kill(first.pid, 'SIGKILL');
  await exited;
  const second = await startMongodbStandInProcess({ dataFolder, port: first.port });
  expect(second.port).toBe(first.port);
  await second.stop();
  // A lock whose number went to another process since: its start time tells them apart.
  writeFileSync(join(dataFolder, 'stand-in.lock'), JSON.stringify({ pid: process.pid, startedAt: 'another boot 1' }));
  const third = await startMongodbStandInProcess({ dataFolder });
  await third.stop();
});

test('the process ends when its parent is killed', async () => {
  const parent = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'parent-of-stand-in.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((resolve) => {
    parent.stdout.once('data', (line: Buffer) => resolve(Number(line.toString().trim())));
  });
  const socket = connect(port, '127.0.0.1');
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
    // A reset closes the connection as well.
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  parent.kill('SIGKILL');
  await closed;
  expect(socket.destroyed).toBe(true);
});

test('a folder can also be kept by a server in this process', async () => {
  const first = await startMongodbStandIn({ dataFolder });
  const connection = await open(first);
  await connection.db!.collection('kept').insertOne({ a: 1 });
  await expect(startMongodbStandIn({ dataFolder })).rejects.toMatchObject({ code: 'EFOLDERINUSE' });
  await connection.close();
  await Promise.all([first.stop(), first.stop()]);
  const second = await startMongodbStandIn({ dataFolder });
  const again = await open(second);
  expect(await again.db!.collection('kept').countDocuments({ a: 1 })).toBe(1);
  await again.close();
  await second.stop();
});
