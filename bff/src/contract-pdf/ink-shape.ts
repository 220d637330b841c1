import { type AlphaPicture, solidInk } from './alpha-picture';

interface InkBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Of solid ink, how much has hardly a neighbour: a stroke has some, a speck of noise has none. */
const mostLonely = 0.3;
/** Noise that is dense has neighbours, but no insides. */
const denseFrom = 0.15;
const fewestInside = 0.12;
/** All of it in a strip of this share of its length is one straight line. */
const lineWithin = 0.07;
/** The longest stroke of a name reaches over a good part of a line's height, however many characters it has. */
const shortestStroke = 0.2;
/** A frame runs along the sides of its box, and along all of them. */
const frameBand = 0.08;
const mostInFrame = 0.93;
const sideCovered = 0.75;

/** What the ink is when it is no writing; null when it may be. */
export type NoWriting = 'noise' | 'specks' | 'line' | 'frame';

/** Looks at the solid ink within its box, which has some. */
export function noWritingIn(alpha: AlphaPicture, box: InkBox): NoWriting | null {
  if (isNoise(alpha, box)) return 'noise';
  if (isSpecks(alpha, box)) return 'specks';
  if (isLine(alpha, box)) return 'line';
  return isFrame(alpha, box) ? 'frame' : null;
}

function forEachInk(
  { width, values }: AlphaPicture,
  box: InkBox,
  visit: (x: number, y: number, at: number) => void,
): void {
  for (let y = box.top; y <= box.bottom; y += 1) {
    for (let x = box.left; x <= box.right; x += 1) {
      const at = y * width + x;
      if ((values[at] ?? 0) >= solidInk) visit(x, y, at);
    }
  }
}

function isNoise(alpha: AlphaPicture, box: InkBox): boolean {
  const { width, height, values } = alpha;
  const isInk = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < width && y < height && (values[y * width + x] ?? 0) >= solidInk;
  let [ink, lonely, inside] = [0, 0, 0];
  forEachInk(alpha, box, (x, y) => {
    const beside = [isInk(x - 1, y), isInk(x + 1, y), isInk(x, y - 1), isInk(x, y + 1)].filter(Boolean).length;
    const diagonal = [isInk(x - 1, y - 1), isInk(x + 1, y - 1), isInk(x - 1, y + 1), isInk(x + 1, y + 1)];
    ink += 1;
    if (beside + diagonal.filter(Boolean).length <= 1) lonely += 1;
    if (beside === 4) inside += 1;
  });
  const density = ink / ((box.right - box.left + 1) * (box.bottom - box.top + 1));
  return lonely > ink * mostLonely || (density > denseFrom && inside < ink * fewestInside);
}

/** Whether no connected piece of ink is as long as a stroke. */
function isSpecks({ width, values }: AlphaPicture, box: InkBox): boolean {
  const enough = shortestStroke * (Math.min(box.right - box.left, box.bottom - box.top) + 1);
  const seen = new Uint8Array(values.length);
  const waiting: number[] = [];
  const visit = (at: number) => {
    if ((values[at] ?? 0) >= solidInk && seen[at] === 0) {
      seen[at] = 1;
      waiting.push(at);
    }
  };
  for (let y = box.top; y <= box.bottom; y += 1) {
    for (let x = box.left; x <= box.right; x += 1) {
      visit(y * width + x);
      let [left, right, top, bottom] = [x, x, y, y];
      for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
        const [column, row] = [at % width, Math.floor(at / width)];
        [left, right, top, bottom] = [
          Math.min(left, column),
          Math.max(right, column),
          Math.min(top, row),
          Math.max(bottom, row),
        ];
        if (Math.max(right - left, bottom - top) + 1 >= enough) return false;
        for (const step of [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1]) visit(at + step);
      }
    }
  }
  return true;
}

/** By the direction in which the ink is longest, from its second moments: how far it reaches across that. */
function isLine(alpha: AlphaPicture, box: InkBox): boolean {
  let [ink, sumX, sumY] = [0, 0, 0];
  forEachInk(alpha, box, (x, y) => {
    ink += 1;
    sumX += x;
    sumY += y;
  });
  const [middleX, middleY] = [sumX / ink, sumY / ink];
  let [xx, yy, xy] = [0, 0, 0];
  forEachInk(alpha, box, (x, y) => {
    xx += (x - middleX) ** 2;
    yy += (y - middleY) ** 2;
    xy += (x - middleX) * (y - middleY);
  });
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [left, right, top, bottom] = [0, 0, 0, 0];
  forEachInk(alpha, box, (x, y) => {
    const along = (x - middleX) * cos + (y - middleY) * sin;
    const across = (y - middleY) * cos - (x - middleX) * sin;
    left = Math.min(left, along);
    right = Math.max(right, along);
    top = Math.min(top, across);
    bottom = Math.max(bottom, across);
  });
  return bottom - top < (right - left) * lineWithin;
}

function isFrame(alpha: AlphaPicture, box: InkBox): boolean {
  const [width, height] = [box.right - box.left + 1, box.bottom - box.top + 1];
  const band = Math.max(3, Math.round(Math.min(width, height) * frameBand));
  const [atTop, atBottom] = [new Set<number>(), new Set<number>()];
  const [atLeft, atRight] = [new Set<number>(), new Set<number>()];
  let [ink, within] = [0, 0];
  forEachInk(alpha, box, (x, y) => {
    ink += 1;
    const sides = [x - box.left, box.right - x, y - box.top, box.bottom - y];
    if (Math.min(...sides) < band) within += 1;
    if (y - box.top < band) atTop.add(x);
    if (box.bottom - y < band) atBottom.add(x);
    if (x - box.left < band) atLeft.add(y);
    if (box.right - x < band) atRight.add(y);
  });
  const isAlongAll =
    Math.min(atTop.size, atBottom.size) >= width * sideCovered &&
    Math.min(atLeft.size, atRight.size) >= height * sideCovered;
  return isAlongAll && within > ink * mostInFrame;
}
