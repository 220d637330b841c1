import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where each member of a set of PEM texts is kept; secret ones are readable by their owner only. */
export type KeptFiles<Texts> = Readonly<Record<keyof Texts, { readonly name: string; readonly secret: boolean }>>;

const namesOf = <Texts>(files: KeptFiles<Texts>): (keyof Texts)[] => Object.keys(files) as (keyof Texts)[];

async function isFilled<Texts>(folder: string, files: KeptFiles<Texts>): Promise<boolean> {
  const present = namesOf(files).map((member) => stat(join(folder, files[member].name)));
  return (await Promise.allSettled(present)).some(({ status }) => status === 'fulfilled');
}

async function writeDurably(folder: string, file: { name: string; secret: boolean }, text: string): Promise<void> {
  const path = join(folder, file.name);
  const handle = await open(path, 'wx', file.secret ? 0o600 : 0o644);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (file.secret) await chmod(path, 0o600);
}

async function read<Texts extends { [Member in keyof Texts]: string }>(
  folder: string,
  files: KeptFiles<Texts>,
): Promise<Texts> {
  const texts = namesOf(files).map(async (member) => [
    member,
    await readFile(join(folder, files[member].name), 'utf8'),
  ]);
  return Object.fromEntries(await Promise.all(texts)) as Texts;
}

/**
 * Reads the texts kept in `folder`, or makes them and keeps them there. They are written to a folder beside it and moved into place in one
 * step, so that a broken run leaves nothing half-written and two runs at once agree on the same ones.
 * @throws Error when the folder holds something else, or only some of them
 */
export async function keptOrMade<Texts extends { [Member in keyof Texts]: string }>(
  folder: string,
  files: KeptFiles<Texts>,
  make: () => Promise<Texts>,
): Promise<Texts> {
  if (await isFilled(folder, files)) return read(folder, files);
  const made = await make();
  const draft = `${folder}.making-${randomBytes(6).toString('hex')}`;
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(draft, { mode: 0o700 });
  try {
    for (const member of namesOf(files)) await writeDurably(draft, files[member], made[member]);
    await rename(draft, folder);
    return made;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Somebody else was faster: a folder with files in it cannot be replaced by a rename.
    if (await isFilled(folder, files)) return read(folder, files);
    throw error;
  }
}
