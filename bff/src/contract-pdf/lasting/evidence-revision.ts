import { streamBody } from '../object-sink';
import { appendPlaceOf, appendRevision, catalogWith } from './append-revision';

/** What shows that certificates were good, DER. */
export interface ValidationData {
  readonly certificates: readonly Uint8Array[];
  readonly ocspResponses: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
}

/**
 * Appends a document security store (ETSI EN 319 142-1, 5.4.2): with it a contract can be checked when nobody answers any
 * more. One that it has already is replaced; what it held has to be among the data given.
 * @throws Error when the file is none of ours
 */
export function withValidationData(pdf: Buffer, data: ValidationData): Buffer {
  const place = appendPlaceOf(pdf);
  const objects = new Map<number, string | Buffer>();
  let next = place.next;
  const add = (body: string | Buffer): string => {
    const number = next;
    next += 1;
    objects.set(number, body);
    return `${number} 0 R`;
  };
  const listOf = (ders: readonly Uint8Array[]) =>
    `[${ders.map((der) => add(streamBody('', Buffer.from(der)))).join(' ')}]`;
  const lists = [
    ['Certs', data.certificates],
    ['OCSPs', data.ocspResponses],
    ['CRLs', data.crls],
  ] as const;
  const entries = lists.filter(([, ders]) => ders.length > 0).map(([name, ders]) => `/${name} ${listOf(ders)}`);
  const store = add(`<< /Type /DSS ${entries.join(' ')} >>`);
  objects.set(place.root, catalogWith(place, 'DSS', store));
  return appendRevision(place, objects).pdf;
}
