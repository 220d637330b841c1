import type { ChosenPhoto } from './chosen-photo';
import { drawPart, type OpenPicture, type PicturePart, type PixelSize } from './photo-canvas-props';

/** Nothing to put into the page: browsers draw on canvases of their own. */
export const PhotoCanvas = () => null;

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
    const context = canvas.getContext('2d');
    if (!context) {
      throw new Error('there is no canvas');
    }
    drawPart(canvas, context, { part, size, paint: () => context.drawImage(image, 0, 0) });
    return { canvas, context };
  };
  return {
    width: image.naturalWidth,
    height: image.naturalHeight,
    jpeg: async (part, { quality, ...size }) => encodeJpeg(draw(part, size).canvas, quality),
    pixels: async (part, size) => {
      const { data } = draw(part, size).context.getImageData(0, 0, size.width, size.height);
      return { ...size, data };
    },
  };
};
