import { pdfDate } from './china-time';
import { pdfText } from './object-sink';
import { type SignedPlace, signedPlace } from './signed-place';

/** Room for the CMS structure in bytes: a chain with two RSA-4096 authorities takes about 4 900. */
export const signatureBytes = 8192;
/** And for a time stamp token with its own chain. */
export const tokenBytes = 12_288;

/** Makes a time stamp token (RFC 3161) for a SHA-256 digest; null: nobody stamps now. */
export type Stamp = (imprint: Buffer) => Promise<Buffer | null>;

/**
 * The contract's signature dictionary. DocMDP P=2: what a reader adds to keep the signature verifiable is allowed afterwards
 * (ISO 32000-1, 12.8.2.2); with P=1 Acrobat and Foxit take it for a forgery.
 */
export const signatureDictionary = (signing: {
  signerName: string;
  reason: string;
  signedAt: Date;
  room: number;
}): SignedPlace =>
  signedPlace(
    [
      '/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
      `/Name ${pdfText(signing.signerName)}`,
      `/Reason ${pdfText(signing.reason)}`,
      `/M (${pdfDate(signing.signedAt)})`,
      '/Reference [<< /Type /SigRef /TransformMethod /DocMDP',
      '/TransformParams << /Type /TransformParams /P 2 /V /1.2 >> >>]',
    ].join('\n'),
    signing.room,
  );
