import { dataCodewords, finalCodewords, utf8Bytes, versionFor } from './qr-codewords';
import { drawSymbol, MASK_COUNT, type Modules } from './qr-matrix';
import { penaltyOf } from './qr-penalty';

/**
 * QR code of a text (ISO/IEC 18004): byte mode, error correction level M, versions 1–15.
 * Returns rows of modules without the quiet zone; throws RangeError when the text has more than 213 bytes.
 */
export function encodeQr(text: string): Modules {
  const bytes = utf8Bytes(text);
  const version = versionFor(bytes.length);
  const codewords = finalCodewords(dataCodewords(bytes, version), version);
  const symbols = Array.from({ length: MASK_COUNT }, (_, mask) => drawSymbol(codewords, version, mask));
  const penalties = symbols.map(penaltyOf);
  return symbols[penalties.indexOf(Math.min(...penalties))] ?? [];
}
