export type Point = readonly [x: number, y: number];
/** Straight pieces of closed outlines, in pixels, y downwards. */
export type Segment = readonly [from: Point, to: Point];

/** How much of each pixel is covered, 0–255, row by row. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  readonly values: Uint8Array;
}

/** Adds what one row of a segment covers: the area to the right of it, as changes from pixel to pixel. */
function addRow(changes: Float32Array, start: number, [x, next]: readonly [number, number], covered: number): void {
  const [left, right] = x < next ? [x, next] : [next, x];
  const first = Math.floor(left);
  const last = Math.ceil(right);
  const add = (column: number, value: number) => {
    const at = start + column;
    if (at >= 0 && at < changes.length) changes[at] = (changes[at] ?? 0) + value;
  };
  if (last <= first + 1) {
    const share = 0.5 * (x + next) - first;
    add(first, covered * (1 - share));
    add(first + 1, covered * share);
    return;
  }
  // The segment runs through several pixels of the row: trapezoids, with a triangle at each end.
  const slope = 1 / (right - left);
  const intoFirst = 1 - (left - first);
  const ofFirst = 0.5 * slope * intoFirst * intoFirst;
  const intoLast = right - last + 1;
  const ofLast = 0.5 * slope * intoLast * intoLast;
  add(first, covered * ofFirst);
  if (last === first + 2) {
    add(first + 1, covered * (1 - ofFirst - ofLast));
  } else {
    const second = slope * (1.5 - (left - first));
    add(first + 1, covered * (second - ofFirst));
    for (let column = first + 2; column < last - 1; column += 1) add(column, covered * slope);
    add(last - 1, covered * (1 - (second + (last - first - 3) * slope) - ofLast));
  }
  add(last, covered * ofLast);
}

/**
 * Fills outlines with soft edges: each segment notes how the covered area changes from pixel to pixel, and adding these up along
 * the rows gives the coverage (the method of font-rs, R. Levien 2016). Outlines of fonts do not overlap.
 */
export function fillOutline(segments: readonly Segment[], width: number, height: number): Mask {
  // One more column: what a segment in the last one says about the next.
  const stride = width + 2;
  const changes = new Float32Array(stride * height);
  for (const [one, other] of segments) {
    const isDown = one[1] < other[1];
    const [[fromX, fromY], [toX, toY]] = isDown ? [one, other] : [other, one];
    if (fromY === toY) continue;
    const step = (toX - fromX) / (toY - fromY);
    for (let y = Math.max(0, Math.floor(fromY)); y < Math.min(height, Math.ceil(toY)); y += 1) {
      const [top, bottom] = [Math.max(y, fromY), Math.min(y + 1, toY)];
      const [x, next] = [fromX + (top - fromY) * step, fromX + (bottom - fromY) * step];
      addRow(changes, y * stride, [x, next], (bottom - top) * (isDown ? 1 : -1));
    }
  }
  const values = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    let sum = 0;
    for (let x = 0; x < width; x += 1) {
      sum += changes[y * stride + x] ?? 0;
      values[y * width + x] = Math.round(255 * Math.min(1, Math.abs(sum)));
    }
  }
  return { width, height, values };
}
