import { type InkSegment, inkSegments, type Nib, type Stroke } from './stroke-geometry';
import type { Transform } from './writing-area';

/** Black, as on paper; the contract prints it as it is. */
const INK = '#000000';
/** Length of the straight pieces that a curve of changing width is drawn with, in writing units. */
const PIECE = 2;

/** What drawing needs of a canvas context. */
export type InkContext = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'stroke'
  | 'arc'
  | 'fill'
  | 'save'
  | 'restore'
  | 'transform'
  | 'clearRect'
  | 'lineWidth'
  | 'lineCap'
  | 'strokeStyle'
  | 'fillStyle'
>;

const along = (start: number, control: number, end: number, t: number): number =>
  (1 - t) * (1 - t) * start + 2 * (1 - t) * t * control + t * t * end;

function drawSegment(context: InkContext, { from, control, to, fromWidth, toWidth }: InkSegment): void {
  const length = Math.hypot(control.x - from.x, control.y - from.y) + Math.hypot(to.x - control.x, to.y - control.y);
  if (length === 0) {
    context.beginPath();
    context.arc(from.x, from.y, fromWidth / 2, 0, 2 * Math.PI);
    context.fill();
    return;
  }
  const pieces = Math.max(1, Math.ceil(length / PIECE));
  let { x, y } = from;
  for (let piece = 1; piece <= pieces; piece += 1) {
    const t = piece / pieces;
    context.beginPath();
    context.lineWidth = fromWidth + (toWidth - fromWidth) * t;
    context.moveTo(x, y);
    x = along(from.x, control.x, to.x, t);
    y = along(from.y, control.y, to.y, t);
    context.lineTo(x, y);
    context.stroke();
  }
}

function withPen(context: InkContext, transform: Transform, draw: () => void): void {
  context.save();
  context.transform(...transform);
  context.lineCap = 'round';
  context.strokeStyle = INK;
  context.fillStyle = INK;
  draw();
  context.restore();
}

/** Draws whole strokes over what is there. */
export function drawStrokes(context: InkContext, strokes: readonly Stroke[], nib: Nib, transform: Transform): void {
  withPen(context, transform, () => {
    for (const stroke of strokes) {
      for (const segment of inkSegments(stroke, nib)) {
        drawSegment(context, segment);
      }
    }
  });
}

/**
 * Draws what the last point of a growing stroke has added. The piece to the newest point itself is drawn when the next
 * one is known, because its curve depends on it.
 */
export function drawNewest(context: InkContext, stroke: Stroke, nib: Nib, transform: Transform): void {
  const newest = inkSegments(stroke, nib).at(-2);
  if (newest) {
    withPen(context, transform, () => drawSegment(context, newest));
  }
}

/** Draws the last piece of a stroke, up to where the pen was lifted; a dot when it never moved. */
export function drawEnd(context: InkContext, stroke: Stroke, nib: Nib, transform: Transform): void {
  const last = inkSegments(stroke, nib).at(-1);
  if (last) {
    withPen(context, transform, () => drawSegment(context, last));
  }
}
