import { unzipSync } from 'fflate';
import { type ZipEntry, zipStream } from './zip-stream';

const AT = new Date('2026-11-23T02:00:00Z');

async function readAll(zip: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of zip) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function* inTurn(...entries: ZipEntry[]): AsyncGenerator<ZipEntry> {
  yield* entries;
}

async function* chunks(...parts: string[]): AsyncGenerator<Buffer> {
  for (const part of parts) {
    yield Buffer.from(part);
  }
}

describe('a ZIP that is made as it is read', () => {
  it('holds every entry, whole ones and those that come in pieces, compressed where that helps', async () => {
    const photo = Buffer.from(Array.from({ length: 700_000 }, (_, index) => (index * 7919) % 251));
    const text = '合同'.repeat(200_000);
    const zip = await readAll(
      zipStream(
        inTurn(
          { path: '说明/README.txt', content: Buffer.from(text) },
          { path: 'photo.jpg', content: photo },
          { path: 'list.json', content: chunks('[1,', '2', ']') },
          { path: 'empty.txt', content: Buffer.alloc(0) },
        ),
        AT,
      ),
    );
    const files = unzipSync(zip);
    expect(Object.keys(files)).toEqual(['说明/README.txt', 'photo.jpg', 'list.json', 'empty.txt']);
    expect(Buffer.from(files['说明/README.txt']!).toString()).toBe(text);
    expect(Buffer.from(files['photo.jpg']!).equals(photo)).toBe(true);
    expect(Buffer.from(files['list.json']!).toString()).toBe('[1,2]');
    expect(files['empty.txt']).toHaveLength(0);
    expect(zip.length).toBeLessThan(photo.length + text.length / 10);
  });

  it('asks for an entry only when the one before it has been read', async () => {
    const asked: string[] = [];
    async function* entries(): AsyncGenerator<ZipEntry> {
      for (const path of ['one.bin', 'two.bin', 'three.bin']) {
        asked.push(path);
        yield { path, content: Buffer.alloc(600_000) };
      }
    }
    const zip = zipStream(entries(), AT);
    await zip.next();
    expect(asked).toEqual(['one.bin']);
    await zip.next();
    await zip.next();
    expect(asked).toEqual(['one.bin']);
    await readAll(zip);
    expect(asked).toEqual(['one.bin', 'two.bin', 'three.bin']);
  });

  it('breaks off where an entry cannot be read', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('[');
      throw new Error('lost');
    }
    await expect(readAll(zipStream(inTurn({ path: 'a.json', content: broken() }), AT))).rejects.toThrow('lost');
  });
});
