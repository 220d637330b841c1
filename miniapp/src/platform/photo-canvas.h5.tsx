import type { ChosenPhoto } from './chosen-photo';
import { drawPart, type JpegWay, type OpenPicture, type PicturePart, type PixelSize } from './photo-canvas-props';

/** Nothing to put into the page: browsers draw on canvases of their own. */
export const PhotoCanvas = () => null;

/** Browsers of phones draw nothing on larger ones. */
const MOST_SIDE = 4096;

const loadImage = (path: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('the picture could not be decoded'));
    image.src = path;
  });

const encodeJpeg = (canvas: HTMLCanvasElement, quality: number): Promise<ChosenPhoto> =>
  new Promise((resolve, reject) => {
    const done = (blob: Blob | null) => {
      if (!blob) {
        reject(new Error('the picture could not be encoded'));
        return;
      }
      const { width, height } = canvas;
      resolve({ path: URL.createObjectURL(blob), size: blob.size, fileName: 'photo.jpg', width, height, blob });
    };
    canvas.toBlob(done, 'image/jpeg', quality / 100);
  });

/** Upright, as browsers show photos by themselves. */
export const openPicture: OpenPicture = async ({ path }) => {
  const image = await loadImage(path);
  const draw = (part: PicturePart, size: PixelSize) => {
    const canvas = document.createElement('canvas');
    canvas.width = size.width;
    canvas.height = size.height;
    const context = canvas.getContext('2d');
    if (!context) {
      throw new Error('there is no canvas');
    }
    drawPart(context, { part, size, paint: () => context.drawImage(image, 0, 0) });
    return { canvas, context };
  };
  return {
    width: image.naturalWidth,
    height: image.naturalHeight,
    ways(part) {
      const byCanvas: JpegWay = {
        mostSide: MOST_SIDE,
        write: async ({ quality, ...size }) => encodeJpeg(draw(part, size).canvas, quality),
      };
      // Twice: a browser that was short of memory may not be any more.
      return [byCanvas, byCanvas];
    },
    pixels: async (part, size) => {
      const { data } = draw(part, size).context.getImageData(0, 0, size.width, size.height);
      return { ...size, data };
    },
  };
};
