import { createCanvas } from '@napi-rs/canvas';
import type { Callable } from '../bag';
import type { PictureTraits } from '../phone/phone';
import { imageOf } from './host-image';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** WeChat's canvas node of type 2d on a real 2D context. */
export interface HostCanvas {
  width: number;
  height: number;
  getContext(type: string): unknown;
  createImage(): unknown;
  requestAnimationFrame(work: Callable): number;
  cancelAnimationFrame(id: number): void;
  toDataURL(type?: string, quality?: number): string;
  /** Not part of WeChat's node, for canvasToTempFilePath: its size in the page, in CSS pixels. */
  shownSize(): Size;
  /** Likewise: encoded bytes; `quality` 0–1 for jpg. */
  encodePart(part: CanvasPart): Buffer;
}

/** What is exported, in pixels of the bitmap. */
export interface CanvasPart extends Size {
  readonly x: number;
  readonly y: number;
  readonly destWidth: number;
  readonly destHeight: number;
  readonly fileType: 'png' | 'jpg';
  readonly quality: number;
  /** Nothing comes out of it, as on some phones. */
  readonly isBlank: boolean;
}

/** What this phone's canvases do. */
export interface CanvasTraits {
  readonly pictures: PictureTraits;
  /** The bytes of a picture as they are read. */
  readFile(path: string): Buffer | null;
}

const FRAME_MS = 16;
/** Documented of toDataURL for what is no number from 0 to 1. */
const DATA_URL_QUALITY = 0.92;

export function createHostCanvas(o: {
  /** The documented size of a canvas node before a page sets it. */
  readonly size: Size;
  /** Its size in the page, in CSS pixels. */
  readonly shownSize: () => Size;
  readonly traits: CanvasTraits;
  readonly timers: { setTimeout(work: Callable, ms: number): number; clearTimeout(id: number): void };
}): HostCanvas {
  const { pictures, readFile } = o.traits;
  const canvas = createCanvas(o.size.width, o.size.height);
  const isTooLarge = () => Math.max(canvas.width, canvas.height) > pictures.mostCanvasSide;
  const checked = (side: number): number => {
    if (side > pictures.mostCanvasSide && pictures.beyondCanvasSide === 'refused') {
      throw new Error(`a canvas of type 2d has at most ${pictures.mostCanvasSide} pixels a side, not ${side}`);
    }
    return side;
  };
  const context = canvas.getContext('2d');
  const getImageData = context.getImageData.bind(context);
  Object.defineProperty(context, 'getImageData', {
    value: (x: number, y: number, width: number, height: number) => {
      if (pictures.unreadablePixels) throw new Error('getImageData failed');
      if (isTooLarge()) return createCanvas(1, 1).getContext('2d').createImageData(width, height);
      return getImageData(x, y, width, height);
    },
  });
  const encodePart = (part: CanvasPart): Buffer => {
    const out = createCanvas(part.destWidth, part.destHeight);
    if (!part.isBlank && !isTooLarge()) {
      const { x, y, width, height } = part;
      out.getContext('2d').drawImage(canvas, x, y, width, height, 0, 0, part.destWidth, part.destHeight);
    }
    return part.fileType === 'jpg'
      ? out.toBuffer('image/jpeg', Math.round(part.quality * 100))
      : out.toBuffer('image/png');
  };
  return {
    get width() {
      return canvas.width;
    },
    set width(value: number) {
      canvas.width = checked(value);
    },
    get height() {
      return canvas.height;
    },
    set height(value: number) {
      canvas.height = checked(value);
    },
    // WeChat knows 2d, webgl and webgl2; only 2d is drawn here.
    getContext: (type) => (type === '2d' ? context : null),
    createImage: () => imageOf(readFile, pictures),
    requestAnimationFrame: (work) => o.timers.setTimeout(() => work(Date.now()), FRAME_MS),
    cancelAnimationFrame: (id) => o.timers.clearTimeout(id),
    shownSize: o.shownSize,
    encodePart,
    toDataURL(type, quality = DATA_URL_QUALITY) {
      const isBlank = pictures.blankDataUrls > 0;
      pictures.blankDataUrls -= isBlank ? 1 : 0;
      const { width, height } = canvas;
      const fileType = type === 'image/jpeg' ? 'jpg' : 'png';
      const whole = {
        ...{ x: 0, y: 0, width, height, destWidth: width, destHeight: height },
        fileType,
        isBlank,
      } as const;
      const bytes = encodePart({ ...whole, quality: quality >= 0 && quality <= 1 ? quality : DATA_URL_QUALITY });
      return `data:image/${fileType === 'jpg' ? 'jpeg' : 'png'};base64,${bytes.toString('base64')}`;
    },
  };
}
