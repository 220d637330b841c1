import { mongo } from 'mongoose';
import { type MongodbStandIn, startMongodbStandIn } from '../../../scripts/stand-ins/mongodb';
import { refuseUnfitServer, refuseUnfitServerAt, unfitness } from './fit-server';

const SERVER = { maxWireVersion: 17, storageEngines: ['devnull', 'wiredTiger'] };
const PRODUCTION = { name: 'MONGODB_URI', isProduction: true };
const LAPTOP = { name: 'MONGODB_URI', isProduction: false };

it.each([
  ['a replica set on this machine', { ...SERVER, setName: 'rs0' }, true],
  ['a mongos on this machine', { ...SERVER, msg: 'isdbgrid' }, true],
  ['a replica set elsewhere', { ...SERVER, setName: 'rs0' }, false],
  ['a single server elsewhere', SERVER, false],
])('takes %s for production', (_, words, isOnThisMachine) => {
  expect(unfitness(words, isOnThisMachine, PRODUCTION)).toBeNull();
});

it.each([
  ['a single server on this machine', SERVER, true, /single server on this machine/],
  ['the stand-in, wherever it seems to be', { ...SERVER, storageEngines: ['stand-in'] }, false, /stand-in/],
  ['a server older than 6.0', { ...SERVER, maxWireVersion: 13, setName: 'rs0' }, false, /older than MongoDB 6.0/],
])('takes no production data to %s', (_, words, isOnThisMachine, problem) => {
  expect(unfitness(words, isOnThisMachine, PRODUCTION)).toMatch(problem);
});

it('takes a single server of 6.0 for a laptop, but none that is older', () => {
  expect(unfitness(SERVER, true, LAPTOP)).toBeNull();
  expect(unfitness({ maxWireVersion: 13 }, true, LAPTOP)).toMatch(/older/);
});

describe('asks the server itself', () => {
  let standIn: MongodbStandIn;
  let client: mongo.MongoClient;
  beforeAll(async () => {
    standIn = await startMongodbStandIn();
    client = await new mongo.MongoClient(standIn.uri).connect();
  });
  afterAll(async () => {
    await client.close();
    await standIn.stop();
  });

  it('and knows our stand-in', async () => {
    await expect(refuseUnfitServer(client.db(), false, PRODUCTION)).rejects.toThrow('this is the stand-in');
    await expect(refuseUnfitServerAt(standIn.uri, true, PRODUCTION)).rejects.toThrow('this is the stand-in');
    await expect(refuseUnfitServer(client.db(), true, LAPTOP)).resolves.toBeUndefined();
  });

  it('and does not begin where writes cannot be kept safe', async () => {
    const writeConcernError = { code: 100, codeName: 'UnsatisfiableWriteConcern', errmsg: 'no majority' };
    const data = { failCommands: ['delete'], writeConcernError };
    await client.db('admin').command({ configureFailPoint: 'failCommand', mode: { times: 1 }, data });
    await expect(refuseUnfitServer(client.db(), true, LAPTOP)).rejects.toThrow('no majority');
  });

  it('but leaves one that does not answer to whoever needs it', async () => {
    const nobody = 'mongodb://127.0.0.1:1/ca?serverSelectionTimeoutMS=50';
    await expect(refuseUnfitServerAt(nobody, true, PRODUCTION)).resolves.toBeUndefined();
  });
});
