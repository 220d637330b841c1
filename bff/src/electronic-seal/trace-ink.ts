import { inflateSync } from 'node:zlib';
import type { InkMask } from '../contract-pdf/contract-types';
import { checkMask } from '../contract-pdf/ink-picture';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From here on a pixel is ink. */
const threshold = 127.5;
/** In pixels: an outline may leave the traced one by so much, which nobody sees, and has a fifth of its points. */
const tolerance = 0.2;

/**
 * The closed outlines of the handwriting, in pixels from the mask's upper left corner, holes too (fill them by the
 * even-odd rule). Marching squares: between two pixels the outline runs where the ink has half its strength.
 * @throws ContractPdfError `ink_empty`, `ink_unreadable`
 */
export function traceInk(mask: InkMask): Point[][] {
  checkMask(mask);
  const alpha = inflateSync(mask.deflatedAlpha, { maxOutputLength: mask.width * mask.height });
  const grid = new InkGrid(alpha, mask.width, mask.height);
  const next = crossings(grid);
  const outlines: Point[][] = [];
  for (const first of next.keys()) {
    const outline: Point[] = [];
    // Each edge that is met is taken out, so that every outline is walked once.
    for (let edge: number | undefined = first; edge !== undefined; ) {
      const following = next.get(edge);
      if (following === undefined) break;
      next.delete(edge);
      outline.push(grid.pointOn(edge));
      edge = following;
    }
    const simple = simplified(outline);
    if (simple.length > 2) outlines.push(simple);
  }
  return outlines;
}

/** The mask with an empty border, its edges numbered: 2n goes right from grid point n, 2n + 1 goes down. */
class InkGrid {
  readonly columns: number;
  readonly rows: number;
  readonly #alpha: Uint8Array;
  readonly #width: number;
  readonly #height: number;

  constructor(alpha: Uint8Array, width: number, height: number) {
    this.#alpha = alpha;
    this.#width = width;
    this.#height = height;
    this.columns = width + 2;
    this.rows = height + 2;
  }

  at(column: number, row: number): number {
    const [x, y] = [column - 1, row - 1];
    return x < 0 || y < 0 || x >= this.#width || y >= this.#height ? 0 : (this.#alpha[y * this.#width + x] ?? 0);
  }

  /** Where the outline crosses an edge, in pixels of the mask; a pixel's value belongs to its middle. */
  pointOn(edge: number): Point {
    const node = edge >> 1;
    const [column, row] = [node % this.columns, Math.floor(node / this.columns)];
    const [right, down] = edge % 2 === 0 ? [1, 0] : [0, 1];
    const from = this.at(column, row);
    const share = (threshold - from) / (this.at(column + right, row + down) - from);
    return { x: column - 0.5 + right * share, y: row - 0.5 + down * share };
  }
}

type Side = 'top' | 'right' | 'bottom' | 'left';

/** By which of a square's corners are ink (1 upper left, 2 upper right, 4 lower right, 8 lower left): ways through it. */
const ways: Readonly<Record<number, readonly (readonly [from: Side, to: Side])[]>> = {
  1: [['left', 'top']],
  2: [['top', 'right']],
  3: [['left', 'right']],
  4: [['right', 'bottom']],
  5: [
    ['left', 'top'],
    ['right', 'bottom'],
  ],
  6: [['top', 'bottom']],
  7: [['left', 'bottom']],
  8: [['bottom', 'left']],
  9: [['bottom', 'top']],
  10: [
    ['top', 'right'],
    ['bottom', 'left'],
  ],
  11: [['bottom', 'right']],
  12: [['right', 'left']],
  13: [['right', 'top']],
  14: [['top', 'left']],
};

/** For each edge that an outline crosses the one that it crosses next; the ink is always on the same side. */
function crossings(grid: InkGrid): Map<number, number> {
  const next = new Map<number, number>();
  for (let row = 0; row < grid.rows - 1; row += 1) {
    for (let column = 0; column < grid.columns - 1; column += 1) {
      const corners =
        (grid.at(column, row) > threshold ? 1 : 0) +
        (grid.at(column + 1, row) > threshold ? 2 : 0) +
        (grid.at(column + 1, row + 1) > threshold ? 4 : 0) +
        (grid.at(column, row + 1) > threshold ? 8 : 0);
      const node = row * grid.columns + column;
      const edges: Record<Side, number> = {
        top: 2 * node,
        right: 2 * (node + 1) + 1,
        bottom: 2 * (node + grid.columns),
        left: 2 * node + 1,
      };
      for (const [from, to] of ways[corners] ?? []) next.set(edges[from], edges[to]);
    }
  }
  return next;
}

/** Ramer, Douglas and Peucker's way of leaving out points, on a closed line; without recursion: strokes are long. */
function simplified(outline: readonly Point[]): Point[] {
  const last = outline.length - 1;
  const kept = new Set([0, last]);
  const spans: [number, number][] = [[0, last]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    let [farthest, distance] = [-1, tolerance];
    for (let index = from + 1; index < to; index += 1) {
      const away = distanceTo(outline[index], outline[from], outline[to]);
      if (away > distance) [farthest, distance] = [index, away];
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    spans.push([from, farthest], [farthest, to]);
  }
  return outline.filter((_, index) => kept.has(index));
}

/** From a point to the line through two others, or to them where they are one. */
function distanceTo(point: Point | undefined, from: Point | undefined, to: Point | undefined): number {
  if (!point || !from || !to) return 0;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(point.x - from.x, point.y - from.y);
  return Math.abs(dx * (point.y - from.y) - dy * (point.x - from.x)) / length;
}
