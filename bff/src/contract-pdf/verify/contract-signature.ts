import { limits } from './limits';
import { countOf, dictionaryOf, nameOf, type PdfDictionary, type PdfValue, resolved, textOf } from './pdf-values';
import type { PdfRevision } from './read-revisions';
import { Doubt } from './verification';

export interface ContractSignature {
  readonly dictionary: PdfDictionary;
  readonly catalog: PdfDictionary;
  readonly catalogNumber: number;
  /** Of the signature's field. */
  readonly fieldName: string;
  /** Title of the document information. */
  readonly title: string;
  /** When the signer says to have signed. */
  readonly signedAt: Date | null;
  readonly covered: CoveredBytes;
}

/** What a signature covers, and its bytes without the padding. */
export interface CoveredBytes {
  readonly signed: readonly [Buffer, Buffer];
  readonly cms: Buffer;
  /** After the last byte that is covered. */
  readonly end: number;
}

/**
 * The signature of a contract as we write it: that of the one signature field of the document's form, certifying the document
 * (DocMDP 1 or 2), over the whole first revision but itself. A signature that stands elsewhere in the file is none.
 * @throws Doubt no_signature, not_a_contract, byte_range, signature_unreadable
 */
export function readContractSignature(pdf: Buffer, revision: PdfRevision): ContractSignature {
  const { objects, trailer } = revision;
  const root = trailer.entries.get('Root');
  const catalog = dictionaryOf(root, objects);
  if (root?.kind !== 'ref' || !catalog || nameOf(catalog.entries.get('Type')) !== 'Catalog')
    throw new Doubt('unreadable');
  const form = dictionaryOf(catalog.entries.get('AcroForm'), objects);
  const fields = resolved(form?.entries.get('Fields'), objects);
  if (fields?.kind !== 'array' || fields.items.length === 0) throw new Doubt('no_signature');
  const field = dictionaryOf(fields.items[0], objects);
  const pointer = field?.entries.get('V');
  const dictionary = dictionaryOf(pointer, objects);
  if (!field || !dictionary || pointer?.kind !== 'ref') throw new Doubt('no_signature');
  const isOurs =
    fields.items.length === 1 &&
    nameOf(field.entries.get('FT')) === 'Sig' &&
    nameOf(dictionary.entries.get('Type')) === 'Sig' &&
    nameOf(dictionary.entries.get('Filter')) === 'Adobe.PPKLite' &&
    nameOf(dictionary.entries.get('SubFilter')) === 'ETSI.CAdES.detached' &&
    isCertifying(dictionary, objects) &&
    isPermission(catalog, pointer, objects);
  if (!isOurs) throw new Doubt('not_a_contract');
  const info = dictionaryOf(trailer.entries.get('Info'), objects);
  return {
    dictionary,
    catalog,
    catalogNumber: root.number,
    fieldName: textOf(field.entries.get('T')) ?? '',
    title: textOf(resolved(info?.entries.get('Title'), objects)) ?? '',
    signedAt: dateOf(textOf(dictionary.entries.get('M'))),
    covered: coveredBy(pdf, dictionary, revision),
  };
}

/** P=1 (no change) as contracts were written first, P=2 (more signatures) since they may be time stamped later. */
function isCertifying(dictionary: PdfDictionary, objects: PdfRevision['objects']): boolean {
  const references = resolved(dictionary.entries.get('Reference'), objects);
  if (references?.kind !== 'array' || references.items.length !== 1) return false;
  const reference = dictionaryOf(references.items[0], objects);
  const parameters = dictionaryOf(reference?.entries.get('TransformParams'), objects);
  const permission = countOf(parameters?.entries.get('P'));
  return nameOf(reference?.entries.get('TransformMethod')) === 'DocMDP' && (permission === 1 || permission === 2);
}

function isPermission(catalog: PdfDictionary, pointer: PdfValue, objects: PdfRevision['objects']): boolean {
  const permissions = dictionaryOf(catalog.entries.get('Perms'), objects)?.entries;
  const certified = permissions?.get('DocMDP');
  return (
    permissions?.size === 1 &&
    certified?.kind === 'ref' &&
    pointer.kind === 'ref' &&
    certified.number === pointer.number
  );
}

/**
 * The bytes that a signature dictionary covers: all of the file up to the end of its revision, but its own /Contents.
 * @throws Doubt byte_range, signature_unreadable
 */
export function coveredBy(pdf: Buffer, dictionary: PdfDictionary, revision: PdfRevision): CoveredBytes {
  const range = dictionary.entries.get('ByteRange');
  const contents = dictionary.entries.get('Contents');
  const numbers = range?.kind === 'array' && range.items.length === 4 ? range.items.map(countOf) : [];
  const [start, length = 0, resume = 0, rest = 0] = numbers;
  if (contents?.kind !== 'string' || !contents.isHex) throw new Doubt('byte_range');
  const end = resume + rest;
  // A line end at most stands between what marks the end and the end.
  const isWhole =
    end >= revision.to &&
    end <= pdf.length &&
    /^\r?\n?$/.test(pdf.toString('latin1', revision.to, Math.min(end, revision.to + 3)));
  if (start !== 0 || length !== contents.from || resume !== contents.to || !isWhole) throw new Doubt('byte_range');
  return { signed: [pdf.subarray(0, length), pdf.subarray(resume, end)], cms: withoutPadding(contents.bytes), end };
}

/** @throws Doubt signature_unreadable when it is not one DER value with zeros behind */
export function withoutPadding(contents: Buffer): Buffer {
  const length = derLength(contents);
  const isPadded = length !== undefined && contents.subarray(length).every((byte) => byte === 0);
  if (!isPadded || contents.length > limits.hexBytes) throw new Doubt('signature_unreadable');
  return contents.subarray(0, length);
}

/** Length of the DER value the bytes begin with, header included (ITU-T X.690, 8.1.3). */
function derLength(bytes: Buffer): number | undefined {
  const first = bytes[1];
  if (bytes[0] !== 0x30 || first === undefined) return undefined;
  if (first < 0x80) return 2 + first;
  const lengthBytes = first & 0x7f;
  if (lengthBytes < 1 || lengthBytes > 4 || bytes.length < 2 + lengthBytes) return undefined;
  const total = 2 + lengthBytes + bytes.readUIntBE(2, lengthBytes);
  return total <= bytes.length ? total : undefined;
}

/** A date of PDF (7.9.4) with all its parts. */
function dateOf(text: string | undefined): Date | null {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'(\d\d)'?)$/.exec(text ?? '');
  if (!match) return null;
  const [, year, month, day, hour, minute, second, zone, zoneMinutes] = match;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone ? `${zone}:${zoneMinutes}` : 'Z'}`);
  return Number.isNaN(date.getTime()) ? null : date;
}
