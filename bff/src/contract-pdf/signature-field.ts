import type { Hash } from 'node:crypto';
import { PDFHexString } from 'pdf-lib';
import { pdfDate } from './china-time';
import type { CmsSigner } from './cms-signature';
import { ContractPdfError } from './contract-pdf-error';

/** Room for the CMS structure in bytes: a chain with two RSA-4096 authorities takes about 4 900. */
export const signatureBytes = 8192;
/** And for a time stamp token with its own chain. */
export const tokenBytes = 12_288;

const rangePlaceHolder = '[0 ########## ########## ##########]';

export interface SignatureDictionary {
  readonly body: Buffer;
  /** Where in it the place holders stand: known, not searched for among bytes that somebody may have a say in. */
  readonly rangeAt: number;
  readonly contentsAt: number;
  /** For how many bytes there is room. */
  readonly room: number;
}

/**
 * The signature dictionary with room for what is known only when the file is complete (ISO 32000-1, 12.8.1). DocMDP P=2: what
 * a reader adds to keep the signature verifiable is allowed afterwards (12.8.2.2); with P=1 Acrobat and Foxit take it for a forgery.
 */
export function signatureDictionary(signing: {
  signerName: string;
  reason: string;
  signedAt: Date;
  room: number;
}): SignatureDictionary {
  const before = [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    `/Name ${PDFHexString.fromText(signing.signerName)}`,
    `/Reason ${PDFHexString.fromText(signing.reason)}`,
    `/M (${pdfDate(signing.signedAt)})`,
    '/Reference [<< /Type /SigRef /TransformMethod /DocMDP',
    '/TransformParams << /Type /TransformParams /P 2 /V /1.2 >> >>]',
    '/ByteRange ',
  ].join('\n');
  const between = '\n/Contents ';
  const rangeAt = before.length;
  const contentsAt = rangeAt + rangePlaceHolder.length + between.length;
  const { room } = signing;
  const body = Buffer.from(`${before}${rangePlaceHolder}${between}<${'0'.repeat(room * 2)}> >>`, 'latin1');
  return { body, rangeAt, contentsAt, room };
}

/** Makes a time stamp token (RFC 3161) for a SHA-256 digest; null: nobody stamps now. */
export type Stamp = (imprint: Buffer) => Promise<Buffer | null>;

export interface FileToSign {
  /** Changed in place. */
  readonly pdf: Buffer;
  /** Where in the file the dictionary begins. */
  readonly at: number;
  readonly dictionary: SignatureDictionary;
  /** SHA-256 begun with the first bytes of the file, and how many those are; none of them lie behind `at`. */
  readonly begun: { readonly hash: Hash; readonly length: number };
}

/**
 * Signs the finished file in place: byte range, then the digest over everything but the signature's hex string, then
 * the CMS structure.
 * @throws ContractPdfError `signature_too_large`
 */
export async function signInPlace(
  { pdf, at, dictionary, begun }: FileToSign,
  signer: CmsSigner,
  stamp?: Stamp,
): Promise<void> {
  const contentsAt = at + dictionary.contentsAt;
  const after = contentsAt + dictionary.room * 2 + 2;
  const range = `[0 ${contentsAt} ${after} ${pdf.length - after}]`.padEnd(rangePlaceHolder.length);
  pdf.write(range, at + dictionary.rangeAt, 'latin1');
  const hash = begun.hash.copy().update(pdf.subarray(begun.length, contentsAt)).update(pdf.subarray(after));
  const cms = await signer.sign(hash.digest(), stamp);
  if (cms.length > dictionary.room) {
    throw new ContractPdfError('signature_too_large', `The signature needs ${cms.length} of ${dictionary.room} bytes`);
  }
  pdf.write(cms.toString('hex'), contentsAt + 1, 'latin1');
}
