/** A value as it stands in a PDF (ISO 32000-1, 7.3). Numbers keep their digits: nobody here counts with fractions. */
export type PdfValue =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string }
  | {
      readonly kind: 'string';
      readonly bytes: Buffer;
      readonly from: number;
      readonly to: number;
      readonly isHex: boolean;
    }
  | { readonly kind: 'ref'; readonly number: number }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | PdfDictionary
  | PdfStream;

export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

export interface PdfStream {
  readonly kind: 'stream';
  readonly entries: ReadonlyMap<string, PdfValue>;
  readonly data: Buffer;
}

/** Looks an object up by its number. */
export type PdfObjects = ReadonlyMap<number, PdfValue>;

/** What a reference points to; other values as they are, and what points to another reference is nothing. */
export function resolved(value: PdfValue | undefined, objects: PdfObjects): PdfValue | undefined {
  return value?.kind === 'ref' ? objects.get(value.number) : value;
}

export function dictionaryOf(value: PdfValue | undefined, objects: PdfObjects): PdfDictionary | undefined {
  const found = resolved(value, objects);
  return found?.kind === 'dictionary' ? found : undefined;
}

export const nameOf = (value: PdfValue | undefined): string | undefined =>
  value?.kind === 'name' ? value.text : undefined;

/** A whole number from zero on. */
export function countOf(value: PdfValue | undefined): number | undefined {
  return value?.kind === 'word' && /^\d{1,10}$/.test(value.text) ? Number(value.text) : undefined;
}

/** Text strings (7.9.2.2): UTF-16 with its mark, else taken for Latin. */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (value?.kind !== 'string') return undefined;
  const { bytes } = value;
  const isUtf16 = bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0;
  return isUtf16 ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : bytes.toString('latin1');
}

/** The same for values that mean the same, however they were written. */
export function canonical(value: PdfValue): string {
  switch (value.kind) {
    case 'word':
      return value.text;
    case 'name':
      return `/${JSON.stringify(value.text)}`;
    case 'string':
      return `<${value.bytes.toString('hex')}>`;
    case 'ref':
      return `${value.number} R`;
    case 'array':
      return `[${value.items.map(canonical).join(' ')}]`;
    case 'dictionary':
      return canonicalEntries(value.entries);
    case 'stream':
      return `${canonicalEntries(value.entries)}stream<${value.data.toString('hex')}>`;
  }
}

function canonicalEntries(entries: ReadonlyMap<string, PdfValue>): string {
  const keys = [...entries.keys()].sort();
  const parts = keys.map((key) => {
    const value = entries.get(key);
    return `${JSON.stringify(key)}:${value ? canonical(value) : ''}`;
  });
  return `<<${parts.join(' ')}>>`;
}
