import { type PictureKind, pictureKind } from '@acceptance/shared';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { ChosenPhoto, PickedPhoto } from '../../../../platform/chosen-photo';
import { drawPart, type JpegWay, type PicturePart, type PixelSize } from '../../../../platform/photo-canvas-props';
import type { PictureDevice } from '../prepare-photo';

const DECODED: readonly PictureKind[] = ['jpeg', 'png', 'bmp', 'gif', 'webp'];

const isDecoded = (bytes: Buffer): boolean => {
  const kind = pictureKind(bytes);
  return DECODED.includes(kind) && (kind !== 'jpeg' || bytes.includes(Buffer.from([0xff, 0xd9])));
};

export interface PhoneTraits {
  /** So many of its exports come out black. */
  readonly exportsBlank?: number;
  /** So many show the upper left quarter only, in the size that was asked for. */
  readonly exportsCorner?: number;
  /** So many writings fail. */
  readonly exportsFail?: number;
  /** So many looks at its pixels fail. */
  readonly looksFail?: number;
  readonly mostSide?: number;
}

/** A phone with files in memory and a real canvas, and two ways to write what is on it. */
export function canvasDevice({
  exportsBlank = 0,
  exportsCorner = 0,
  exportsFail = 0,
  looksFail = 0,
  mostSide = 4096,
}: PhoneTraits = {}) {
  const files = new Map<string, Buffer>();
  const left = { exportsBlank, exportsCorner, exportsFail, looksFail };
  const isNow = (trait: keyof typeof left): boolean => {
    left[trait] -= 1;
    return left[trait] >= 0;
  };
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
        drawPart(context as unknown as CanvasRenderingContext2D, { part, size, paint });
        return { canvas, context };
      };
      return {
        width: image.width,
        height: image.height,
        ways(part) {
          const write: JpegWay['write'] = async ({ quality, ...size }): Promise<ChosenPhoto> => {
            if (isNow('exportsFail')) throw new Error('canvasToTempFilePath:fail');
            const made = createCanvas(size.width, size.height);
            const factor = isNow('exportsCorner') ? 2 : 1;
            const { canvas } = draw(part, size);
            if (!isNow('exportsBlank')) {
              made.getContext('2d').drawImage(canvas, 0, 0, size.width * factor, size.height * factor);
            }
            return { ...keep(made.toBuffer('image/jpeg', quality), 'photo.jpg'), ...size };
          };
          return [
            { mostSide, write },
            { mostSide, write },
          ];
        },
        pixels: async (part, size) => {
          if (isNow('looksFail')) throw new Error('getImageData failed');
          const { data } = draw(part, size).context.getImageData(0, 0, size.width, size.height);
          return { ...size, data };
        },
      };
    },
  };
  return { device, keep, bytesOf };
}
