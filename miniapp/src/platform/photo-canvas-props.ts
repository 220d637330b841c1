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

/** A way of this phone to write a part of a picture as a JPEG of its own, straight. */
export interface JpegWay {
  /** The longest side that it can make. */
  readonly mostSide: number;
  /**
   * `quality` in whole percent. Rejects where the phone cannot. What comes may still show something else, as nothing at all:
   * who uses it looks at it first.
   */
  write(made: PixelSize & { readonly quality: number }): Promise<ChosenPhoto>;
}

/** A picture that the phone has decoded, upright. */
export interface OpenedPicture extends PixelSize {
  /** How the part can be written, best first: where one fails, the next one is tried. */
  ways(part: PicturePart): readonly JpegWay[];
  /** How the part looks in a given size, of few pixels. */
  pixels(part: PicturePart, size: PixelSize): Promise<RgbaBitmap>;
}

/** Rejects when the phone cannot decode it. */
export type OpenPicture = (photo: PickedPhoto) => Promise<OpenedPicture>;

/** Draws the part over `size` pixels of a canvas, straight, on white: a JPEG has no transparency. */
export function drawPart(
  context: CanvasRenderingContext2D,
  { part, size, paint }: { readonly part: PicturePart; readonly size: PixelSize; readonly paint: () => void },
): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, size.width, size.height);
  context.translate(size.width / 2, size.height / 2);
  context.scale(size.width / part.width, size.height / part.height);
  context.rotate(-part.angle);
  context.translate(-part.centre.x, -part.centre.y);
  paint();
}
