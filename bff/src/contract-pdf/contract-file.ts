import { createHash, type Hash } from 'node:crypto';
import type { PDFContext } from 'pdf-lib';
import { type ObjectSink, refTo } from './object-sink';

/** The beginning of a file that is the same in every contract: header and finished objects. */
export interface FileStart {
  readonly bytes: Buffer;
  /** By object number; none for those that are to follow. */
  readonly offsets: ReadonlyMap<number, number>;
  readonly nextNumber: number;
  /** SHA-256 of `bytes`, to be gone on with. */
  readonly hash: Hash;
}

/** What pdf-lib has of a document so far, written out. */
export function fileStartOf(context: PDFContext): FileStart {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\x81\x81\x81\x81\n', 'latin1')];
  let length = chunks[0]?.length ?? 0;
  const offsets = new Map<number, number>();
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const body = Buffer.alloc(object.sizeInBytes());
    object.copyBytesInto(body, 0);
    const written = objectBytes(ref.objectNumber, body);
    offsets.set(ref.objectNumber, length);
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
  const chunks: Buffer[] = [start.bytes];
  const offsets = new Map<number, number>();
  let length = start.bytes.length;
  let nextNumber = start.nextNumber;
  return {
    reserve() {
      nextNumber += 1;
      return nextNumber - 1;
    },
    put(number, body) {
      const written = objectBytes(number, Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1'));
      offsets.set(number, length);
      chunks.push(written);
      length += written.length;
    },
    offsetOf: (number) => (offsets.get(number) ?? 0) + opening(number).length,
    finish(trailer) {
      const entries = Array.from({ length: nextNumber - 1 }, (_, index) => {
        const offset = offsets.get(index + 1) ?? start.offsets.get(index + 1);
        if (offset === undefined) throw new Error(`The contract lacks its object ${index + 1}`);
        return `${String(offset).padStart(10, '0')} 00000 n \n`;
      });
      const table = `xref\n0 ${nextNumber}\n0000000000 65535 f \n${entries.join('')}`;
      const end = `${table}trailer\n<< /Size ${nextNumber} ${trailer} >>\nstartxref\n${length}\n%%EOF`;
      return Buffer.concat([...chunks, Buffer.from(end, 'latin1')]);
    },
  };
}

const opening = (number: number): string => `${number} 0 obj\n`;

function objectBytes(number: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(opening(number), 'latin1'), body, Buffer.from('\nendobj\n', 'latin1')]);
}

/** The trailer's entries that every file needs (ISO 32000-1, 7.5.5). */
export const trailerEntries = (root: number, information: number, id: string): string =>
  `/Root ${refTo(root)} /Info ${refTo(information)} /ID [<${id}> <${id}>]`;
