import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCompromisedKeys } from './compromised-keys';

const folder = mkdtempSync(join(tmpdir(), 'compromised-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

const A = 'a'.repeat(64);
const B = '0123456789abcdef'.repeat(4);

function read(text: string) {
  const path = join(folder, 'keys.txt');
  writeFileSync(path, text);
  const problems: string[] = [];
  return { keys: [...readCompromisedKeys(path, problems)], problems };
}

it('are read from lines as sha256sum and people write them', () => {
  const text = `\ufeff# from the incident of May\r\n\r\n${A}\r\n${B.toUpperCase()}  some-key.der\n${A} # again`;
  expect(read(text)).toEqual({ keys: [A, B], problems: [] });
});

it.each([
  ['is cut off', A.slice(1)],
  ['has colons', A.match(/../g)!.join(':')],
  ['is no hexadecimal', `${A.slice(1)}g`],
  ['is two in one', A + B],
])('are refused with the number of the line that %s, and nothing of it', (_, line) => {
  const { problems } = read(`${B}\n${line}\n`);
  expect(problems).toEqual(['COMPROMISED_KEYS_FILE: line 2 is not the SHA-256 of a key in hexadecimal']);
});

it('are refused when they are more than fit', () => {
  const lines = Array.from({ length: 500_001 }, (_, index) => index.toString(16).padStart(64, '0'));
  expect(read(lines.join('\n')).problems).toEqual(['COMPROMISED_KEYS_FILE: holds more than 500000 keys']);
  expect(read(lines.slice(1).join('\n')).problems).toEqual([]);
});

it('are none without a file, and a problem where it is not there', () => {
  const problems: string[] = [];
  expect(readCompromisedKeys(undefined, problems).size).toBe(0);
  expect(problems).toEqual([]);
  expect(readCompromisedKeys(join(folder, 'nowhere'), problems).size).toBe(0);
  expect(problems).toEqual(['COMPROMISED_KEYS_FILE: the file cannot be read']);
});
