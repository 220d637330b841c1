import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { mongo } from 'mongoose';
import type { KeyRing } from '../../bff/src/keys/key-ring';
import {
  type DatabaseName,
  MANIFEST_FORMAT,
  type Manifest,
  type ManifestPart,
  useOfPart,
  writeManifest,
} from './manifest';
import { beginMoment, type Moment } from './one-moment';
import { writePart } from './part-file';

const BATCH = 1000;

export interface BackUpOptions {
  readonly database: DatabaseName;
  readonly keys: KeyRing;
  readonly now: () => Date;
  /** Whether a copy is good whose collections are of different moments. */
  readonly mayMixMoments: boolean;
  readonly onPart?: (part: ManifestPart) => void;
}

/** A folder of its own, so that nothing of another copy is among its parts. @throws Error */
async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) {
    throw new Error('the folder is not empty: each copy has a folder of its own');
  }
}

async function collectionsOf(database: mongo.Db): Promise<string[]> {
  const listed = await database.listCollections({}, { nameOnly: true }).toArray();
  return listed
    .filter(({ name, type }) => type !== 'view' && !name.startsWith('system.'))
    .map(({ name }) => name)
    .sort();
}

async function* documentsOf(database: mongo.Db, collection: string, { session }: Moment): AsyncGenerator<Buffer> {
  const options = { raw: true, batchSize: BATCH, ...(session && { session }) };
  // Raw: the driver hands out the bytes of each document.
  for await (const bytes of database.collection(collection).find({}, options)) {
    yield bytes as unknown as Buffer;
  }
}

async function appliedMigrations(database: mongo.Db, { session }: Moment): Promise<string[]> {
  const options = session ? { session } : {};
  const records = database.collection<{ _id: string; appliedAt: Date }>('migrations').find({}, options);
  return (await records.sort({ appliedAt: 1, _id: 1 }).toArray()).map(({ _id }) => _id);
}

/** Copies a whole database, its files included, into a new folder. @throws Error */
export async function backUpDatabase(
  client: mongo.MongoClient,
  folder: string,
  options: BackUpOptions,
): Promise<Manifest> {
  const { database: name, keys, now, mayMixMoments, onPart } = options;
  const database = client.db();
  const moment = await beginMoment(client);
  try {
    if (!moment.session && !mayMixMoments) {
      throw new Error(
        'this server keeps no moments (it is no replica set), so that the copy would be of several: --accept-mixed-moments takes it all the same',
      );
    }
    const migrations = await appliedMigrations(database, moment);
    const collections = await collectionsOf(database);
    // A mistyped name is a new database: whoever relies on the copy of it has none.
    if (collections.length === 0 || (name === 'product' && migrations.length === 0)) {
      throw new Error(`the database ${database.databaseName} is empty, or not the one that is meant`);
    }
    await prepareFolder(folder);
    const copiedAt = now().toISOString();
    const parts: ManifestPart[] = [];
    for (const [index, collection] of collections.entries()) {
      const file = `${String(index).padStart(3, '0')}.part`;
      const use = useOfPart({ copiedAt }, collection);
      const documents = documentsOf(database, collection, moment);
      const written = await writePart(join(folder, file), documents, { key: keys.newest, use });
      const part = { file, collection, ...written };
      parts.push(part);
      onPart?.(part);
    }
    const manifest: Manifest = {
      format: MANIFEST_FORMAT,
      database: name,
      copiedAt,
      ofOneMoment: moment.session !== null,
      keyId: keys.newest.id,
      migrations,
      parts,
    };
    await writeManifest(folder, manifest, keys);
    return manifest;
  } finally {
    await moment.end();
  }
}
