import { withoutPadding } from './contract-signature';
import { limits } from './limits';

/** How far /Contents may stand behind /ByteRange. */
const REACH = 4096;

/**
 * The first thing that looks like a signature in a file that cannot be read as a contract, and the digest's bytes if its range
 * is sane. It tells whether somebody spoiled a contract of ours from a file that never was one; nothing is believed by it.
 */
export function claimedSignature(pdf: Buffer): { cms: Buffer; signed: readonly [Buffer, Buffer] | null } | undefined {
  const rangeAt = pdf.indexOf('/ByteRange', 0, 'latin1');
  if (rangeAt < 0) return undefined;
  const near = pdf.toString('latin1', rangeAt, rangeAt + REACH);
  const contents = /\/Contents\s*</.exec(near);
  if (!contents) return undefined;
  const from = rangeAt + contents.index + contents[0].length;
  const end = pdf.indexOf(0x3e, from);
  const to = end < 0 ? pdf.length : end;
  if (to - from > limits.hexBytes * 2) return undefined;
  const hex = pdf.toString('latin1', from, to);
  if (!/^[0-9a-fA-F]+$/.test(hex)) return undefined;
  try {
    // Cut off within the padding it is still the whole signature.
    const cms = withoutPadding(Buffer.from(hex, 'hex'));
    return { cms, signed: rangeOf(near, pdf) };
  } catch {
    return undefined;
  }
}

function rangeOf(near: string, pdf: Buffer): readonly [Buffer, Buffer] | null {
  const match = /^\/ByteRange\s*\[\s*0\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(near);
  if (!match) return null;
  const [length = 0, resume = 0, rest = 0] = match.slice(1).map(Number);
  if (length > resume || resume + rest > pdf.length) return null;
  return [pdf.subarray(0, length), pdf.subarray(resume, resume + rest)];
}
