import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJsonFile } from './json-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'json-file-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a saved value is loaded again, its file is the owner’s alone and no draft is left', () => {
  const path = join(folder, 'deeper', 'state.json');
  openJsonFile(path).save({ orders: ['一'] });
  expect(openJsonFile(path).load()).toEqual({ orders: ['一'] });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'deeper'))).toEqual(['state.json']);
});

test('no file is no value', () => {
  expect(openJsonFile(join(folder, 'none.json')).load()).toBeUndefined();
});

test('a damaged file is an error that names it', () => {
  const path = join(folder, 'damaged.json');
  writeFileSync(path, '{"orders":');
  expect(() => openJsonFile(path).load()).toThrow(path);
});
