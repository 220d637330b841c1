import { deflateSync } from 'node:zlib';
import { writtenValue } from '../lasting/written-value';
import { readRevisions } from '../verify';
import type { PdfValue } from '../verify/pdf-values';
import { sha256 } from './made-cms';

/** Objects as they are written between `obj` and `endobj`, by number. */
export type NewObjects = Readonly<Record<number, string | Buffer>>;

export interface UpdateWishes {
  readonly objects: NewObjects;
  /** Changes what stands in the trailer. */
  readonly trailer?: Readonly<Record<string, string>>;
  /** More lines of the table: `number offset generation n|f`. */
  readonly entries?: readonly (readonly [number, string])[];
  /** Stands before the table. */
  readonly before?: string;
}

interface Place {
  readonly root: number;
  readonly info: number;
  /** The first number that is free. */
  readonly next: number;
  readonly xrefAt: number;
  /** The catalog without its brackets, and those without form. */
  readonly catalog: string;
  readonly catalogWithout: (...keys: readonly string[]) => string;
}

/** What an update of a contract builds on. */
export function placeOf(pdf: Buffer): Place {
  const { first, later } = readRevisions(pdf);
  const last = later.at(-1) ?? first;
  const numberOf = (key: string) => {
    const value = first.trailer.entries.get(key);
    return value?.kind === 'ref' ? value.number : 0;
  };
  const root = numberOf('Root');
  const catalogs = [first, ...later].flatMap(({ objects }) => objects.get(root) ?? []);
  const catalog = catalogs.at(-1);
  const entries = catalog?.kind === 'dictionary' ? [...catalog.entries] : [];
  const catalogWithout = (...keys: readonly string[]) =>
    entries
      .filter(([key]) => !keys.includes(key))
      .map(([key, value]) => `/${key} ${writtenValue(value)}`)
      .join(' ');
  const next = Math.max(
    ...[first, ...later].map(({ size, trailer }) => Math.max(size, sizeOf(trailer.entries.get('Size')))),
  );
  return { root, info: numberOf('Info'), next, xrefAt: last.xrefAt, catalog: catalogWithout(), catalogWithout };
}

const sizeOf = (value: PdfValue | undefined): number => (value?.kind === 'word' ? Number(value.text) : 0);

/** Appends a revision (ISO 32000-1, 7.5.6). */
export function updated(pdf: Buffer, wishes: UpdateWishes): Buffer {
  const { root, info, next, xrefAt: previous } = placeOf(pdf);
  const parts: Buffer[] = [pdf, Buffer.from('\n')];
  const lengthNow = () => parts.reduce((sum, part) => sum + part.length, 0);
  const entries = new Map<number, string>();
  for (const [key, content] of Object.entries(wishes.objects)) {
    const number = Number(key);
    entries.set(number, `${String(lengthNow()).padStart(10, '0')} 00000 n \n`);
    parts.push(Buffer.from(`${number} 0 obj\n`), Buffer.from(content), Buffer.from('\nendobj\n'));
  }
  parts.push(Buffer.from(wishes.before ?? ''));
  const xrefAt = lengthNow();
  const lines = [...entries, ...(wishes.entries ?? [])].map(([number, entry]) => `${number} 1\n${entry}`);
  const size = Math.max(next, ...[...entries.keys()].map((number) => number + 1));
  const trailer = { Size: size, Root: `${root} 0 R`, Info: `${info} 0 R`, Prev: previous, ...wishes.trailer };
  const written = Object.entries(trailer).map(([key, value]) => `/${key} ${value}`);
  parts.push(
    Buffer.from(`xref\n${lines.join('')}trailer\n<< ${written.join(' ')} >>\nstartxref\n${xrefAt}\n%%EOF\n`, 'latin1'),
  );
  return Buffer.concat(parts);
}

/** A stream, deflated. */
export function stream(content: Uint8Array, more = ''): Buffer {
  const data = deflateSync(content);
  return Buffer.concat([
    Buffer.from(`<< /Length ${data.length} /Filter /FlateDecode ${more}>>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
}

export interface EvidenceToWrite {
  readonly certificates?: readonly Uint8Array[];
  readonly answers?: readonly Uint8Array[];
  readonly lists?: readonly Uint8Array[];
}

/** The objects of a document security store, as an update: streams, the store, the catalog that names it. */
export function evidenceObjects(pdf: Buffer, evidence: EvidenceToWrite): Record<number, string | Buffer> {
  const { root, next, catalogWithout } = placeOf(pdf);
  const objects: Record<number, string | Buffer> = {};
  let number = next;
  const add = (content: string | Buffer): string => {
    objects[number] = content;
    number += 1;
    return `${number - 1} 0 R`;
  };
  const listOf = (items: readonly Uint8Array[] = []) => `[${items.map((item) => add(stream(item))).join(' ')}]`;
  const certificates = listOf(evidence.certificates);
  const answers = listOf(evidence.answers);
  const lists = listOf(evidence.lists);
  const related = `<< /${'A1'.repeat(20)} << /Type /VRI /Cert ${certificates} /OCSP ${answers} /CRL ${lists} >> >>`;
  const store = add(`<< /Type /DSS /Certs ${certificates} /OCSPs ${answers} /CRLs ${lists} /VRI ${related} >>`);
  objects[root] = `<< ${catalogWithout('DSS')} /DSS ${store} >>`;
  return objects;
}

export const withEvidence = (pdf: Buffer, evidence: EvidenceToWrite): Buffer =>
  updated(pdf, { objects: evidenceObjects(pdf, evidence) });

/** A revision with a time stamp over the document. @param stamp makes the token of the digest */
export function withDocumentTimestamp(
  pdf: Buffer,
  stamp: (digest: Buffer) => Buffer,
  changes: { name?: string; field?: string; value?: string; more?: Record<number, string | Buffer> } = {},
): Buffer {
  const { root, next, catalogWithout } = placeOf(pdf);
  const form = /\/AcroForm << (.*?)\/Fields \[(.*?)\](.*?)>>/.exec(`/AcroForm ${formOf(pdf)}`);
  const [, before = '', fields = '', after = ''] = form ?? [];
  const [hole, room] = ['[0 ########## ########## ##########]', 8192];
  const objects = {
    [next]: `<< /Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161 /ByteRange ${hole} /Contents <${'00'.repeat(room)}> ${changes.value ?? ''}>>`,
    [next + 1]:
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${changes.name ?? `DocumentTimestamp${next}`}) /F 132 /V ${next} 0 R ${changes.field ?? '/Rect [0 0 0 0]'} >>`,
    [root]: `<< ${catalogWithout('AcroForm')} /AcroForm << ${before}/Fields [${fields} ${next + 1} 0 R]${after}>> >>`,
    ...changes.more,
  };
  const made = updated(pdf, { objects });
  const rangeAt = made.lastIndexOf(hole, undefined, 'latin1');
  const from = made.indexOf('/Contents <', rangeAt, 'latin1') + '/Contents '.length;
  const to = from + room * 2 + 2;
  made.write(`[0 ${from} ${to} ${made.length - to}]`.padEnd(hole.length), rangeAt, 'latin1');
  made.write(stamp(sha256(made.subarray(0, from), made.subarray(to))).toString('hex'), from + 1, 'latin1');
  return made;
}

function formOf(pdf: Buffer): string {
  const { catalog } = placeOf(pdf);
  return /\/AcroForm (<< .*? >>)/.exec(catalog)?.[1] ?? '';
}
