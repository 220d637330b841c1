import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProjectFile } from '@acceptance/shared';
import { connectDatabase } from '../../bff/src/database/connect';
import { prepareDatabase } from '../../bff/src/stored-collections';
import { type DatabaseServer, openDatabaseServer } from '../database/open-database-server';
import { openOperation } from '../operator/open-operation';
import { runProjectsCommand, USAGE } from './projects';

const KEY = Buffer.alloc(32, 9).toString('base64');
const NOW = new Date('2026-12-07T01:00:00Z');
const DEMO = join(__dirname, '../demo/projects/city-procurement.json');
const operator = { name: 'anna.li', osUser: 'ops' };
const folder = mkdtempSync(join(tmpdir(), 'projects-'));
let database: DatabaseServer;
let settings: Parameters<typeof openOperation>[0];

beforeAll(async () => {
  database = await openDatabaseServer();
  settings = {
    MONGODB_URI: database.freshDatabase('projects'),
    FIELD_ENCRYPTION_KEY: KEY,
    FIELD_ENCRYPTION_KEY_ID: 'k1',
    LOOKUP_HASH_KEY: KEY,
    AUDIT_KEYS: `a1:${KEY}`,
  };
  const connection = await connectDatabase(settings.MONGODB_URI);
  await prepareDatabase(connection, () => NOW);
  await connection.close();
});
afterAll(async () => {
  await database.stop();
  rmSync(folder, { recursive: true });
});

const run = (...args: string[]) =>
  runProjectsCommand([...args, '--operator', 'anna.li'], NOW, () =>
    openOperation(settings, { operator, now: () => NOW }),
  );
const written = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

it('validates without a database, naming every problem', async () => {
  const open = () => Promise.reject(new Error('no database is needed'));
  expect(await runProjectsCommand(['validate', DEMO], NOW, open)).toMatchObject({ done: true });
  const wrong = written('wrong.json', JSON.stringify({ ...JSON.parse(readFileSync(DEMO, 'utf8')), name: '', typo: 1 }));
  const { done, text } = await runProjectsCommand(['validate', wrong], NOW, open);
  expect(done).toBe(false);
  expect(text.split('\n').sort()).toEqual(['name: 不能为空', 'typo: 没有这个设置，请检查拼写']);
  expect(await runProjectsCommand(['import'], NOW, open)).toEqual({ text: USAGE, done: false });
});

it('imports a draft, publishes it and exports what was imported, all of it recorded', async () => {
  expect(await run('export', 'city-procurement')).toMatchObject({ done: false });
  expect(await run('publish', 'city-procurement')).toMatchObject({ done: false });
  expect(await run('import', DEMO)).toMatchObject({ done: true });
  expect(await run('import', DEMO)).toMatchObject({ done: true });
  expect(await run('publish', 'city-procurement')).toMatchObject({
    done: true,
    text: expect.stringContaining('version 1'),
  });
  const { text } = await run('export', 'city-procurement');
  expect(readProjectFile(text)).toEqual(readProjectFile(readFileSync(DEMO, 'utf8')));
  expect(await run('import', written('again.json', text))).toEqual({ done: false, text: 'project_versions.unchanged' });

  const operation = await openOperation(settings, { operator, now: () => NOW });
  const entries = await operation.connection.collection('audit_entries').find().sort({ seq: 1 }).toArray();
  const acts = entries.map(({ action, actor, outcome, notes }) => `${actor.id} (${notes.osUser}) ${action} ${outcome}`);
  await operation.close();
  const act = (name: string, outcome: string) => `anna.li (ops) operator.projects.${name} ${outcome}`;
  expect(acts).toEqual([
    ...['import', 'import', 'publish'].flatMap((name) => [act(name, 'begun'), act(name, 'done')]),
    act('import', 'begun'),
    act('import', 'project_versions.unchanged'),
  ]);
});

it('takes nothing in that a contract cannot print', async () => {
  const file = JSON.parse(readFileSync(DEMO, 'utf8'));
  const contract = { ...file.contract, specialTerms: ['到期提醒 🙂'] };
  const path = written('smile.json', JSON.stringify({ ...file, id: 'smiling', orderNumberPrefix: 'SML', contract }));
  const { done, text } = await run('import', path);
  expect(done).toBe(false);
  expect(text).toContain('contract.specialTerms.0: 合同里印不出这些字：🙂');
});
