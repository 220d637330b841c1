import Taro from '@tarojs/taro';
import { answerOf } from './answer-of';
import { ownCopy, ownFile } from './own-files.weapp';
import type { PixelSize } from './photo-canvas-props';

/** WeChat's document on canvases of type 2d: 1365 × 1365 at most. Phones were seen to draw nothing beyond, or to end the app. */
export const MOST_CANVAS_SIDE = 1365;

export const pixelRatio = (): number => Taro.getWindowInfo().pixelRatio;

interface PictureFormat {
  readonly fileType: 'jpg' | 'png';
  /** 0 to 1, of a JPEG. */
  readonly quality: number;
}

/**
 * A way to write the upper left `size` pixels of a canvas as a picture of just as many; answers its path. It may fail, or
 * give something else: who calls looks at what has come.
 */
export interface CanvasExport {
  /** Whether the canvas has to be just as large as what is written. */
  readonly isOfWhole: boolean;
  write(canvas: Taro.Canvas, size: PixelSize, format: PictureFormat): Promise<string>;
}

/**
 * Everything is said: left out, WeChat's document takes the canvas's width and makes that times the pixel ratio of it. The part
 * is counted in pixels of the page, for which a canvas has to stand in it at the size of its bitmap by the pixel ratio.
 */
const toTempFile: CanvasExport = {
  isOfWhole: false,
  async write(canvas, { width, height }, format) {
    const ratio = pixelRatio();
    const { tempFilePath } = await answerOf(
      Taro.canvasToTempFilePath({
        ...{ canvas, ...format, x: 0, y: 0, width: width / ratio, height: height / ratio },
        ...{ destWidth: width, destHeight: height },
      }),
    );
    return ownCopy(tempFilePath);
  },
};

/** Slower, through a text, but of the bitmap as it is: there is nothing to understand otherwise. */
const toDataUrl: CanvasExport = {
  isOfWhole: true,
  write(canvas, _size, { fileType, quality }) {
    const url = canvas.toDataURL(fileType === 'jpg' ? 'image/jpeg' : 'image/png', quality);
    return ownFile(url.slice(url.indexOf(',') + 1), `.${fileType}`);
  },
};

/** Best first. */
export const CANVAS_EXPORTS: readonly CanvasExport[] = [toTempFile, toDataUrl];

export const loadImage = (canvas: Taro.Canvas, path: string): Promise<Taro.Image> =>
  answerOf(
    new Promise((resolve, reject) => {
      const image = canvas.createImage();
      image.onload = () => resolve(image);
      image.onerror = () => reject(new Error('the picture could not be decoded'));
      image.src = path;
    }),
  );
