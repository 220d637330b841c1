import { mongo } from 'mongoose';
import { type MongodbStandIn, startMongodbStandIn } from '../../../scripts/stand-ins/mongodb';
import { isDatabaseUnavailable } from './unavailable';

let standIn: MongodbStandIn;
let client: mongo.MongoClient;
const things = () => client.db('things').collection<{ _id: string; n?: number }>('things');
beforeAll(async () => {
  standIn = await startMongodbStandIn();
  client = await new mongo.MongoClient(standIn.uri, { retryReads: false, minHeartbeatFrequencyMS: 10 }).connect();
  await things().insertOne({ _id: 'a' });
});
afterAll(async () => {
  await client.close();
  await standIn.stop();
});

const COMMANDS = ['insert', 'update', 'find', 'findAndModify', 'aggregate'];
const failNext = (how: Record<string, unknown>) =>
  client.db('admin').command({
    configureFailPoint: 'failCommand',
    mode: { times: 1 },
    data: { failCommands: COMMANDS, ...how },
  });
const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

it.each([
  ['NotWritablePrimary', { errorCode: 10107 }],
  ['InterruptedAtShutdown', { errorCode: 11600 }],
  ['InterruptedDueToReplStateChange', { errorCode: 11602 }],
  ['ShutdownInProgress', { errorCode: 91 }],
  ['PrimarySteppedDown', { errorCode: 189 }],
  ['NotPrimaryNoSecondaryOk', { errorCode: 13435 }],
  ['MaxTimeMSExpired', { errorCode: 50 }],
  ['a connection that is closed', { closeConnection: true }],
])('%s is the database, in reads and in writes', async (_, how) => {
  for (const work of [
    () => things().findOne({ _id: 'a' }),
    () => things().updateOne({ _id: 'a' }, { $inc: { n: 1 } }),
    () => things().findOneAndUpdate({ _id: 'a' }, { $inc: { n: 1 } }),
    () => things().insertMany([{ _id: 'b' }]),
  ]) {
    await failNext(how);
    expect(isDatabaseUnavailable(await errorOf(work()))).toBe(true);
  }
});

it('a write that the majority has not got is the database, alone and in a bulk', async () => {
  const writeConcernError = { code: 64, errmsg: 'waiting for replication timed out' };
  await failNext({ writeConcernError });
  expect(isDatabaseUnavailable(await errorOf(things().updateOne({ _id: 'a' }, { $inc: { n: 1 } })))).toBe(true);
  await failNext({ writeConcernError });
  expect(isDatabaseUnavailable(await errorOf(things().insertMany([{ _id: 'c' }, { _id: 'd' }])))).toBe(true);
});

it('what the database refuses is not: a key that is taken, an unreadable filter, an error of ours', async () => {
  const taken = await errorOf(things().insertMany([{ _id: 'a' }]));
  const unreadable = await errorOf(things().findOne({ $no: 1 } as never));
  expect([taken, unreadable]).toEqual([expect.any(Error), expect.any(Error)]);
  for (const error of [
    taken,
    unreadable,
    new TypeError('ours'),
    Object.assign(new Error(), { code: 'ENOENT' }),
    null,
  ]) {
    expect(isDatabaseUnavailable(error)).toBe(false);
  }
});
