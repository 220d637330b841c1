import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderOf, removeOlderCopies } from './kept-copies';

const parent = mkdtempSync(join(tmpdir(), 'kept-copies-'));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

it('keeps the newest whole copies of a database, and touches nothing else', async () => {
  for (const day of [1, 2, 3, 4, 5]) {
    const folder = folderOf(parent, 'product', new Date(Date.UTC(2026, 10, day, 3)));
    mkdirSync(folder);
    if (day !== 2 && day !== 5) {
      writeFileSync(join(folder, 'manifest.json'), '{}');
    }
  }
  mkdirSync(folderOf(parent, 'local-ca', new Date(Date.UTC(2026, 10, 1, 3))));
  mkdirSync(join(parent, 'product-of-somebody'));
  expect(await removeOlderCopies(parent, 'product', 2)).toEqual([
    'product-2026-11-01T03-00-00Z',
    'product-2026-11-02T03-00-00Z',
  ]);
  expect(readdirSync(parent).sort()).toEqual([
    'local-ca-2026-11-01T03-00-00Z',
    'product-2026-11-03T03-00-00Z',
    'product-2026-11-04T03-00-00Z',
    'product-2026-11-05T03-00-00Z',
    'product-of-somebody',
  ]);
  expect(await removeOlderCopies(parent, 'product', 9)).toEqual([]);
});
