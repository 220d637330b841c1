import type { PictureSpot } from '@acceptance/shared';

/** In fractions of a room's width and height, from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A picture and the room that it stands in. */
export interface PictureRoom {
  /** Of the picture. */
  readonly widthOverHeight: number;
  readonly roomHeightOverWidth: number;
}

/** How a picture stands in its room: turned clockwise, enlarged, and moved from the middle. */
export interface Placed {
  readonly quarterTurns: number;
  readonly zoom: number;
  readonly shift: Point;
}

export const WHOLE: Placed = { quarterTurns: 0, zoom: 1, shift: { x: 0, y: 0 } };

/** The largest box for the picture, before it is turned and enlarged, in fractions of the room's width and height. */
export function boxOf(
  { widthOverHeight, roomHeightOverWidth: k }: PictureRoom,
  quarterTurns: number,
): { readonly width: number; readonly height: number } {
  const onItsSide = quarterTurns % 2 === 1;
  const shape = onItsSide ? 1 / widthOverHeight : widthOverHeight;
  const shownWidth = Math.min(1, k * shape);
  const shownHeight = shownWidth / shape;
  const [width, height] = onItsSide ? [shownHeight, shownWidth] : [shownWidth, shownHeight];
  return { width, height: height / k };
}

const percent = (fraction: number): string => `${(fraction * 100).toFixed(3)}%`;

/** CSS that places the picture in its room: what lies over it in percent of this box lies on the same spot of the picture. */
export function pictureStyle(room: PictureRoom, { quarterTurns, zoom, shift }: Placed): Record<string, string> {
  const { width, height } = boxOf(room, quarterTurns);
  return {
    left: percent(0.5 - width / 2 + shift.x),
    top: percent(0.5 - height / 2 + shift.y),
    width: percent(width),
    height: percent(height),
    transform: `rotate(${quarterTurns * 90}deg) scale(${zoom})`,
  };
}

export const spotStyle = ({ x, y, width, height }: PictureSpot): Record<string, string> => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
});
