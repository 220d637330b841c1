/** Where a JPEG says how it is to be turned (EXIF 2.32, tag 0x0112), and what it says; null when it does not. */
function orientationAt(
  jpeg: Buffer,
): { readonly value: number; readonly at: number; readonly isLittle: boolean } | null {
  const start = jpeg.subarray(0, 64 * 1024).indexOf('Exif\0\0', 0, 'latin1');
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8 || start < 0) return null;
  const tiff = start + 6;
  const isLittle = jpeg.toString('latin1', tiff, tiff + 2) === 'II';
  const read16 = (at: number) => (isLittle ? jpeg.readUInt16LE(at) : jpeg.readUInt16BE(at));
  const directory = tiff + (isLittle ? jpeg.readUInt32LE(tiff + 4) : jpeg.readUInt32BE(tiff + 4));
  for (let entry = 0; entry < read16(directory); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (read16(at) === 0x0112) return { value: read16(at + 8), at: at + 8, isLittle };
  }
  return null;
}

/** 1–8 as EXIF counts; 1 is upright. */
export const exifOrientation = (jpeg: Buffer): number => orientationAt(jpeg)?.value ?? 1;

/** The same picture as a phone reads it that does not look at the orientation. */
export function withoutOrientation(jpeg: Buffer): Buffer {
  const found = orientationAt(jpeg);
  if (!found) return jpeg;
  const copy = Buffer.from(jpeg);
  if (found.isLittle) copy.writeUInt16LE(1, found.at);
  else copy.writeUInt16BE(1, found.at);
  return copy;
}

/** The same picture with an orientation: an APP1 segment behind its start. */
export function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const exif = Buffer.from('45786966000049492a0008000000010012010300010000000100000000000000', 'hex');
  exif.writeUInt16LE(orientation, 24);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, exif, jpeg.subarray(2)]);
}
