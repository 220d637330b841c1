import { connectDatabase } from '../../bff/src/database/connect';
import { prepareDatabase } from '../../bff/src/stored-collections';
import { type DatabaseServer, openDatabaseServer } from '../database/open-database-server';
import { type Operation, openOperation } from '../operator/open-operation';
import { findActs } from './find-acts';

const KEY = Buffer.alloc(32, 9).toString('base64');
const now = () => new Date('2026-11-28T01:00:00Z');
let database: DatabaseServer;
let operation: Operation;
beforeAll(async () => {
  database = await openDatabaseServer();
  const settings = {
    MONGODB_URI: database.freshDatabase('found'),
    FIELD_ENCRYPTION_KEY: KEY,
    FIELD_ENCRYPTION_KEY_ID: 'k1',
    LOOKUP_HASH_KEY: KEY,
    AUDIT_KEYS: `a1:${KEY}`,
  };
  const connection = await connectDatabase(settings.MONGODB_URI);
  await prepareDatabase(connection, now);
  await connection.close();
  operation = await openOperation(settings, { operator: { name: 'anna.li', osUser: 'ops' }, now });
});
afterAll(async () => {
  await operation.close();
  await database.stop();
});

it('lists what was recorded about somebody, page by page, and is recorded without naming them', async () => {
  const phone = '19900000001';
  const subject = `phone:${operation.cipher.lookupHash(phone, 'audit.subject.phone')}`;
  const entries = Array.from({ length: 150 }, (_, index) => ({
    seq: index + 1,
    at: now(),
    actor: { kind: 'anonymous', id: null, role: null },
    action: 'auth.signInWithSmsCode',
    object: null,
    partOf: null,
    address: null,
    requestId: null,
    outcome: 'auth.code_wrong',
    subjects: [subject],
    previousHash: '0'.repeat(64),
    hash: '0'.repeat(64),
  }));
  await operation.connection.collection('audit_entries').insertMany(entries);
  const lines = await findActs(operation, 'phone', '+86 199 0000 0001');
  expect(lines).toHaveLength(150);
  expect(lines[149]).toBe('150  2026-11-28T01:00:00.000Z  anonymous  auth.signInWithSmsCode  -  auth.code_wrong');
  expect(await findActs(operation, 'phone', '19900000002')).toEqual([]);
  const own = await operation.connection.collection('audit_entries').find({ 'actor.id': 'anna.li' }).toArray();
  expect(own.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual(
    ['begun', 'done', 'begun', 'done'].map((outcome) => `operator.audit.find ${outcome}`),
  );
  expect(JSON.stringify(own)).not.toMatch(/1990000000/);
});
