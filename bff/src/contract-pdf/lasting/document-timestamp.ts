import { createHash } from 'node:crypto';
import { tokenBytes } from '../signature-field';
import { fillSignedPlace, signedPlace } from '../signed-place';
import { type AppendPlace, appendPlaceOf, appendRevision, catalogWith } from './append-revision';
import { writtenValue } from './written-value';

/**
 * Appends a time stamp over the whole document (ETSI EN 319 142-1, 5.4.3), in a field that no page shows: for a contract that got none
 * while it was signed.
 * @param stamp makes the token (RFC 3161) for a SHA-256 digest
 * @throws ContractPdfError `signature_too_large`; what `stamp` throws; Error when the file is none of ours
 */
export async function withDocumentTimestamp(pdf: Buffer, stamp: (digest: Buffer) => Promise<Buffer>): Promise<Buffer> {
  const before = appendPlaceOf(pdf);
  const [value, field] = [before.next, before.next + 1];
  const place = signedPlace('/Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161', tokenBytes);
  const objects = new Map<number, string | Buffer>([
    [value, place.body],
    // Print and Locked, of no extent (ISO 32000-1, 12.5.5): seen nowhere, and so on no page.
    [
      field,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (DocumentTimestamp) /F 132 /Rect [0 0 0 0] /V ${value} 0 R >>`,
    ],
    [before.root, catalogWith(before, 'AcroForm', formWithField(before, field))],
  ]);
  const made = appendRevision(before, objects);
  const begun = { hash: createHash('sha256'), length: 0 };
  await fillSignedPlace({ pdf: made.pdf, at: made.offsetOf(value), place, begun }, stamp);
  return made.pdf;
}

function formWithField({ catalog }: AppendPlace, field: number): string {
  const form = catalog.entries.get('AcroForm');
  const fields = form?.kind === 'dictionary' ? form.entries.get('Fields') : undefined;
  if (form?.kind !== 'dictionary' || fields?.kind !== 'array') throw new Error('The contract has no form');
  const entries = [...form.entries].map(([key, value]) => {
    const written =
      key === 'Fields' ? `[${fields.items.map(writtenValue).join(' ')} ${field} 0 R]` : writtenValue(value);
    return `/${key} ${written}`;
  });
  return `<< ${entries.join(' ')} >>`;
}
