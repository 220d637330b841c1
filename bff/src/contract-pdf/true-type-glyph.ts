interface Point {
  x: number;
  y: number;
  onCurve: boolean;
}

export interface EncodedGlyph {
  bytes: Buffer;
  left: number;
  bottom: number;
  right: number;
  top: number;
  points: number;
  contours: number;
}

/** One simple glyph of a `glyf` table, without instructions; nothing at all for a glyph without an outline. */
export function encodeOutline(commands: readonly { command: string; args: readonly number[] }[]): EncodedGlyph {
  const contours = contoursOf(commands);
  const points = contours.flat();
  const counts = { points: points.length, contours: contours.length };
  if (points.length === 0) return { bytes: Buffer.alloc(0), left: 0, bottom: 0, right: 0, top: 0, ...counts };
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const box = { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
  let end = -1;
  const ends = contours.map((contour) => {
    end += contour.length;
    return end;
  });
  const bytes = Buffer.concat([
    words([contours.length, box.left, box.bottom, box.right, box.top, ...ends, 0]),
    // Each coordinate has two bytes, so that a flag says no more than whether the point is on the curve.
    Buffer.from(points.map(({ onCurve }) => (onCurve ? 1 : 0))),
    words(steps(xs)),
    words(steps(ys)),
  ]);
  return { bytes: Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]), ...box, ...counts };
}

/** @throws RangeError for cubic curves, which TrueType has none of */
function contoursOf(commands: readonly { command: string; args: readonly number[] }[]): Point[][] {
  const contours: Point[][] = [];
  for (const { command, args } of commands) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = args.map(Math.round);
    const contour = contours.at(-1);
    if (command === 'moveTo') contours.push([{ x: x1, y: y1, onCurve: true }]);
    else if (command === 'lineTo') contour?.push({ x: x1, y: y1, onCurve: true });
    else if (command === 'quadraticCurveTo') {
      contour?.push({ x: x1, y: y1, onCurve: false }, { x: x2, y: y2, onCurve: true });
    } else if (command !== 'closePath') throw new RangeError(`A TrueType outline has no ${command}`);
  }
  return contours.map(withoutReturn);
}

/** A contour closes by itself: the way back to its first point need not be drawn. */
function withoutReturn(contour: Point[]): Point[] {
  const [first, last] = [contour[0], contour.at(-1)];
  const returns = contour.length > 1 && last?.onCurve && last.x === first?.x && last.y === first.y;
  return returns ? contour.slice(0, -1) : contour;
}

const steps = (values: readonly number[]): number[] => values.map((value, index) => value - (values[index - 1] ?? 0));

/** 16 bits each, of either sign, the higher byte first. */
export function words(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => {
    bytes[index * 2] = value >> 8;
    bytes[index * 2 + 1] = value;
  });
  return bytes;
}
