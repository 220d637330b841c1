import { type PictureKind, pictureKind } from '@acceptance/shared';
import { createCanvas, Image } from '@napi-rs/canvas';
import type { Callable } from '../bag';

/** WeChat's canvas node of type 2d on a real 2D context. */
export interface HostCanvas {
  width: number;
  height: number;
  getContext(type: string): unknown;
  createImage(): Image;
  requestAnimationFrame(work: Callable): number;
  cancelAnimationFrame(id: number): void;
  toDataURL(type?: string): string;
  /** Encoded bytes; `quality` 0–1 for jpg. Not part of WeChat's node: used by canvasToTempFilePath. */
  encodePart(part: CanvasPart): Buffer;
}

export interface CanvasPart {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly destWidth: number;
  readonly destHeight: number;
  readonly fileType: 'png' | 'jpg';
  readonly quality: number;
  /** Nothing comes out of it, as on some phones. */
  readonly isBlank: boolean;
}

const DECODED: readonly PictureKind[] = ['jpeg', 'png', 'bmp', 'gif', 'webp'];

/** What the phone decodes: no HEIC, as on many. (The canvas below ends the process over files that are none of its own.) */
export function isDecoded(bytes: Buffer): boolean {
  const kind = pictureKind(bytes);
  return DECODED.includes(kind) && (kind !== 'jpeg' || bytes.includes(Buffer.from([0xff, 0xd9])));
}

/** An image whose `src` is a path on the phone; a missing file ends in `onerror`, as in WeChat. */
function imageOf(readFile: (path: string) => Buffer | null): Image {
  const image = new Image();
  const source = Object.getOwnPropertyDescriptor(Image.prototype, 'src');
  Object.defineProperty(image, 'src', {
    get: () => source?.get?.call(image),
    set(path: string) {
      const bytes = readFile(path);
      if (bytes && isDecoded(bytes)) source?.set?.call(image, bytes);
      else setTimeout(() => image.onerror?.(new Error(`no picture: ${path}`)), 0);
    },
  });
  return image;
}

const FRAME_MS = 16;

/** The documented size of a canvas node before a page sets it. */
export function createHostCanvas(
  width: number,
  height: number,
  readFile: (path: string) => Buffer | null,
  timers: { setTimeout(work: Callable, ms: number): number; clearTimeout(id: number): void },
): HostCanvas {
  const canvas = createCanvas(width, height);
  return {
    get width() {
      return canvas.width;
    },
    set width(value: number) {
      canvas.width = value;
    },
    get height() {
      return canvas.height;
    },
    set height(value: number) {
      canvas.height = value;
    },
    // WeChat knows 2d, webgl and webgl2; only 2d is drawn here.
    getContext: (type) => (type === '2d' ? canvas.getContext('2d') : null),
    createImage: () => imageOf(readFile),
    requestAnimationFrame: (work) => timers.setTimeout(() => work(Date.now()), FRAME_MS),
    cancelAnimationFrame: (id) => timers.clearTimeout(id),
    toDataURL: (type) => (type === 'image/jpeg' ? canvas.toDataURL('image/jpeg') : canvas.toDataURL('image/png')),
    encodePart(part) {
      const out = createCanvas(part.destWidth, part.destHeight);
      const context = out.getContext('2d');
      if (!part.isBlank) {
        context.drawImage(canvas, part.x, part.y, part.width, part.height, 0, 0, part.destWidth, part.destHeight);
      }
      return part.fileType === 'jpg'
        ? out.toBuffer('image/jpeg', Math.round(part.quality * 100))
        : out.toBuffer('image/png');
    },
  };
}
