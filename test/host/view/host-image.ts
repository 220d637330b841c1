import { jpegHead, type PictureKind, pictureKind } from '@acceptance/shared';
import { Image } from '@napi-rs/canvas';
import type { PictureTraits } from '../phone/phone';

const DECODED: readonly PictureKind[] = ['jpeg', 'png', 'bmp', 'gif', 'webp'];

/** What the phone decodes: no HEIC, as on many. (The canvas below ends the process over files that are none of its own.) */
export function isDecoded(bytes: Buffer): boolean {
  const kind = pictureKind(bytes);
  return DECODED.includes(kind) && (kind !== 'jpeg' || bytes.includes(Buffer.from([0xff, 0xd9])));
}

/** The longer side of a JPEG or PNG, which cameras and screenshots are; 0 of others. */
function longSide(bytes: Buffer): number {
  const head = jpegHead(bytes);
  if (head) return Math.max(head.width, head.height);
  return pictureKind(bytes) === 'png' ? Math.max(bytes.readUInt32BE(16), bytes.readUInt32BE(20)) : 0;
}

/** An image whose `src` is a path on the phone; a missing or too large file ends in `onerror`, as in WeChat. */
export function imageOf(readFile: (path: string) => Buffer | null, { mostPictureSide }: PictureTraits): Image {
  const image = new Image();
  const source = Object.getOwnPropertyDescriptor(Image.prototype, 'src');
  Object.defineProperty(image, 'src', {
    get: () => source?.get?.call(image),
    set(path: string) {
      const bytes = readFile(path);
      if (bytes && isDecoded(bytes) && longSide(bytes) <= mostPictureSide) source?.set?.call(image, bytes);
      else setTimeout(() => image.onerror?.(Object.assign(new Event('error'), { message: `no picture: ${path}` })), 0);
    },
  });
  return image;
}
