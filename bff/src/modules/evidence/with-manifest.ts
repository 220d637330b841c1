import { createHash, type Hash } from 'node:crypto';
import type { ZipEntry } from '../../http/zip-stream';

async function* hashing(content: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of content) {
    hash.update(chunk);
    yield chunk;
  }
}

/** The same entries and, behind them, the list of their hashes as `sha256sum -c` reads it. */
export async function* withManifest(entries: AsyncIterable<ZipEntry>, path: string): AsyncGenerator<ZipEntry> {
  const lines: string[] = [];
  for await (const entry of entries) {
    const hash = createHash('sha256');
    if (Buffer.isBuffer(entry.content)) {
      hash.update(entry.content);
      yield entry;
    } else {
      yield { path: entry.path, content: hashing(entry.content, hash) };
    }
    // Whoever asks for the next entry has read this one.
    lines.push(`${hash.digest('hex')}  ${entry.path}\n`);
  }
  yield { path, content: Buffer.from(lines.join('')) };
}
