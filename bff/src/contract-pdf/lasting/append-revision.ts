import { refTo } from '../object-sink';
import { readRevisions } from '../verify';
import type { PdfDictionary, PdfValue } from '../verify/pdf-values';
import { writtenValue } from './written-value';

/** What a revision builds on. */
export interface AppendPlace {
  readonly pdf: Buffer;
  readonly root: number;
  readonly information: number;
  /** /ID as it stands in the trailer. */
  readonly identifier: PdfValue | undefined;
  /** The first number that is free. */
  readonly next: number;
  readonly xrefAt: number;
  readonly catalog: PdfDictionary;
}

/** @throws Error when the file is none of ours */
export function appendPlaceOf(pdf: Buffer): AppendPlace {
  const { first, later, isWhole } = readRevisions(pdf);
  const revisions = [first, ...later];
  const numberOf = (key: string): number => {
    const value = first.trailer.entries.get(key);
    if (value?.kind !== 'ref') throw new Error(`The contract's trailer lacks ${key}`);
    return value.number;
  };
  const root = numberOf('Root');
  const catalog = revisions.flatMap(({ objects }) => objects.get(root) ?? []).at(-1);
  const last = revisions.at(-1);
  if (!isWhole || !last || catalog?.kind !== 'dictionary') throw new Error('The contract cannot be continued');
  return {
    pdf,
    root,
    information: numberOf('Info'),
    identifier: first.trailer.entries.get('ID'),
    next: Math.max(...revisions.map(({ size }) => size)),
    xrefAt: last.xrefAt,
    catalog,
  };
}

/** The catalog with one entry set, written out. */
export function catalogWith({ catalog }: AppendPlace, key: string, written: string): string {
  const kept = [...catalog.entries].filter(([each]) => each !== key);
  return `<< ${kept.map(([each, value]) => `/${each} ${writtenValue(value)}`).join(' ')} /${key} ${written} >>`;
}

export interface AppendedRevision {
  readonly pdf: Buffer;
  /** Where an object's body begins. */
  offsetOf(number: number): number;
}

const opening = (number: number): string => `${number} 0 obj\n`;

/**
 * Appends an incremental update (ISO 32000-1, 7.5.6): what was there keeps every byte.
 * @param objects their bodies by number
 */
export function appendRevision(place: AppendPlace, objects: ReadonlyMap<number, string | Buffer>): AppendedRevision {
  const parts: Buffer[] = [place.pdf, Buffer.from('\n')];
  let length = place.pdf.length + 1;
  const add = (bytes: Buffer) => {
    parts.push(bytes);
    length += bytes.length;
  };
  const offsets = new Map<number, number>();
  for (const [number, body] of objects) {
    offsets.set(number, length);
    add(Buffer.from(opening(number), 'latin1'));
    add(Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1'));
    add(Buffer.from('\nendobj\n', 'latin1'));
  }
  const lines = Array.from(
    offsets,
    ([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`,
  );
  const size = Math.max(place.next, ...Array.from(objects.keys(), (number) => number + 1));
  const trailer = [
    `/Size ${size} /Root ${refTo(place.root)} /Info ${refTo(place.information)} /Prev ${place.xrefAt}`,
    ...(place.identifier ? [`/ID ${writtenValue(place.identifier)}`] : []),
  ].join(' ');
  const end = `xref\n${lines.join('')}trailer\n<< ${trailer} >>\nstartxref\n${length}\n%%EOF`;
  add(Buffer.from(end, 'latin1'));
  return {
    pdf: Buffer.concat(parts),
    offsetOf: (number) => (offsets.get(number) ?? 0) + opening(number).length,
  };
}
