import { AsyncResource } from 'node:async_hooks';
import { mongo } from 'mongoose';
import { type MongodbStandIn, startMongodbStandIn } from '../../../scripts/stand-ins/mongodb';
import { createSilenceWatch, DatabaseSilent } from './silence-watch';

const LIMIT_MS = 300;
let standIn: MongodbStandIn;
let client: mongo.MongoClient;
const watch = createSilenceWatch(LIMIT_MS);
const things = () => client.db('things').collection<{ _id: string }>('things');
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
beforeAll(async () => {
  standIn = await startMongodbStandIn();
  client = new mongo.MongoClient(standIn.uri);
  watch.watch(client);
  await client.connect();
});
afterAll(async () => {
  await client.close(true);
  await standIn.stop();
});
/** On a connection of its own: the failing command holds the other one. */
const hold = (command: string, blockTimeMS = 10 * LIMIT_MS) =>
  client.db('admin').command({
    configureFailPoint: 'failCommand',
    mode: { times: 1 },
    data: { failCommands: [command], blockConnection: true, blockTimeMS },
  });

it('does not wait longer for a command that is not answered, whatever was answered before', async () => {
  await hold('insert');
  const work = async () => {
    await things().findOne({ _id: 'a' });
    await things().insertOne({ _id: 'a' });
  };
  await expect(watch.unlessSilent(work)).rejects.toThrow(DatabaseSilent);
});

it('nor for one of several at once', async () => {
  await hold('update');
  const work = () =>
    Promise.all([things().findOne({ _id: 'a' }), things().updateOne({ _id: 'a' }, { $set: { b: 1 } })]);
  await expect(watch.unlessSilent(work)).rejects.toThrow(DatabaseSilent);
});

it('waits for what is no matter of the database, and for any number of commands that are answered', async () => {
  const work = async () => {
    for (let times = 0; times < 3; times += 1) {
      await things().findOne({ _id: 'a' });
      await pause(LIMIT_MS / 2);
    }
    return 'done';
  };
  await expect(watch.unlessSilent(work)).resolves.toBe('done');
});

it('the silence of one piece of work is none of another', async () => {
  await hold('delete');
  const silent = watch.unlessSilent(() => things().deleteOne({ _id: 'a' }));
  const other = watch.unlessSilent(async () => {
    await things().findOne({ _id: 'a' });
    await pause(2 * LIMIT_MS);
    return 'done';
  });
  await expect(silent).rejects.toThrow(DatabaseSilent);
  await expect(other).resolves.toBe('done');
});

it('hands on what the work itself throws', async () => {
  await expect(watch.unlessSilent(async () => Promise.reject(new TypeError('ours')))).rejects.toThrow('ours');
});

it('goes by its own database where another one is asked as well', async () => {
  const other = createSilenceWatch(LIMIT_MS);
  await hold('update', 2 * LIMIT_MS);
  const work = () => things().updateOne({ _id: 'a' }, { $set: { b: 1 } });
  await expect(other.unlessSilent(work)).resolves.toBeDefined();
});

it('costs promises no more where there are many of them', async () => {
  /** Node keeps a place for each storage on each promise and whatever else goes on later. */
  const places = () => Object.getOwnPropertySymbols(new AsyncResource('probe')).length;
  await watch.unlessSilent(async () => 'used');
  const before = places();
  for (const another of [createSilenceWatch(), createSilenceWatch()]) await another.unlessSilent(async () => 'used');
  expect(places()).toBe(before);
});
