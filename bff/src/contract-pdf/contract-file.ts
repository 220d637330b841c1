import { createHash, type Hash } from 'node:crypto';
import type { PDFContext } from 'pdf-lib';
import { type ObjectSink, refTo } from './object-sink';

/** The beginning of a file that is the same in every contract: header and finished objects. */
export interface FileStart {
  readonly bytes: Buffer;
  /** Where objects stand, by number; none for those that are to follow. */
  readonly offsets: readonly (number | undefined)[];
  readonly nextNumber: number;
  /** SHA-256 of `bytes`, to be gone on with. */
  readonly hash: Hash;
}

/** What pdf-lib has of a document so far, written out. */
export function fileStartOf(context: PDFContext): FileStart {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\x81\x81\x81\x81\n', 'latin1')];
  let length = chunks[0]?.length ?? 0;
  const offsets: (number | undefined)[] = [];
  for (const [{ objectNumber }, object] of context.enumerateIndirectObjects()) {
    const body = Buffer.alloc(object.sizeInBytes());
    object.copyBytesInto(body, 0);
    const [before, after] = around(objectNumber).map((text) => Buffer.from(text, 'latin1'));
    const written = Buffer.concat([before ?? body, body, after ?? body]);
    offsets[objectNumber] = length;
    chunks.push(written);
    length += written.length;
  }
  const bytes = Buffer.concat(chunks);
  const nextNumber = context.largestObjectNumber + 1;
  return { bytes, offsets, nextNumber, hash: createHash('sha256').update(bytes) };
}

export interface ContractFile extends ObjectSink {
  /** Where an object's body begins that was put here. */
  offsetOf(number: number): number;
  /** @param trailer entries beside /Size. @throws Error when an object is missing that was promised */
  finish(trailer: string): Buffer;
}

/** Goes on from a beginning, with the objects that are a contract's own. */
export function continueFile(start: FileStart): ContractFile {
  // Text is Latin-1, a byte a character, and becomes bytes once, in the end.
  const pieces: (string | Buffer)[] = [];
  const offsets = [...start.offsets];
  let length = start.bytes.length;
  let nextNumber = start.nextNumber;
  return {
    reserve() {
      nextNumber += 1;
      return nextNumber - 1;
    },
    put(number, body) {
      const [before, after] = around(number);
      offsets[number] = length;
      pieces.push(before, body, after);
      length += before.length + body.length + after.length;
    },
    offsetOf: (number) => (offsets[number] ?? 0) + around(number)[0].length,
    finish(trailer) {
      const end = `trailer\n<< /Size ${nextNumber} ${trailer} >>\nstartxref\n${length}\n%%EOF`;
      pieces.push(`xref\n0 ${nextNumber}\n`, tableOf(offsets, nextNumber), end);
      return joined(start.bytes, pieces);
    },
  };
}

function joined(start: Buffer, pieces: readonly (string | Buffer)[]): Buffer {
  const file = Buffer.allocUnsafe(pieces.reduce((sum, { length }) => sum + length, start.length));
  let at = start.copy(file);
  let text = '';
  const writeText = () => {
    at += file.write(text, at, 'latin1');
    text = '';
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    writeText();
    at += piece.copy(file, at);
  }
  writeText();
  return file;
}

/** What stands before and after an object's body. */
const around = (number: number): readonly [string, string] => [`${number} 0 obj\n`, '\nendobj\n'];

const freeEntry = '0000000000 65535 f \n';
const usedEntry = '0000000000 00000 n \n';

/** Lines of the cross-reference table. @throws Error when an object is missing */
function tableOf(offsets: readonly (number | undefined)[], count: number): Buffer {
  const table = Buffer.alloc(count * usedEntry.length, usedEntry, 'latin1');
  table.write(freeEntry, 'latin1');
  for (let number = 1; number < count; number += 1) {
    let left = offsets[number];
    if (left === undefined) throw new Error(`The contract lacks its object ${number}`);
    for (let at = number * usedEntry.length + 9; left > 0; at -= 1) {
      table[at] = 0x30 + (left % 10);
      left = Math.floor(left / 10);
    }
  }
  return table;
}

/** The trailer's entries that every file needs (ISO 32000-1, 7.5.5). */
export const trailerEntries = (root: number, information: number, id: string): string =>
  `/Root ${refTo(root)} /Info ${refTo(information)} /ID [<${id}> <${id}>]`;
