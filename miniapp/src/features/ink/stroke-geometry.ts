/** A point of a stroke in writing units, and when it was written in milliseconds. */
export interface InkPoint {
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

/** From pen down to pen up. */
export type Stroke = readonly InkPoint[];

/** A piece of a stroke: a quadratic curve whose width changes evenly from one end to the other. */
export interface InkSegment {
  readonly from: Position;
  readonly control: Position;
  readonly to: Position;
  readonly fromWidth: number;
  readonly toWidth: number;
}

interface Position {
  readonly x: number;
  readonly y: number;
}

/** Thickest and thinnest line of a pen, in writing units. */
export interface Nib {
  readonly thick: number;
  readonly thin: number;
}

/** At this speed, in nib widths a millisecond, the line is thinnest. */
const FASTEST = 0.35;
/** How much of the new width is taken over at each point: less is smoother. */
const SMOOTHING = 0.3;

const distance = (one: Position, other: Position): number => Math.hypot(other.x - one.x, other.y - one.y);
const middle = (one: Position, other: Position): Position => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });

/** The pen for a writing area of this height. */
export const nibFor = (areaHeight: number): Nib => {
  const thick = Math.min(9, Math.max(4, areaHeight * 0.022));
  return { thick, thin: thick * 0.4 };
};

/** Width at each point: slow is thick, fast is thin, without jumps. */
function widthsOf(stroke: Stroke, { thick, thin }: Nib): number[] {
  let width = thick * 0.8;
  return stroke.map((point, index) => {
    const before = stroke[index - 1];
    if (before) {
      const speed = distance(before, point) / Math.max(1, point.at - before.at) / thick;
      const target = thick - (thick - thin) * Math.min(1, speed / FASTEST);
      width += (target - width) * SMOOTHING;
    }
    return width;
  });
}

/**
 * The curves of a stroke. They run from middle to middle of neighbouring points with the point between them as control,
 * so that they join without corners; the first and last piece are straight. One point gives one piece of no length: a dot.
 */
export function inkSegments(stroke: Stroke, nib: Nib): InkSegment[] {
  const widths = widthsOf(stroke, nib);
  const widthAt = (index: number): number => widths[index] ?? nib.thick;
  const [first] = stroke;
  if (!first) {
    return [];
  }
  if (stroke.length === 1) {
    return [{ from: first, control: first, to: first, fromWidth: nib.thick, toWidth: nib.thick }];
  }
  const segments: InkSegment[] = [];
  let from: Position = first;
  let fromWidth = widthAt(0);
  for (const [index, control] of stroke.entries()) {
    const next = stroke[index + 1];
    const to = next ? middle(control, next) : control;
    const toWidth = next ? (widthAt(index) + widthAt(index + 1)) / 2 : widthAt(index);
    segments.push({ from, control: index === 0 ? from : control, to, fromWidth, toWidth });
    from = to;
    fromWidth = toWidth;
  }
  return segments;
}

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The box around all points, or null when there are none. */
export function boundsOf(strokes: readonly Stroke[]): Bounds | null {
  const points = strokes.flat();
  if (points.length === 0) {
    return null;
  }
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** `dot`: nothing but points; `small`: too small to be read on the contract. */
export type SignatureVerdict = 'ok' | 'empty' | 'dot' | 'small';

/** Longer side against the writing area's width; the server asks a tenth of the picture. */
const SMALLEST_SHARE = 0.12;
/** A line is no name: both sides need some length, in nib widths. */
const SMALLEST_SHORT_SIDE = 2;
const DOT_SIZE = 2;

/** Judges what was written before anything is sent. */
export function judgeSignature(
  strokes: readonly Stroke[],
  area: { readonly width: number; readonly height: number },
): SignatureVerdict {
  const bounds = boundsOf(strokes);
  if (!bounds) {
    return 'empty';
  }
  const { thick } = nibFor(area.height);
  const longSide = Math.max(bounds.width, bounds.height);
  if (longSide <= thick * DOT_SIZE) {
    return 'dot';
  }
  const shortSide = Math.min(bounds.width, bounds.height);
  return longSide < area.width * SMALLEST_SHARE || shortSide < thick * SMALLEST_SHORT_SIDE ? 'small' : 'ok';
}
