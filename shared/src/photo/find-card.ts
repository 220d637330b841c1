import { type LumaPlane, shrinkPlane } from './luma-plane';

/**
 * Where a card lies in a picture: a rectangle about `centre`, `length` along its longer side, turned by `angle` (radians,
 * clockwise on the screen, −π/2 to π/2). All lengths are shares of the picture's own longer side.
 */
export interface CardPlace {
  readonly centre: { readonly x: number; readonly y: number };
  readonly angle: number;
  readonly length: number;
  readonly breadth: number;
  /** How much of the picture's edge runs through it, as a share of its own length. */
  readonly onEdge: number;
}

/** Enough for edges, little enough for a phone. */
const SEARCHED_SIDE = 160;
/** ID-1 cards, ISO/IEC 7810: 85.60 mm by 53.98 mm. */
export const CARD_RATIO = 85.6 / 53.98;
/** A card seen a little from the side. */
const RATIO_WITHIN = 0.22;
const SMALLEST_SHARE = 0.12;
/** Of its own rectangle; rounded corners and perspective take some. */
const FILLED_FROM = 0.86;
/** Brightness by which it must differ from the ground, at least. */
const LEAST_CONTRAST = 14;
/** So much of its length may run along the edge of the picture before it counts as cut. */
const CUT_FROM = 0.12;

const median = (values: number[]): number => values.sort((one, other) => one - other)[values.length >> 1] ?? 0;

function edgePixels(width: number, height: number): number[] {
  const pixels: number[] = [];
  for (let x = 0; x < width; x += 1) pixels.push(x, (height - 1) * width + x);
  for (let y = 1; y < height - 1; y += 1) pixels.push(y * width, y * width + width - 1);
  return pixels;
}

/** Marks what is connected to the starts and passes: 4 neighbours. */
function flood(marks: Uint8Array, width: number, starts: readonly number[], passes: (at: number) => boolean): number[] {
  const found: number[] = [];
  const height = marks.length / width;
  const visit = (at: number) => {
    if (marks[at] === 0 && passes(at)) {
      marks[at] = 1;
      found.push(at);
    }
  };
  for (const start of starts) visit(start);
  for (let next = 0; next < found.length; next += 1) {
    const at = found[next] ?? 0;
    const x = at % width;
    if (x > 0) visit(at - 1);
    if (x < width - 1) visit(at + 1);
    if (at >= width) visit(at - width);
    if (at < (height - 1) * width) visit(at + width);
  }
  return found;
}

/** The largest connected piece of what is not the ground, its holes filled: ground is what the edge leads to. */
function largestPiece({ width, height, values }: LumaPlane): number[] {
  const edge = edgePixels(width, height);
  const ground = median(edge.map((at) => values[at] ?? 0));
  const deviation = median(edge.map((at) => Math.abs((values[at] ?? 0) - ground)));
  const tolerance = Math.max(LEAST_CONTRAST, 4 * deviation);
  const marks = new Uint8Array(values.length);
  flood(marks, width, edge, (at) => Math.abs((values[at] ?? 0) - ground) <= tolerance);
  let largest: number[] = [];
  for (let at = 0; at < marks.length; at += 1) {
    if (marks[at] === 0) {
      const piece = flood(marks, width, [at], () => true);
      largest = piece.length > largest.length ? piece : largest;
    }
  }
  return largest;
}

/** The direction in which the piece is longest, by its second moments. */
function directionOf(piece: readonly number[], width: number): { x: number; y: number; angle: number } {
  let [sumX, sumY] = [0, 0];
  for (const at of piece) {
    sumX += at % width;
    sumY += Math.floor(at / width);
  }
  const [x, y] = [sumX / piece.length, sumY / piece.length];
  let [xx, yy, xy] = [0, 0, 0];
  for (const at of piece) {
    const [dx, dy] = [(at % width) - x, Math.floor(at / width) - y];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return { x, y, angle: 0.5 * Math.atan2(2 * xy, xx - yy) };
}

/**
 * Finds a card that lies on a ground of another brightness; null when there is none, or none that is told apart for sure.
 * One that the picture's edge cuts is found, too (`isCut`).
 */
export function findCard(whole: LumaPlane): CardPlace | null {
  const plane = shrinkPlane(whole, SEARCHED_SIDE);
  const { width, height } = plane;
  const piece = largestPiece(plane);
  if (piece.length < SMALLEST_SHARE * width * height) {
    return null;
  }
  const { x, y, angle } = directionOf(piece, width);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [left, right, top, bottom, onEdge] = [0, 0, 0, 0, 0];
  const touched = new Set<'left' | 'right' | 'top' | 'bottom'>();
  for (const at of piece) {
    const [column, row] = [at % width, Math.floor(at / width)];
    const along = (column - x) * cos + (row - y) * sin;
    const across = (row - y) * cos - (column - x) * sin;
    left = Math.min(left, along);
    right = Math.max(right, along);
    top = Math.min(top, across);
    bottom = Math.max(bottom, across);
    if (column === 0) touched.add('left');
    if (column === width - 1) touched.add('right');
    if (row === 0) touched.add('top');
    if (row === height - 1) touched.add('bottom');
    onEdge += column === 0 || row === 0 || column === width - 1 || row === height - 1 ? 1 : 0;
  }
  const [length, breadth] = [right - left + 1, bottom - top + 1];
  // What runs through three sides is a wall, a table or the light, not a card with a corner missing.
  if (piece.length < FILLED_FROM * length * breadth || touched.size > 2) {
    return null;
  }
  const unit = 1 / Math.max(width, height);
  const [middle, level] = [(left + right) / 2, (top + bottom) / 2];
  const place: CardPlace = {
    centre: {
      x: (x + middle * cos - level * sin + 0.5) * unit,
      y: (y + middle * sin + level * cos + 0.5) * unit,
    },
    angle,
    length: length * unit,
    breadth: breadth * unit,
    onEdge: onEdge / length,
  };
  return isCut(place) || hasCardShape(place) ? place : null;
}

const hasCardShape = ({ length, breadth }: CardPlace): boolean =>
  Math.abs(length / breadth / CARD_RATIO - 1) <= RATIO_WITHIN;

/** Whether the picture's edge runs through the card: corners are missing. */
export const isCut = ({ onEdge }: CardPlace): boolean => onEdge >= CUT_FROM;
