import type { Connection } from 'mongoose';
import { connectDatabase } from '../../bff/src/database/connect';
import { prepareDatabase } from '../../bff/src/stored-collections';
import { type DatabaseServer, openDatabaseServer } from '../database/open-database-server';
import { checkValidators } from './check-validators';

let server: DatabaseServer;
let connection: Connection;
beforeAll(async () => {
  server = await openDatabaseServer();
  connection = await connectDatabase(server.freshDatabase('doctor'));
  await prepareDatabase(connection, () => new Date());
});
afterAll(async () => {
  await connection.close();
  await server.stop();
});

it('is content where they are those of this version, and names what is not', async () => {
  const database = connection.getClient().db();
  expect(await checkValidators(connection)).toMatchObject({ verdict: 'good' });
  await database.command({ collMod: 'counters', validationLevel: 'off' });
  await database.collection<{ _id: string; value: string }>('counters').insertOne({ _id: 'old', value: '张伟' });
  expect(await checkValidators(connection)).toMatchObject({
    verdict: 'mend',
    words: expect.stringContaining('counters'),
  });
  await prepareDatabase(connection, () => new Date());
  const found = await checkValidators(connection);
  expect(found).toMatchObject({ verdict: 'soon', words: expect.stringContaining('counters（编号 old）') });
  expect(found.words).not.toContain('张伟');
  await database.command({
    configureFailPoint: 'failCommand',
    mode: { times: 1 },
    data: { failCommands: ['find'], errorCode: 50 },
  });
  expect(await checkValidators(connection)).toMatchObject({ verdict: 'unchecked' });
  await database.command({
    configureFailPoint: 'failCommand',
    mode: { times: 1 },
    data: { failCommands: ['collMod'], errorCode: 59 },
  });
  expect(await checkValidators(connection)).toMatchObject({
    verdict: 'unchecked',
    words: expect.stringContaining('不是 MongoDB'),
  });
});
