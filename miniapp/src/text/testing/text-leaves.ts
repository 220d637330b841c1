import { readdirSync } from 'node:fs';
import path from 'node:path';

const SOURCE = path.resolve(__dirname, '../..');
const isTextFile = (file: string): boolean =>
  /^(text\/[\w-]+|subpackages\/.*\/texts?(-\w+)?)\.ts$/.test(file) && !file.includes('.test.');

/** The files with the program's words, below miniapp/src. */
export const TEXT_FILES: readonly string[] = (readdirSync(SOURCE, { recursive: true }) as string[])
  .map((file) => file.split(path.sep).join('/'))
  .filter(isTextFile)
  .sort();

const isTable = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The tables of such a file by the names that it exports them with. */
export const tablesOf = (file: string): [name: string, table: object][] =>
  Object.entries(require(path.join(SOURCE, file)) as Record<string, unknown>).filter(
    (entry): entry is [string, object] => isTable(entry[1]),
  );

/** A function's text, with its parameters told apart; lists are recognised by failing as anything else. */
function textOf(write: (...values: unknown[]) => unknown): string {
  const marks = Array.from({ length: write.length || 1 }, (_, index) => `<${index}>`);
  try {
    return String(write(...marks));
  } catch {
    return String(write(...marks.map((mark) => [mark])));
  }
}

export type Leaf = readonly [key: string, text: string | null | undefined];

/** Every text of a table, by its path. */
export function leavesOf(value: unknown, key: string): Leaf[] {
  if (typeof value === 'function') {
    return [[key, textOf(value as (...values: unknown[]) => unknown)]];
  }
  if (isTable(value)) {
    return Object.entries(value).flatMap(([name, part]) => leavesOf(part, `${key}.${name}`));
  }
  return [[key, value as string | null | undefined]];
}
