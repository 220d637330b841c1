import { AppError } from '@acceptance/shared';
import type { Reencode } from './fit-photo';
import { jpegName } from './jpeg-name';

const loadImage = (path: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new AppError('files.damaged'));
    image.src = path;
  });

const encodeJpeg = (canvas: HTMLCanvasElement, quality: number): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new AppError('files.damaged'))), 'image/jpeg', quality);
  });

/** Draws the photo, upright as the browser shows it, and writes it as JPEG. */
export const reencodePhoto: Reencode = async (photo, { width, height, quality }) => {
  const image = await loadImage(photo.path);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) {
    throw new AppError('files.damaged');
  }
  // A PNG may be transparent, a JPEG cannot.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
  const blob = await encodeJpeg(canvas, quality / 100);
  const fileName = jpegName(photo.fileName);
  return { path: URL.createObjectURL(blob), size: blob.size, fileName, width, height, blob };
};
