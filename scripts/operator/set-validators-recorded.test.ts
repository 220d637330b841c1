import { connectDatabase } from '../../bff/src/database/connect';
import { auditKeysOf } from '../audit/authentication-settings';
import { type DatabaseServer, openDatabaseServer } from '../database/open-database-server';
import { migrateRecorded } from './migrate-recorded';
import { createOperationRecorder } from './record-operation';
import { setValidatorsRecorded } from './set-validators-recorded';

const NOW = new Date('2026-12-12T01:00:00Z');
const keys = auditKeysOf(`a1:${Buffer.alloc(32, 9).toString('base64')}`);
let server: DatabaseServer;
let connection: Awaited<ReturnType<typeof connectDatabase>>;
beforeAll(async () => {
  server = await openDatabaseServer();
  connection = await connectDatabase(server.freshDatabase('validators'));
});
afterAll(async () => {
  await connection.close();
  await server.stop();
});

it('sets them in a new database before there is an audit log, and records it from then on, once where nothing is to be done', async () => {
  const operator = { name: 'anna.li', osUser: 'ops' };
  const recorder = createOperationRecorder(connection, keys.newest, { operator, now: () => NOW });
  const acts = () => connection.collection('audit_entries').find({ action: 'operator.set-validators' }).toArray();
  expect((await setValidatorsRecorded(connection, recorder)).length).toBeGreaterThan(30);
  await migrateRecorded(connection, recorder, () => NOW);
  expect(await setValidatorsRecorded(connection, recorder)).toEqual([]);
  expect(await acts()).toEqual([]);
  await connection.getClient().db().command({ collMod: 'tasks', validator: {} });
  expect(await setValidatorsRecorded(connection, recorder)).toEqual(['tasks']);
  expect(await acts()).toMatchObject([{ outcome: 'begun' }, { outcome: 'done', notes: { validators: 'tasks' } }]);
});
