import type { RgbaBitmap } from '@acceptance/shared';
import type { ChosenPhoto, PickedPhoto } from './chosen-photo';

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** A part of a picture, in pixels of the upright picture: a rectangle about `centre`, turned clockwise by `angle` (radians). */
export interface PicturePart extends PixelSize {
  readonly centre: { readonly x: number; readonly y: number };
  readonly angle: number;
}

/** A picture that the phone has decoded, upright. */
export interface OpenedPicture extends PixelSize {
  /** The part as a JPEG of its own, straight; `quality` in whole percent. Rejects where the phone cannot write it. */
  jpeg(part: PicturePart, made: PixelSize & { readonly quality: number }): Promise<ChosenPhoto>;
  /** How the part looks in a given size. */
  pixels(part: PicturePart, size: PixelSize): Promise<RgbaBitmap>;
}

/** Rejects when the phone cannot decode it. */
export type OpenPicture = (photo: PickedPhoto) => Promise<OpenedPicture>;

/** A canvas of a browser or of WeChat. */
export interface Drawable {
  width: number;
  height: number;
}

/** Sets the canvas to `size` and draws the part over all of it, straight, on white: a JPEG has no transparency. */
export function drawPart(
  canvas: Drawable,
  context: CanvasRenderingContext2D,
  { part, size, paint }: { readonly part: PicturePart; readonly size: PixelSize; readonly paint: () => void },
): void {
  canvas.width = size.width;
  canvas.height = size.height;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, size.width, size.height);
  context.translate(size.width / 2, size.height / 2);
  context.scale(size.width / part.width, size.height / part.height);
  context.rotate(-part.angle);
  context.translate(-part.centre.x, -part.centre.y);
  paint();
}
