import { connectDatabase } from '../../bff/src/database/connect';
import { auditKeysOf } from '../audit/authentication-settings';
import { verifyAuditCollection } from '../audit/verify-audit-collection';
import { type DatabaseServer, openDatabaseServer } from '../database/open-database-server';
import { lastUnauthenticated, migrateRecorded } from './migrate-recorded';
import { createOperationRecorder } from './record-operation';

const NOW = new Date('2026-11-28T01:00:00Z');
const keys = auditKeysOf(`a1:${Buffer.alloc(32, 9).toString('base64')}`);
const operator = { name: 'anna.li', osUser: 'ops' };
let database: DatabaseServer;
let connection: Awaited<ReturnType<typeof connectDatabase>>;
beforeAll(async () => {
  database = await openDatabaseServer();
  connection = await connectDatabase(database.freshDatabase('migrated'));
});
afterAll(async () => {
  await connection.close();
  await database.stop();
});

const now = () => NOW;
const recorder = () => createOperationRecorder(connection, keys.newest, { operator, now });
const outcomes = async () =>
  (await connection.collection('audit_entries').find().sort({ seq: 1 }).toArray()).map(({ outcome }) => outcome);

it('records the migrations of a new database after them, of another one before and after, and none where none is due', async () => {
  const applied = await migrateRecorded(connection, recorder(), now);
  expect(applied.length).toBeGreaterThan(10);
  expect(await outcomes()).toEqual(['done']);
  expect(await migrateRecorded(connection, recorder(), now)).toEqual([]);
  const last = applied.at(-1)!;
  await connection.collection<{ _id: string }>('migrations').deleteOne({ _id: last });
  expect(await migrateRecorded(connection, recorder(), now)).toEqual([last]);
  expect(await outcomes()).toEqual(['done', 'begun', 'done']);
  const entry = await connection.collection('audit_entries').findOne({ seq: 3 });
  expect(entry).toMatchObject({ actor: { kind: 'operator', id: 'anna.li' }, notes: { migrations: last } });
  const { brokenLink } = await verifyAuditCollection(connection, [], { keys, from: 1 }, { write: () => true });
  expect(brokenLink).toBeNull();
});

it('finds where records begin to be authenticated', async () => {
  expect(await lastUnauthenticated(connection)).toBeNull();
  await connection.collection('audit_entries').updateMany({ seq: { $lt: 3 } }, { $unset: { mac: 1 } });
  expect(await lastUnauthenticated(connection)).toBe(2);
});
