import { type PictureKind, pictureKind } from '@acceptance/shared';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { ChosenPhoto, PickedPhoto } from '../../../../platform/chosen-photo';
import { drawPart, type PicturePart, type PixelSize } from '../../../../platform/photo-canvas-props';
import type { PictureDevice } from '../prepare-photo';

const DECODED: readonly PictureKind[] = ['jpeg', 'png', 'bmp', 'gif', 'webp'];

const isDecoded = (bytes: Buffer): boolean => {
  const kind = pictureKind(bytes);
  return DECODED.includes(kind) && (kind !== 'jpeg' || bytes.includes(Buffer.from([0xff, 0xd9])));
};

/** A phone with files in memory and a real canvas. `exportsBlank`: so many of its exports come out white. */
export function canvasDevice({ exportsBlank = 0 } = {}) {
  const files = new Map<string, Buffer>();
  let blankLeft = exportsBlank;
  const keep = (bytes: Buffer, fileName: string): PickedPhoto => {
    const path = `photo-${files.size}`;
    files.set(path, bytes);
    return { path, size: bytes.length, fileName };
  };
  const bytesOf = ({ path }: PickedPhoto): Buffer => files.get(path) ?? Buffer.alloc(0);

  const device: PictureDevice = {
    readHead: async (photo, length) => new Uint8Array(bytesOf(photo).subarray(0, length)),
    openPicture: async (photo) => {
      const bytes = bytesOf(photo);
      // The decoder ends the process over some files that are none of its own.
      if (!isDecoded(bytes)) throw new Error('this phone cannot decode it');
      const image = await loadImage(bytes);
      const draw = (part: PicturePart, size: PixelSize) => {
        const canvas = createCanvas(size.width, size.height);
        const context = canvas.getContext('2d');
        const paint = () => context.drawImage(image, 0, 0);
        drawPart(canvas, context as unknown as CanvasRenderingContext2D, { part, size, paint });
        return { canvas, context };
      };
      return {
        width: image.width,
        height: image.height,
        jpeg: async (part, { quality, ...size }): Promise<ChosenPhoto> => {
          const isBlank = blankLeft > 0;
          blankLeft -= isBlank ? 1 : 0;
          const canvas = isBlank ? createCanvas(size.width, size.height) : draw(part, size).canvas;
          return { ...keep(canvas.toBuffer('image/jpeg', quality), 'photo.jpg'), ...size };
        },
        pixels: async (part, size) => {
          const { data } = draw(part, size).context.getImageData(0, 0, size.width, size.height);
          return { ...size, data };
        },
      };
    },
  };
  return { device, keep, bytesOf };
}
