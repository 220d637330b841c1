import type { TextArc } from './cell-paths';
import { type SealCell, widthOfCells } from './seal-cells';

const degrees = Math.PI / 180;

/** Where the heads of the characters of the name reach, millimetres from the middle: the ring is 1.1 mm away. */
const headRadius = 17.7;
/** From the baseline to the head of an ideograph, in em. */
const headHeight = 0.86;
const largestSize = 4.9;
/** A character of more than this width against its height looks fat on an arc, one of less is hard to read. */
const widest = 0.84;
const narrowest = 0.62;
/** Of the room of a character, its own part; the rest is air. */
const filled = 0.9;

/** Wider names than this, in em, go on two arcs: on one, a character would be less than 1.9 mm wide. */
const widestSingleArc = 36;
/** From the heads of the outer arc to those of the inner one, in em of the outer: less, and the eye changes arcs. */
const arcDistance = 1.27;
const largestSizeOfTwo = 3.05;
/** Ends where the code begins, or where the purpose does. */
const outerSweep = 276 * degrees;
const innerSweep = 238 * degrees;

/**
 * The arcs of a unit's name, outer first (国发〔1999〕25号: 自左而右环行). A short name is spread, a longer one grows down
 * both sides, then its characters grow narrower and then smaller, and then there are two arcs.
 */
export function nameArcs(cells: readonly SealCell[]): TextArc[] {
  const width = widthOfCells(cells);
  if (width <= widestSingleArc) return [arcOf(cells, headRadius, singleSweep(width), largestSize)];
  const middle = splitAt(cells, width * outerShare);
  const outer = compactArc(cells.slice(0, middle), headRadius, outerSweep, largestSizeOfTwo);
  const inner = compactArc(cells.slice(middle), headRadius - outer.size * arcDistance, innerSweep, outer.size);
  return [outer, inner];
}

/** What the outer of two arcs holds, so that both are filled alike. */
const outerShare = 0.6;

/** Radians. Few characters are spread over so many degrees for each em. */
function singleSweep(width: number): number {
  const most = 240 + Math.max(0, Math.min(36, (width - 18) * 2));
  return Math.min(30 * width, most) * degrees;
}

/** Takes no more of the sweep than its characters fill at their widest: two loose arcs do not read as lines. */
function compactArc(cells: readonly SealCell[], heads: number, most: number, largest: number): TextArc {
  const natural = (widthOfCells(cells) * largest * widest) / filled / (heads - largest / 2);
  return arcOf(cells, heads, Math.min(most, natural), largest);
}

function arcOf(cells: readonly SealCell[], heads: number, sweep: number, largest: number): TextArc {
  const width = widthOfCells(cells);
  const roomOf = (size: number) => (sweep * (heads - size / 2)) / width;
  // Smaller characters stand farther out, where there is more room: the size settles in a few steps.
  let size = largest;
  for (let step = 0; step < 4; step += 1) size = Math.min(largest, (roomOf(size) * filled) / narrowest);
  return {
    cells,
    size,
    condense: Math.min(widest, (roomOf(size) * filled) / size),
    baseline: heads - size * headHeight,
    sweep,
    foot: false,
  };
}

/** Never the first on an arc, never the last, and inside a word of Latin letters or digits there is no break. */
const closing = /^[）)】〕》”’、，·•・—-]$/u;
const opening = /^[（(【〔《“‘]$/u;
const wordCharacter = /^[A-Za-z0-9.&]$/;

/** Index of the first cell of the second arc: the one nearest to `wanted` em at which a break is allowed. */
function splitAt(cells: readonly SealCell[], wanted: number): number {
  let travelled = 0;
  let best = { index: Math.ceil(cells.length / 2), distance: Number.POSITIVE_INFINITY };
  for (const [index, cell] of cells.entries()) {
    const before = cells[index - 1]?.character ?? '';
    const isWord = wordCharacter.test(before) && wordCharacter.test(cell.character);
    const isAllowed = index > 0 && !closing.test(cell.character) && !opening.test(before) && !isWord;
    const distance = Math.abs(travelled - wanted);
    if (isAllowed && distance < best.distance) best = { index, distance };
    travelled += cell.advance;
  }
  return best.index;
}
