import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyRing } from '../../bff/src/keys/key-ring';
import { type Manifest, readManifest } from './manifest';
import { hashOfFile } from './part-file';

/** The manifest of a copy all of whose files are as they were written. Nothing is opened. @throws Error naming the first that is not */
export async function checkBackup(folder: string, keys: KeyRing): Promise<Manifest> {
  const manifest = await readManifest(folder, keys);
  const there = new Set(await readdir(folder));
  for (const { file, collection, bytes, sha256 } of manifest.parts) {
    if (!there.has(file)) {
      throw new Error(`${file} (${collection}) is missing`);
    }
    const found = await hashOfFile(join(folder, file));
    if (found.bytes !== bytes || found.sha256 !== sha256) {
      throw new Error(`${file} (${collection}) is damaged: it has ${found.bytes} of ${bytes} bytes, or other ones`);
    }
  }
  return manifest;
}
