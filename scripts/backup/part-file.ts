import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { KeyRing, RingKey } from '../../bff/src/keys/key-ring';
import { splitDocuments } from './bson-stream';
import { seal, unseal } from './sealed-stream';

export interface WrittenPart {
  readonly documents: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes documents as they come, compressed and sealed; on the disk when it resolves. @throws Error when the file is there already */
export async function writePart(
  path: string,
  documents: AsyncIterable<Buffer>,
  { key, use }: { readonly key: RingKey; readonly use: string },
): Promise<WrittenPart> {
  const hash = createHash('sha256');
  let [count, bytes] = [0, 0];
  const counted = new Transform({
    objectMode: true,
    transform(document: Buffer, _encoding, done) {
      count += 1;
      done(null, document);
    },
  });
  const file = await open(path, 'wx', 0o600);
  try {
    await pipeline(
      Readable.from(documents),
      counted,
      createGzip({ level: 6 }),
      (plain: AsyncIterable<Buffer>) => seal(plain, key, use),
      async (sealed: AsyncIterable<Buffer>) => {
        for await (const piece of sealed) {
          hash.update(piece);
          bytes += piece.length;
          await file.writeFile(piece);
        }
      },
    );
    await file.sync();
  } finally {
    await file.close();
  }
  return { documents: count, bytes, sha256: hash.digest('hex') };
}

/** The documents of a part. @throws DamagedPart, or what zlib throws */
export async function* readPart(path: string, keys: KeyRing, use: string): AsyncGenerator<Buffer> {
  const plain = Readable.from(unseal(createReadStream(path), keys, use));
  const unzipped = createGunzip();
  plain.on('error', (error) => unzipped.destroy(error));
  yield* splitDocuments(plain.pipe(unzipped));
}

export async function hashOfFile(path: string): Promise<Pick<WrittenPart, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}
