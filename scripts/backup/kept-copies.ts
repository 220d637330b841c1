import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseName } from './manifest';

/** Folders in which copies of several days lie are named by database and time, so that their names sort by age. */
const nameOf = (database: DatabaseName, at: Date): string =>
  `${database}-${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
const isOf = (database: DatabaseName, name: string): boolean =>
  name.startsWith(`${database}-`) && /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/.test(name.slice(database.length + 1));

export const folderOf = (parent: string, database: DatabaseName, at: Date): string =>
  join(parent, nameOf(database, at));

const isWhole = (parent: string, name: string): boolean => existsSync(join(parent, name, 'manifest.json'));

/** Removes what is older than the `keep` newest whole copies of a database, broken off ones too. @returns names of what was removed */
export async function removeOlderCopies(parent: string, database: DatabaseName, keep: number): Promise<string[]> {
  const names = (await readdir(parent)).filter((name) => isOf(database, name)).sort();
  const oldestKept = names.filter((name) => isWhole(parent, name)).at(-keep);
  const older = oldestKept === undefined ? [] : names.filter((name) => name < oldestKept);
  for (const name of older) {
    await rm(join(parent, name), { recursive: true });
  }
  return older;
}
