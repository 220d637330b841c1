import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { bundledProgram } from './bundled-program';

test('a program that several bundle at once is there for each, whole', async () => {
  const file = join(__dirname, 'testing', 'says-hello.ts');
  const bundles = await Promise.all(Array.from({ length: 4 }, () => bundledProgram(file)));
  expect(new Set(bundles).size).toBe(1);
  expect(execFileSync(process.execPath, [bundles[0] as string]).toString()).toBe('hello\n');
});
