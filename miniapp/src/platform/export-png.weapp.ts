import type Taro from '@tarojs/taro';
import { pictureError } from '../text/picture-error';
import { CANVAS_EXPORTS, loadImage } from './canvas-export.weapp';
import { inkShares, isSameInk } from './ink-shares';
import { sizeOf } from './own-files.weapp';
import type { ExportedPng } from './stroke-canvas-props';

const contextOf = (canvas: Taro.Canvas) => canvas.getContext('2d') as unknown as CanvasRenderingContext2D;

function inkOn(canvas: Taro.Canvas): Float32Array {
  const { width, height } = canvas;
  return inkShares({ width, height, data: contextOf(canvas).getImageData(0, 0, width, height).data });
}

/** What a file shows on the canvas in place of what was there; null when it has other sides than the canvas. */
async function inkIn(path: string, canvas: Taro.Canvas): Promise<Float32Array | null> {
  const image = await loadImage(canvas, path);
  if (image.width !== canvas.width || image.height !== canvas.height) {
    return null;
  }
  const context = contextOf(canvas);
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image as unknown as CanvasImageSource, 0, 0);
  context.restore();
  return inkOn(canvas);
}

/**
 * What is drawn on the canvas, as a PNG of just its pixels. By the node, not by id: ids are looked up in the page that is on top at that moment.
 * @throws ApiError files.signature_not_written: whichever way, something else has come
 */
export async function exportPng(canvas: Taro.Canvas, draw: () => void): Promise<ExportedPng> {
  let cause: unknown;
  for (const way of CANVAS_EXPORTS) {
    try {
      draw();
      const written = inkOn(canvas);
      const path = await way.write(
        canvas,
        { width: canvas.width, height: canvas.height },
        { fileType: 'png', quality: 1 },
      );
      const seen = await inkIn(path, canvas);
      if (seen && isSameInk(seen, written)) {
        return { path, fileName: 'signature.png', size: await sizeOf(path) };
      }
    } catch (failure) {
      cause = failure;
    }
  }
  throw pictureError('files.signature_not_written', { cause });
}
