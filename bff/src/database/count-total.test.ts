import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MOST_TOTAL, shownTotal } from '@acceptance/shared';
import { type Connection, Schema } from 'mongoose';
import { type DatabaseServer, openDatabaseServer } from '../../../scripts/database/open-database-server';
import { connectDatabase } from './connect';
import { countTotal } from './count-total';

let server: DatabaseServer;
let connection: Connection;
beforeAll(async () => {
  server = await openDatabaseServer();
  connection = await connectDatabase(server.freshDatabase('totals'));
});
afterAll(async () => {
  await connection.close();
  await server.stop();
});

it('counts what a list has, and of a long one only that it has more', async () => {
  const things = connection.model<{ kind: string }>('Thing', new Schema({ kind: String }));
  await things.insertMany(Array.from({ length: MOST_TOTAL + 100 }, (_, n) => ({ kind: n < 3 ? 'few' : 'many' })));
  expect(shownTotal(await countTotal(things, { kind: 'few' }))).toBe('3');
  expect(await countTotal(things, { kind: 'many' })).toBe(MOST_TOTAL + 1);
  expect(shownTotal(await countTotal(things, {}))).toBe('500+');
});

it('is how every list with pages counts', () => {
  const modules = join(__dirname, '../modules');
  const lists = readdirSync(modules, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => ({ file, code: readFileSync(join(modules, file), 'utf8') }))
    .filter(({ code }) => /\bnextCursor\b/.test(code) && /\btotal\b/.test(code));
  expect(lists.length).toBeGreaterThan(10);
  expect(lists.filter(({ code }) => code.includes('.countDocuments(')).map(({ file }) => file)).toEqual([]);
});
