/** The signature of a file: what it covers and its raw bytes. */
export interface LocatedSignature {
  coversWholeDocument: boolean;
  signed: [Buffer, Buffer];
  /** DER of the CMS structure, without the padding. */
  cms: Buffer;
}

const rangePattern = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g;

/**
 * Finds the first signature's byte range and takes it apart. The gap it leaves must be one hex string, the value of
 * /Contents, and nothing else: content hidden there would be shown but not signed.
 */
export function locateSignature(pdf: Buffer): LocatedSignature | { problem: string } {
  if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) return { problem: '这不是 PDF 文件。' };
  const match = pdf.toString('latin1').matchAll(rangePattern).next().value;
  if (!match) return { problem: '文件中没有数字签名。' };
  const [start = 1, length = 0, resume = 0, rest = 0] = match.slice(1).map(Number);
  const end = resume + rest;
  const isSane = start === 0 && length > 0 && length < resume && end <= pdf.length;
  // The range itself has to be among the bytes it names, or somebody could exchange it.
  if (!isSane || match.index + match[0].length > end || isWithin(match.index, length, resume)) {
    return { problem: '签名的覆盖范围不正确。' };
  }
  const before = pdf.toString('latin1', Math.max(0, length - 32), length);
  const gap = pdf.toString('latin1', length, resume);
  if (!/\/Contents\s*$/.test(before) || !/^<(?:[0-9a-fA-F]{2})+>$/.test(gap)) {
    return { problem: '签名的覆盖范围不正确。' };
  }
  const contents = Buffer.from(gap.slice(1, -1), 'hex');
  const cmsLength = derLength(contents);
  const isPadded = cmsLength !== undefined && contents.subarray(cmsLength).every((byte) => byte === 0);
  if (!isPadded) return { problem: '文件中的数字签名无法读取。' };
  return {
    coversWholeDocument: end === pdf.length,
    signed: [pdf.subarray(0, length), pdf.subarray(resume, end)],
    cms: contents.subarray(0, cmsLength),
  };
}

function isWithin(position: number, from: number, to: number): boolean {
  return position >= from && position < to;
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
