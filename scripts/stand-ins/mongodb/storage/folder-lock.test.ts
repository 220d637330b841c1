import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderInUseError, lockFolder } from './folder-lock';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'folder-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a locked folder is refused until it is given back', () => {
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(FolderInUseError);
  unlock();
  const unlockAgain = lockFolder(folder);
  unlockAgain();
  expect(existsSync(join(folder, 'stand-in.lock'))).toBe(false);
});

test.each([
  ['a process that is dead', JSON.stringify({ pid: 2 ** 22 + 1, startedAt: 'x' })],
  ['a process that started at another time', JSON.stringify({ pid: process.pid, startedAt: 'another boot 1' })],
  ['a file that was cut short', '{"pid": 1'],
])('the lock of %s is taken over', (_, content) => {
  writeFileSync(join(folder, 'stand-in.lock'), content);
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(FolderInUseError);
  unlock();
});
