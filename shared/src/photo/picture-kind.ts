/** What a file is by its first bytes; `none`: no picture that is known here. */
export type PictureKind = 'jpeg' | 'png' | 'bmp' | 'gif' | 'webp' | 'heic' | 'avif' | 'tiff' | 'none';

/** So many bytes tell. */
export const PICTURE_HEAD_BYTES = 64;

const SIGNATURES: readonly (readonly [kind: PictureKind, signature: readonly number[]])[] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['bmp', [0x42, 0x4d]],
];

/** Brands of ISO base media files (ISO/IEC 23008-12 and AVIF): the first one, or a compatible one. */
const HEIC_BRANDS = /heic|heix|heim|heis|hevc|hevx|mif1|msf1/;
const AVIF_BRANDS = /avif|avis/;

const textAt = (head: ArrayLike<number>, from: number, to: number): string => {
  let text = '';
  for (let at = from; at < Math.min(to, head.length); at += 1) text += String.fromCharCode(head[at] ?? 0);
  return text;
};

/** By the bytes alone: a phone's name for a picture is not to be trusted. */
export function pictureKind(head: ArrayLike<number>): PictureKind {
  for (const [kind, signature] of SIGNATURES) {
    if (signature.every((byte, at) => head[at] === byte)) {
      return kind;
    }
  }
  if (textAt(head, 0, 4) === 'RIFF' && textAt(head, 8, 12) === 'WEBP') {
    return 'webp';
  }
  if (textAt(head, 4, 8) === 'ftyp') {
    const brands = textAt(head, 8, PICTURE_HEAD_BYTES);
    return AVIF_BRANDS.test(brands) ? 'avif' : HEIC_BRANDS.test(brands) ? 'heic' : 'none';
  }
  return 'none';
}
