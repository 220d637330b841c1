import { createHmac, timingSafeEqual } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { KeyRing } from '../../bff/src/keys/key-ring';
import { derivedKey } from './backup-key';

const MANIFEST_FILE = 'manifest.json';
export const MANIFEST_FORMAT = 'acceptance-backup/1';
export const DATABASES = ['product', 'local-ca'] as const;
export type DatabaseName = (typeof DATABASES)[number];

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const partSchema = v.strictObject({
  /** In the same folder. */
  file: v.pipe(v.string(), v.regex(/^\d{3}\.part$/)),
  collection: v.string(),
  documents: count,
  bytes: count,
  sha256,
});
export type ManifestPart = v.InferOutput<typeof partSchema>;

const bodySchema = v.strictObject({
  format: v.literal(MANIFEST_FORMAT),
  /** Which of the authority's databases it is of. */
  database: v.picklist(DATABASES),
  copiedAt: v.pipe(v.string(), v.isoTimestamp()),
  /** Whether all parts show the database as it was at one moment. */
  ofOneMoment: v.boolean(),
  keyId: v.string(),
  /** Applied ones, in order. */
  migrations: v.array(v.string()),
  parts: v.array(partSchema),
});
export type Manifest = v.InferOutput<typeof bodySchema>;
const manifestSchema = v.strictObject({ ...bodySchema.entries, mac: sha256 });

/** What opens a part: that of this copy and this collection, and no other. */
export const useOfPart = ({ copiedAt }: Pick<Manifest, 'copiedAt'>, collection: string): string =>
  `part ${copiedAt} ${collection}`;

function macOf(manifest: Manifest, key: Buffer): Buffer {
  const ordered = v.parse(bodySchema, manifest);
  const macKey = derivedKey(key, Buffer.alloc(32), 'manifest');
  return createHmac('sha256', macKey).update(JSON.stringify(ordered)).digest();
}

/** The last file of a copy: a folder without one is a copy that was broken off. */
export async function writeManifest(folder: string, manifest: Manifest, keys: KeyRing): Promise<void> {
  const mac = macOf(manifest, keys.newest.key).toString('hex');
  const path = join(folder, MANIFEST_FILE);
  const file = await open(`${path}.new`, 'wx', 0o600);
  await file.writeFile(`${JSON.stringify({ ...manifest, mac }, null, 2)}\n`);
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
}

/** @throws Error for what is no manifest, was changed, or is sealed by a key that was not given */
export async function readManifest(folder: string, keys: KeyRing): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST_FILE), 'utf8').catch(() => {
    throw new Error('there is no manifest: this is no copy, or one that was broken off');
  });
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), manifestSchema), text);
  if (!parsed.success) {
    throw new Error('the manifest is damaged, or of a newer program');
  }
  const { mac, ...manifest } = parsed.output;
  const key = keys.find(manifest.keyId);
  if (!key) {
    throw new Error(`the copy is sealed by the key ${manifest.keyId}, which was not given`);
  }
  if (!timingSafeEqual(macOf(manifest, key.key), Buffer.from(mac, 'hex'))) {
    throw new Error('the manifest was changed, or the key is another one');
  }
  return manifest;
}
