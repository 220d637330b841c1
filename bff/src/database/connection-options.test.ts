import { mongo } from 'mongoose';
import { openDatabaseServer } from '../../../scripts/database/open-database-server';
import { connectDatabase } from './connect';
import { connectionOptions } from './connection-options';

const read = (uri: string) => new mongo.MongoClient(uri, connectionOptions(uri)).options;

it('asks for acknowledgements of the majority and its journals, and waits for a server less than five seconds', () => {
  const options = read('mongodb://db1.internal,db2.internal/acceptance?replicaSet=rs0');
  expect(options.writeConcern).toMatchObject({ w: 'majority', journal: true, wtimeoutMS: 10_000 });
  expect(options.serverSelectionTimeoutMS).toBeLessThan(5000);
});

it('leaves the limits to the address where it names them', () => {
  const uri = 'mongodb://db1.internal/acceptance?maxPoolSize=50&SERVERSELECTIONTIMEOUTMS=9000';
  const { maxPoolSize, serverSelectionTimeoutMS, connectTimeoutMS } = read(uri);
  expect({ maxPoolSize, serverSelectionTimeoutMS, connectTimeoutMS }).toEqual({
    maxPoolSize: 50,
    serverSelectionTimeoutMS: 9000,
    connectTimeoutMS: 5000,
  });
});

describe('on a server', () => {
  let server: Awaited<ReturnType<typeof openDatabaseServer>>;
  beforeAll(async () => {
    server = await openDatabaseServer();
  });
  afterAll(() => server.stop());

  it('every write says so: of a model, of the driver, of a bulk, of a file', async () => {
    const uri = server.freshDatabase('written');
    const client = new mongo.MongoClient(uri, { ...connectionOptions(uri), monitorCommands: true });
    const concerns: unknown[] = [];
    client.on('commandStarted', ({ command, commandName }) => {
      if (['insert', 'update', 'delete', 'findAndModify'].includes(commandName)) {
        concerns.push(command.writeConcern);
      }
    });
    const things = client.db().collection<{ _id: string }>('things');
    await things.insertOne({ _id: 'a' });
    await things.updateOne({ _id: 'a' }, { $set: { b: 1 } });
    await things.findOneAndUpdate({ _id: 'a' }, { $set: { b: 2 } });
    await things.bulkWrite([{ deleteOne: { filter: { _id: 'a' } } }]);
    const file = new mongo.GridFSBucket(client.db()).openUploadStream('a');
    await new Promise((done) => file.end(Buffer.from('a'), () => done(null)));
    await client.close();
    expect(concerns.length).toBeGreaterThanOrEqual(6);
    expect(concerns).toEqual(concerns.map(() => ({ w: 'majority', wtimeout: 10_000, j: true })));
  });

  const weakened = (option: string) => `${server.freshDatabase('weak').split('?')[0]}?${option}`;

  it.each(['w=1', 'w=0'])('%s in the address weakens nothing', async (option) => {
    const connection = await connectDatabase(weakened(option));
    const { writeConcern } = connection.getClient().options;
    await connection.close();
    expect(writeConcern).toMatchObject({ w: 'majority', journal: true });
  });

  it.each(['journal=false', 'j=false'])('does not begin where the address asks for %s', async (option) => {
    await expect(connectDatabase(weakened(option))).rejects.toThrow('must not set w or journal');
  });
});
