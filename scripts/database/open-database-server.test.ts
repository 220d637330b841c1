import { mongo } from 'mongoose';
import { type MongodbStandIn, startMongodbStandIn } from '../stand-ins/mongodb';
import { openDatabaseServer } from './open-database-server';
import reachGivenServer from './reach-given-server';

const before = process.env.MONGODB_URI;
let server: MongodbStandIn;
beforeAll(async () => {
  server = await startMongodbStandIn();
});
afterEach(() => {
  if (before === undefined) {
    delete process.env.MONGODB_URI;
  } else {
    process.env.MONGODB_URI = before;
  }
});
afterAll(async () => {
  await server.stop();
});

const UNREACHABLE = 'mongodb://127.0.0.1:1/none?serverSelectionTimeoutMS=100';

it('gives fresh databases on the server that MONGODB_URI names, by its options, and drops them', async () => {
  process.env.MONGODB_URI = `${server.uri}other?appName=given&maxPoolSize=3`;
  const [one, two] = [await openDatabaseServer(), await openDatabaseServer()];
  const uris = [one.freshDatabase('a'), one.freshDatabase('b'), two.freshDatabase('a')];
  expect(new Set(uris).size).toBe(3);
  const names: string[] = [];
  for (const uri of uris) {
    const client = new mongo.MongoClient(uri);
    expect(client.options).toMatchObject({ appName: 'given', maxPoolSize: 3 });
    await client.db().collection('things').insertOne({});
    names.push(client.db().databaseName);
    await client.close();
  }
  await one.stop();
  const client = await new mongo.MongoClient(server.uri).connect();
  const left = (await client.db().admin().listDatabases()).databases.map(({ name }) => name);
  expect(left.filter((name) => names.includes(name))).toEqual([names[2]]);
  await client.close();
  await two.stop();
});

it.each([
  ['a test', () => openDatabaseServer()],
  ['a measurement', () => openDatabaseServer({ process: {} })],
  ['a whole run of tests', reachGivenServer],
])('gives %s no other server when the one that MONGODB_URI names does not answer', async (_, open) => {
  process.env.MONGODB_URI = UNREACHABLE;
  await expect(open()).rejects.toThrow('the database that MONGODB_URI names does not answer');
});
