import { type CardPlace, MIN_ID_PHOTO_SHORT_SIDE } from '@acceptance/shared';
import type { PicturePart, PixelSize } from '../../../platform/photo-canvas-props';
import type { Part } from './frame-part';

/** Kept around a card that was found, as a share of its length: its edge must be seen to be whole. */
const MARGIN = 0.03;

export const wholeOf = ({ width, height }: PixelSize): PicturePart => ({
  ...{ width, height, angle: 0 },
  centre: { x: width / 2, y: height / 2 },
});

export const partOfRectangle = ({ x, y, width, height }: Part): PicturePart => ({
  ...{ width, height, angle: 0 },
  centre: { x: x + width / 2, y: y + height / 2 },
});

/** The card that was found in an upright part of a picture, with a margin around it. */
export function partOfCard({ centre, angle, length, breadth }: CardPlace, within: PicturePart): PicturePart {
  const scale = Math.max(within.width, within.height);
  const margin = 2 * MARGIN * length;
  return {
    width: Math.round((length + margin) * scale),
    height: Math.round((breadth + margin) * scale),
    angle,
    centre: {
      x: within.centre.x - within.width / 2 + centre.x * scale,
      y: within.centre.y - within.height / 2 + centre.y * scale,
    },
  };
}

/** As the picture would be after `turns` quarter turns to the right. */
export const turnedRight = (part: PicturePart, turns: number): PicturePart => ({
  ...part,
  angle: part.angle - (turns * Math.PI) / 2,
  ...(turns % 2 === 0 ? {} : { width: part.height, height: part.width }),
});

/** The same part with at most `longSide` pixels on its longer side. */
export function sampleSize({ width, height }: PixelSize, longSide: number): PixelSize {
  const factor = Math.min(1, longSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

/** Whether a part has the pixels that an ID photo needs. */
export const isReadableSize = ({ width, height }: PixelSize): boolean =>
  Math.min(width, height) >= MIN_ID_PHOTO_SHORT_SIDE;
