import type { PictureSpot } from '@acceptance/shared';
import { boxOf, type PictureRoom, type Placed, type Point } from '../../../components/picture-box';

/** How a picture is turned, enlarged and moved inside its room. */
export interface PictureView {
  /** 0–3, clockwise. */
  readonly quarterTurns: number;
  readonly zoomIndex: number;
  /** Of its middle from the middle of the room, in fractions of the room. */
  readonly shift: Point;
}

export const ZOOMS = [1, 1.5, 2, 3, 5] as const;
export const UPRIGHT: PictureView = { quarterTurns: 0, zoomIndex: 0, shift: { x: 0, y: 0 } };

const within = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

export const zoomOf = ({ zoomIndex }: Pick<PictureView, 'zoomIndex'>): number => ZOOMS[zoomIndex] ?? 1;
export const isLargest = ({ zoomIndex }: PictureView): boolean => zoomIndex === ZOOMS.length - 1;

/** No further than to the picture's edges. */
function moved(view: PictureView, shift: Point): PictureView {
  const room = (zoomOf(view) - 1) / 2;
  return { ...view, shift: { x: within(shift.x, -room, room), y: within(shift.y, -room, room) } };
}

export const turned = (view: PictureView): PictureView => ({
  ...view,
  quarterTurns: (view.quarterTurns + 1) % 4,
  shift: UPRIGHT.shift,
});
export function zoomed(view: PictureView, step: 1 | -1): PictureView {
  const zoomIndex = within(view.zoomIndex + step, 0, ZOOMS.length - 1);
  const factor = zoomOf({ zoomIndex }) / zoomOf(view);
  return moved({ ...view, zoomIndex }, { x: view.shift.x * factor, y: view.shift.y * factor });
}
export const shifted = (view: PictureView, from: Point, to: Point): PictureView =>
  moved(view, { x: view.shift.x + to.x - from.x, y: view.shift.y + to.y - from.y });

export const placedOf = (view: PictureView): Placed => ({
  quarterTurns: view.quarterTurns,
  zoom: zoomOf(view),
  shift: view.shift,
});

/** Which place of the picture, as it was taken, stands at a point of the room; beyond its edge the nearest one. */
export function placeInPicture(point: Point, room: PictureRoom, view: PictureView): Point {
  const { width, height } = boxOf(room, view.quarterTurns);
  const k = room.roomHeightOverWidth;
  // In widths of the room, from the picture's middle, turned back.
  let [dx, dy] = [point.x - 0.5 - view.shift.x, (point.y - 0.5 - view.shift.y) * k];
  for (let turn = 0; turn < view.quarterTurns; turn += 1) {
    [dx, dy] = [dy, -dx];
  }
  const zoom = zoomOf(view);
  return { x: within(dx / zoom / width + 0.5, 0, 1), y: within(dy / zoom / (height * k) + 0.5, 0, 1) };
}

/** A finger that moves no further than this has tapped, in fractions of the room. */
const TAP = 0.015;
export const isTap = (from: Point, to: Point): boolean => Math.hypot(to.x - from.x, to.y - from.y) < TAP;

/** How large a tapped spot is, in parts of the room. */
const TAPPED = 0.14;

/** What was drawn over the picture: a box from corner to corner, or a small one around what was tapped. */
export function spotBetween(from: Point, to: Point, room: PictureRoom, view: PictureView): PictureSpot {
  const half = TAPPED / 2;
  const [start, end] = isTap(from, to)
    ? [
        { x: to.x - half, y: to.y - half / room.roomHeightOverWidth },
        { x: to.x + half, y: to.y + half / room.roomHeightOverWidth },
      ]
    : [from, to];
  const [one, other] = [placeInPicture(start, room, view), placeInPicture(end, room, view)];
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  return { x, y, width: Math.abs(one.x - other.x), height: Math.abs(one.y - other.y) };
}
