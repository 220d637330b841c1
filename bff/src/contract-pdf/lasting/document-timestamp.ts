import { createHash } from 'node:crypto';
import { ContractPdfError } from '../contract-pdf-error';
import { type AppendPlace, appendPlaceOf, appendRevision } from './append-revision';
import { writtenValue } from './written-value';

/** Room for a token with its chain. */
const reservedBytes = 12_288;
const rangePlaceHolder = '[0 ########## ########## ##########]';
const contentsPlaceHolder = `<${'0'.repeat(reservedBytes * 2)}>`;
const beginning = '<< /Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161 /ByteRange ';
const between = ' /Contents ';

/**
 * Appends a time stamp over the whole document (ETSI EN 319 142-1, 5.4.3), in a field that no page shows: for a contract that got none
 * while it was signed.
 * @param stamp makes the token (RFC 3161) for a SHA-256 digest
 * @throws ContractPdfError `signature_too_large`; what `stamp` throws; Error when the file is none of ours
 */
export async function withDocumentTimestamp(pdf: Buffer, stamp: (digest: Buffer) => Promise<Buffer>): Promise<Buffer> {
  const place = appendPlaceOf(pdf);
  const [value, field] = [place.next, place.next + 1];
  const objects = new Map<number, string>([
    [value, `${beginning}${rangePlaceHolder}${between}${contentsPlaceHolder} >>`],
    // Print and Locked, of no extent (ISO 32000-1, 12.5.5): seen nowhere, and so on no page.
    [
      field,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (DocumentTimestamp) /F 132 /Rect [0 0 0 0] /V ${value} 0 R >>`,
    ],
    [place.root, catalogWithField(place, field)],
  ]);
  const { pdf: made, offsetOf } = appendRevision(
    place,
    objects,
    place.identifier ? writtenValue(place.identifier) : '',
  );
  const rangeAt = offsetOf(value) + beginning.length;
  const contentsAt = rangeAt + rangePlaceHolder.length + between.length;
  const after = contentsAt + contentsPlaceHolder.length;
  made.write(`[0 ${contentsAt} ${after} ${made.length - after}]`.padEnd(rangePlaceHolder.length), rangeAt, 'latin1');
  const digest = createHash('sha256').update(made.subarray(0, contentsAt)).update(made.subarray(after)).digest();
  const token = await stamp(digest);
  if (token.length > reservedBytes) {
    throw new ContractPdfError('signature_too_large', `A time stamp needs ${token.length} of ${reservedBytes} bytes`);
  }
  made.write(token.toString('hex'), contentsAt + 1, 'latin1');
  return made;
}

function catalogWithField({ catalog }: AppendPlace, field: number): string {
  const form = catalog.entries.get('AcroForm');
  const fields = form?.kind === 'dictionary' ? form.entries.get('Fields') : undefined;
  if (form?.kind !== 'dictionary' || fields?.kind !== 'array') throw new Error('The contract has no form');
  const formEntries = [...form.entries].map(([key, value]) => {
    const items = key === 'Fields' ? `[${fields.items.map(writtenValue).join(' ')} ${field} 0 R]` : writtenValue(value);
    return `/${key} ${items}`;
  });
  const entries = [...catalog.entries].map(([key, value]) => {
    return key === 'AcroForm' ? `/AcroForm << ${formEntries.join(' ')} >>` : `/${key} ${writtenValue(value)}`;
  });
  return `<< ${entries.join(' ')} >>`;
}
