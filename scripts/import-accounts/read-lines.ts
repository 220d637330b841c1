import { createReadStream } from 'node:fs';

/** GB 18030 holds GBK and GB 2312. */
export type FileEncoding = 'utf-8' | 'utf-16le' | 'gb18030';

/** The longest line that is kept; what is longer is cut there, and so becomes a line that cannot be read. */
const LONGEST_LINE = 64 * 1024;

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) {
      decoder.decode(chunk as Buffer, { stream: true });
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/**
 * How a file is encoded: a byte-order mark says it; without one it is UTF-8 when ALL of it is, else GB 18030. The whole
 * file is read, because the first Chinese character may stand in its last line.
 */
export async function detectEncoding(path: string): Promise<FileEncoding> {
  for await (const chunk of createReadStream(path, { end: 1 })) {
    const [first, second] = chunk as Buffer;
    if (first === 0xff && second === 0xfe) {
      return 'utf-16le';
    }
  }
  return (await isUtf8(path)) ? 'utf-8' : 'gb18030';
}

export interface FileLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** Bytes of the file that were read when this line was complete. */
  readonly bytesRead: number;
}

/** The lines of a file of any size, one chunk in memory; ends are LF, CRLF or CR, a byte-order mark is dropped. */
export async function* readLines(path: string, encoding: FileEncoding): AsyncGenerator<FileLine> {
  const decoder = new TextDecoder(encoding);
  let rest = '';
  let number = 0;
  let bytesRead = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    bytesRead += (chunk as Buffer).length;
    const pieces = (rest + decoder.decode(chunk as Buffer, { stream: true })).split(/\r\n|\n|\r(?!$)/);
    rest = (pieces.pop() ?? '').slice(0, LONGEST_LINE);
    for (const text of pieces) {
      number += 1;
      yield { number, text: text.slice(0, LONGEST_LINE), bytesRead };
    }
  }
  rest = (rest + decoder.decode()).replace(/\r$/, '');
  if (rest !== '') {
    yield { number: number + 1, text: rest, bytesRead };
  }
}
