import { join } from 'node:path';
import type { Connection, mongo } from 'mongoose';
import { migrations } from '../../bff/src/database/migrations';
import { holdRestored, moveRestoreHold, RESTORE_HOLDS } from '../../bff/src/database/restore-hold';
import { setValidators } from '../../bff/src/database/validators/validators';
import type { KeyRing } from '../../bff/src/keys/key-ring';
import { declareCollections } from '../../bff/src/stored-collections';
import { documentOf } from './bson-stream';
import { checkBackup } from './check-backup';
import { type Manifest, type ManifestPart, useOfPart } from './manifest';
import { readPart } from './part-file';

/** What goes to the server at once: by number, and by bytes, of which a message takes 48 MB. */
const MOST_AT_ONCE = 500;
const MOST_BYTES_AT_ONCE = 8 * 1024 * 1024;

export interface RestoreOptions {
  readonly keys: KeyRing;
  readonly now: () => Date;
  readonly onPart?: (part: ManifestPart) => void;
  /** Before the first write: the database was empty, and nobody else's. */
  readonly onFill?: () => void;
}

async function collectionNames(database: mongo.Db): Promise<string[]> {
  const listed = await database.listCollections({}, { nameOnly: true }).toArray();
  return listed.map(({ name }) => name).filter((name) => !name.startsWith('system.'));
}

/** @throws Error when a document stands anywhere: a copy is not mixed with what is there */
async function refuseFilled(database: mongo.Db): Promise<void> {
  for (const name of await collectionNames(database)) {
    if (await database.collection(name).findOne({}, { projection: { _id: 1 } })) {
      throw new Error(`the database is not empty (${name}): a copy is put back into an empty one`);
    }
  }
}

/** @throws Error naming migrations that this program does not have */
function refuseNewer({ migrations: applied }: Manifest): void {
  const known = new Set(migrations.map(({ id }) => id));
  const unknown = applied.filter((id) => !known.has(id));
  if (unknown.length > 0) {
    throw new Error(`the copy is of a newer program, this one does not know: ${unknown.join(', ')}`);
  }
}

/** Indexes as the migrations of the copy make them, and nothing else that they put there. */
async function makeIndexes(connection: Connection, database: mongo.Db, applied: readonly string[]): Promise<void> {
  for (const migration of migrations.filter(({ id }) => applied.includes(id))) {
    await migration.up(connection);
  }
  for (const name of await collectionNames(database)) {
    if (name !== RESTORE_HOLDS) {
      await database.collection(name).deleteMany({});
    }
  }
}

async function putBack(database: mongo.Db, documents: AsyncIterable<Buffer>, collection: string): Promise<number> {
  let batch: mongo.Document[] = [];
  let [bytes, stored] = [0, 0];
  const write = async () => {
    if (batch.length > 0) {
      const { insertedCount } = await database.collection(collection).insertMany(batch, { ordered: true });
      stored += insertedCount;
      [batch, bytes] = [[], 0];
    }
  };
  for await (const document of documents) {
    if (batch.length >= MOST_AT_ONCE || bytes + document.length > MOST_BYTES_AT_ONCE) {
      await write();
    }
    batch.push(documentOf(document));
    bytes += document.length;
  }
  await write();
  return stored;
}

/**
 * Puts a copy back into an empty database. All its files are checked before the first write; the product's database is held from its
 * first write on, until `npm run restore -- --release`. @throws Error
 */
export async function restoreDatabase(
  connection: Connection,
  folder: string,
  options: RestoreOptions,
): Promise<Manifest> {
  const { keys, now, onPart, onFill } = options;
  const database = connection.getClient().db();
  const manifest = await checkBackup(folder, keys);
  refuseNewer(manifest);
  await refuseFilled(database);
  onFill?.();
  const isProduct = manifest.database === 'product';
  if (isProduct) {
    await holdRestored(connection, { copiedAt: new Date(manifest.copiedAt), heldSince: now() });
    await makeIndexes(connection, database, manifest.migrations);
  }
  for (const part of manifest.parts) {
    const { file, collection, documents } = part;
    const stored = await putBack(
      database,
      readPart(join(folder, file), keys, useOfPart(manifest, collection)),
      collection,
    );
    if (stored !== documents) {
      throw new Error(`${collection}: ${stored} of ${documents} documents were stored`);
    }
    onPart?.(part);
  }
  if (isProduct) {
    // Not before: what is put back was let stand where it came from.
    declareCollections(connection);
    await setValidators(connection);
    await moveRestoreHold(connection, 'held');
  }
  return manifest;
}
