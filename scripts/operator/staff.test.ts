import { connectDatabase } from '../../bff/src/database/connect';
import { prepareDatabase } from '../../bff/src/stored-collections';
import { type DatabaseServer, openDatabaseServer } from '../database/open-database-server';
import { type Operation, openOperation } from './open-operation';
import { runStaffCommand } from './staff';

const KEY = Buffer.alloc(32, 9).toString('base64');
const operator = { name: 'anna.li', osUser: 'ops' };
const NOW = new Date('2026-11-26T01:00:00Z');
let database: DatabaseServer;
let operation: Operation;
beforeAll(async () => {
  database = await openDatabaseServer();
  const settings = {
    MONGODB_URI: database.freshDatabase('staff'),
    FIELD_ENCRYPTION_KEY: KEY,
    FIELD_ENCRYPTION_KEY_ID: 'k1',
    LOOKUP_HASH_KEY: KEY,
    AUDIT_KEYS: `a1:${KEY}`,
  };
  await expect(openOperation(settings, { operator })).rejects.toThrow('run `npm run migrate` first');
  const connection = await connectDatabase(settings.MONGODB_URI);
  await prepareDatabase(connection, () => NOW);
  await connection.close();
  operation = await openOperation(settings, { operator, now: () => NOW });
});
afterAll(async () => {
  await operation.close();
  await database.stop();
});

const run = (...args: string[]) => runStaffCommand(operation, args, NOW);
const acts = async () =>
  (await operation.connection.collection('audit_entries').find().sort({ seq: 1 }).toArray()).map(
    ({ action, actor, outcome, notes }) => `${actor.kind} ${actor.id} (${notes.osUser}) ${action} ${outcome}`,
  );
const twice = (command: string, outcome = 'done') =>
  ['begun', outcome].map((word) => `operator anna.li (ops) operator.staff.${command} ${word}`);

it('adds the first administrator with an invitation, and lists them', async () => {
  expect(await run('list')).toBe('There is nobody yet.');
  const added = await run('add', 'chief', '--name', '陈主任', '--roles', 'administrator,reviewer');
  expect(added).toMatch(/Invitation code, shown once, good for 48 hours: ([A-Z2-7]{4}-){7}[A-Z2-7]{4}$/);
  expect(await run('list')).toMatch(/^chief +invited .*reviewer,administrator {2}陈主任$/);
  expect(await acts()).toEqual(twice('add'));
});

it('invites, disables, enables and changes roles, and records each', async () => {
  await run('add', 'clerk', '--name', '李会计', '--roles', 'finance');
  expect(await run('invite', 'clerk')).toContain('Invitation code');
  await operation.connection.collection('staff').updateOne({ username: 'chief' }, { $set: { passwordHash: 'some' } });
  expect(await run('set-roles', 'clerk', '--roles', 'issuer')).toContain('issuer');
  expect(await run('disable', 'clerk')).toMatch(/clerk +disabled/);
  expect(await run('enable', 'clerk')).toMatch(/clerk +invited/);
  expect((await acts()).slice(-8)).toEqual(['invite', 'set-roles', 'disable', 'enable'].flatMap((name) => twice(name)));
});

it('takes a lost authenticator away', async () => {
  const staff = operation.connection.collection('staff');
  const secondFactor = { secret: 'x', usedStep: 0, recoveryHashes: [], enrolledAt: NOW };
  await staff.updateOne({ username: 'chief' }, { $set: { secondFactor } });
  expect(await run('reset-second-factor', 'chief')).toMatch(/chief +active +–/);
  expect(await staff.findOne({ username: 'chief' })).not.toHaveProperty('secondFactor');
  expect((await acts()).at(-1)).toBe(twice('reset-second-factor')[1]);
});

it('notes since when somebody has a role: who is new counts for a second person only later', async () => {
  await run('set-roles', 'clerk', '--roles', 'issuer,reviewer');
  const staff = operation.connection.collection('staff');
  expect(await staff.findOne({ username: 'clerk' })).toMatchObject({ rolesSince: { reviewer: NOW, issuer: NOW } });
  await run('set-roles', 'clerk', '--roles', 'issuer');
  expect((await staff.findOne({ username: 'clerk' }))!.rolesSince).toEqual({ issuer: NOW });
});

it.each([
  [['add', 'x', '--name', 'X', '--roles', 'reviewer'], 'user name'],
  [['add', 'xavier', '--roles', 'reviewer'], '--name'],
  [['add', 'xavier', '--name', 'X', '--roles', 'king'], '--roles'],
  [['disable', 'nobody'], 'there is no member of staff called nobody'],
])('refuses %j', async (args, message) => {
  const before = await acts();
  await expect(run(...args)).rejects.toThrow(message);
  expect(await acts()).toEqual(before);
});

it('does not disable the last administrator, and records that somebody tried', async () => {
  await expect(run('disable', 'chief')).rejects.toMatchObject({ code: 'staff.last_administrator' });
  expect((await acts()).slice(-2)).toEqual(twice('disable', 'staff.last_administrator'));
});

it('does nothing that cannot be recorded', async () => {
  const insertMany = jest.spyOn(operation.connection.models.AuditEntry!.collection, 'insertMany');
  insertMany.mockRejectedValue(new Error('disk full'));
  const staff = operation.connection.collection('staff');
  const before = await staff.find().toArray();
  await expect(run('set-roles', 'clerk', '--roles', 'administrator')).rejects.toThrow('nothing was begun');
  insertMany.mockRestore();
  expect(await staff.find().toArray()).toEqual(before);
});

it('says so when something was done and its end could not be recorded', async () => {
  const { collection } = operation.connection.models.AuditEntry!;
  const act = operation.perform({ action: 'operator.test', object: null }, async () => {
    jest.spyOn(collection, 'insertMany').mockRejectedValue(new Error('disk full'));
    return { result: null };
  });
  await expect(act).rejects.toThrow('holds only that it was begun');
  jest.restoreAllMocks();
  expect((await acts()).at(-1)).toBe('operator anna.li (ops) operator.test begun');
});

it.each([[[]], [['nonsense']], [['list', '--help']]])('explains itself after %j', async (args) => {
  expect(await run(...args)).toContain('Usage: npm run staff');
});
