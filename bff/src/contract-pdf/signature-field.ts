import { createHash } from 'node:crypto';
import { PDFHexString } from 'pdf-lib';
import { pdfDate } from './china-time';
import type { CmsSigner } from './cms-signature';
import { ContractPdfError } from './contract-pdf-error';

/** Room for the CMS structure in bytes; a chain with two RSA-4096 authorities takes about 4 900. */
export const reservedBytes = 8192;

const rangePlaceHolder = '[0 ########## ########## ##########]';
const contentsPlaceHolder = `<${'0'.repeat(reservedBytes * 2)}>`;

/**
 * The signature dictionary with room for what is known only when the file is complete (ISO 32000-1, 12.8.1). It goes
 * into the file as raw bytes. DocMDP P=1: no change whatever is allowed afterwards (12.8.2.2).
 */
export function signatureDictionary(signing: { signerName: string; reason: string; signedAt: Date }): Buffer {
  return Buffer.from(
    [
      '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
      `/Name ${PDFHexString.fromText(signing.signerName)}`,
      `/Reason ${PDFHexString.fromText(signing.reason)}`,
      `/M (${pdfDate(signing.signedAt)})`,
      '/Reference [<< /Type /SigRef /TransformMethod /DocMDP',
      '/TransformParams << /Type /TransformParams /P 1 /V /1.2 >> >>]',
      `/ByteRange ${rangePlaceHolder}`,
      `/Contents ${contentsPlaceHolder} >>`,
    ].join('\n'),
    'latin1',
  );
}

/**
 * Signs the finished file in place: byte range, then the digest over everything but the signature's hex string, then
 * the CMS structure.
 * @throws ContractPdfError `signature_too_large`
 */
export async function signInPlace(pdf: Buffer, signer: CmsSigner): Promise<void> {
  if (signer.length > reservedBytes) {
    throw new ContractPdfError('signature_too_large', `The signature needs ${signer.length} of ${reservedBytes} bytes`);
  }
  const rangeAt = pdf.lastIndexOf(rangePlaceHolder, undefined, 'latin1');
  const contentsAt = pdf.indexOf(contentsPlaceHolder, rangeAt, 'latin1');
  if (rangeAt < 0 || contentsAt < 0) throw new Error('The file has no place for a signature');
  const after = contentsAt + contentsPlaceHolder.length;
  const range = `[0 ${contentsAt} ${after} ${pdf.length - after}]`.padEnd(rangePlaceHolder.length);
  pdf.write(range, rangeAt, 'latin1');
  const hash = createHash('sha256').update(pdf.subarray(0, contentsAt)).update(pdf.subarray(after));
  const cms = await signer.sign(hash.digest());
  pdf.write(cms.toString('hex'), contentsAt + 1, 'latin1');
}
