import { setImmediate } from 'node:timers/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file of a ZIP: whole, or as it comes. */
export interface ZipEntry {
  /** With `/` between folders. */
  readonly path: string;
  readonly content: Buffer | AsyncIterable<Buffer>;
}

/** So much is packed at once; between two pieces others have their turn. */
const PIECE_BYTES = 256 * 1024;
const COMPRESSION = 6;

/** Photos, PDFs and signatures are compressed already, or as good as random. */
const isText = (path: string): boolean => /\.(json|jsonl|txt|md|pem|sha256)$/.test(path);

async function* piecesOf(content: ZipEntry['content']): AsyncGenerator<Buffer> {
  for await (const chunk of Buffer.isBuffer(content) ? [content] : content) {
    for (let from = 0; from < chunk.length; from += PIECE_BYTES) {
      yield chunk.subarray(from, from + PIECE_BYTES);
      await setImmediate();
    }
  }
}

/**
 * The bytes of a ZIP as they are made. An entry is asked for when the one before it is written, so that whoever makes entries
 * one by one holds one at a time, and only as fast as they are read. @throws whatever the entries throw
 */
export async function* zipStream(entries: AsyncIterable<ZipEntry>, mtime: Date): AsyncGenerator<Buffer> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) {
      throw error;
    }
    made.push(bytes);
  });
  const taken = (): Buffer[] => (made.length > 0 ? [Buffer.concat(made.splice(0))] : []);
  for await (const { path, content } of entries) {
    const file = isText(path) ? new ZipDeflate(path, { level: COMPRESSION }) : new ZipPassThrough(path);
    file.mtime = mtime;
    zip.add(file);
    for await (const piece of piecesOf(content)) {
      // A copy: the packer keeps what it is given until it has enough of it.
      file.push(new Uint8Array(piece));
      yield* taken();
    }
    file.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
