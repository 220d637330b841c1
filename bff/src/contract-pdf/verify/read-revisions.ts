import { limits } from './limits';
import { PdfReader } from './pdf-reader';
import { countOf, nameOf, type PdfDictionary, type PdfValue } from './pdf-values';
import { Doubt } from './verification';

/** A document as it was first written, or what was appended to it once (ISO 32000-1, 7.5.6). */
export interface PdfRevision {
  /** The objects that stand in it, by number. */
  readonly objects: ReadonlyMap<number, PdfValue>;
  readonly trailer: PdfDictionary;
  /** The number after the highest of all. */
  readonly size: number;
  readonly from: number;
  /** After `%%EOF`. */
  readonly to: number;
  readonly xrefAt: number;
}

export interface ReadRevisions {
  readonly first: PdfRevision;
  readonly later: readonly PdfRevision[];
  /** What follows the last revision that could be read is none. */
  readonly isWhole: boolean;
}

const unreadable = (): Doubt => new Doubt('unreadable');

/**
 * Takes a file apart into its revisions, from its first byte to its last: objects one behind the other, the table that names
 * every one of them where it stands and no other, trailer, `%%EOF`. No gaps, so nothing stands in the file that a reader may
 * find and we did not. Tables and objects in streams are not read: no contract has them.
 * @throws Doubt when the first revision cannot be read
 */
export function readRevisions(pdf: Buffer): ReadRevisions {
  const reader = new PdfReader(pdf);
  if (!reader.startsWith('%PDF-1.')) throw new Doubt('not_pdf');
  skipHeader(reader);
  const count = { objects: 0 };
  const first = readRevision(reader, null, count);
  const later: PdfRevision[] = [];
  try {
    for (let end = skipLineEnd(reader); end < pdf.length; end = skipLineEnd(reader)) {
      if (later.length >= limits.revisions) throw unreadable();
      later.push(readRevision(reader, later.at(-1) ?? first, count));
    }
  } catch (error) {
    if (!(error instanceof Doubt)) throw error;
    return { first, later, isWhole: false };
  }
  return { first, later, isWhole: true };
}

/** The version, and the line of bytes beyond ASCII that tells programs that the file is not text. */
function skipHeader(reader: PdfReader): void {
  for (let lines = 0; reader.startsWith('%'); lines += 1) {
    const end = reader.bytes.indexOf(0x0a, reader.position);
    if (end < 0 || end - reader.position > 32 || lines > 1) throw unreadable();
    reader.position = end + 1;
  }
}

/** One line end at most belongs to the revision before. */
function skipLineEnd(reader: PdfReader): number {
  if (reader.startsWith('\r')) reader.position += 1;
  if (reader.startsWith('\n')) reader.position += 1;
  return reader.position;
}

function readRevision(reader: PdfReader, before: PdfRevision | null, count: { objects: number }): PdfRevision {
  const from = reader.position;
  const objects = new Map<number, PdfValue>();
  const offsets = new Map<number, number>();
  for (reader.skipSpace(); !reader.startsWith('xref'); reader.skipSpace()) {
    count.objects += 1;
    if (count.objects > limits.pdfObjects) throw unreadable();
    const offset = reader.position;
    const { number, value } = readObject(reader);
    if (objects.has(number)) throw unreadable();
    objects.set(number, value);
    offsets.set(number, offset);
  }
  const xrefAt = reader.position;
  checkTable(reader, offsets, before === null);
  reader.expect('trailer');
  const trailer = reader.value();
  reader.skipSpace();
  reader.expect('startxref');
  reader.skipSpace();
  const pointsTo = reader.count();
  reader.skipSpace();
  reader.expect('%%EOF');
  if (trailer.kind !== 'dictionary' || pointsTo !== xrefAt) throw unreadable();
  const size = Math.max(before?.size ?? 0, ...[...objects.keys()].map((number) => number + 1));
  checkTrailer(trailer, size, before);
  return { objects, trailer, size, from, to: reader.position, xrefAt };
}

function readObject(reader: PdfReader): { number: number; value: PdfValue } {
  const number = reader.count();
  reader.expect(' 0 obj');
  const value = reader.value();
  reader.skipSpace();
  const whole = reader.startsWith('stream') ? readStream(reader, value) : value;
  reader.skipSpace();
  reader.expect('endobj');
  return { number, value: whole };
}

function readStream(reader: PdfReader, value: PdfValue): PdfValue {
  if (value.kind !== 'dictionary') throw unreadable();
  const length = countOf(value.entries.get('Length'));
  const type = nameOf(value.entries.get('Type'));
  // `F`: the content would stand in another file.
  if (length === undefined || value.entries.has('F') || type === 'ObjStm' || type === 'XRef') throw unreadable();
  reader.expect('stream');
  if (reader.startsWith('\r')) reader.position += 1;
  reader.expect('\n');
  const data = reader.bytes.subarray(reader.position, reader.position + length);
  if (data.length < length) throw unreadable();
  reader.position += length;
  reader.skipSpace();
  reader.expect('endstream');
  return { kind: 'stream', entries: value.entries, data };
}

/** The table names each object at its place, and no place more. What is appended frees no object of before. */
function checkTable(reader: PdfReader, offsets: ReadonlyMap<number, number>, isFirst: boolean): void {
  reader.expect('xref');
  reader.skipSpace();
  const named = new Set<number>();
  for (; !reader.startsWith('trailer'); reader.skipSpace()) {
    const first = reader.count();
    reader.expect(' ');
    const count = reader.count();
    reader.skipSpace();
    if (count > limits.pdfObjects) throw unreadable();
    for (let number = first; number < first + count; number += 1) {
      const entry = /^(\d{10}) (\d{5}) ([nf])(?: \n| \r|\r\n)$/.exec(
        reader.bytes.toString('latin1', reader.position, reader.position + 20),
      );
      if (!entry || named.has(number) || named.size > limits.pdfObjects) throw unreadable();
      named.add(number);
      reader.position += 20;
      const [, offset, generation, use] = entry;
      const isRight =
        use === 'n'
          ? generation === '00000' && offsets.get(number) === Number(offset)
          : !offsets.has(number) && (isFirst || number === 0);
      if (!isRight) throw unreadable();
    }
  }
  if ([...offsets.keys()].some((number) => !named.has(number))) throw unreadable();
}

const trailerKeys = new Set(['Size', 'Root', 'Info', 'ID', 'Prev']);

function checkTrailer(trailer: PdfDictionary, size: number, before: PdfRevision | null): void {
  const isKnown = [...trailer.entries.keys()].every((key) => trailerKeys.has(key));
  const isLinked = countOf(trailer.entries.get('Prev')) === before?.xrefAt;
  const written = countOf(trailer.entries.get('Size'));
  if (!isKnown || !isLinked || written === undefined || written < size) throw unreadable();
}
