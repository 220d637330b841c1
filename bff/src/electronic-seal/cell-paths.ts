import type { ContractFace } from '../contract-pdf/contract-face';
import { glyphPath } from './glyph-path';
import { type SealCell, widthOfCells } from './seal-cells';

/** Outlines of a text: path data of the glyphs to fill, and of those that need an outline too. */
export interface TextPaths {
  readonly plain: string;
  /** Rare characters come from fonts of one weight; the width of their outline, in millimetres, makes up for it. */
  readonly rare: string;
  readonly rareOutline: number;
}

export interface TextArc {
  readonly cells: readonly SealCell[];
  /** Em size, millimetres. */
  readonly size: number;
  readonly condense: number;
  /** Radius of the baseline, millimetres. */
  readonly baseline: number;
  /** Radians from the outer edge of the first character's room to that of the last's. */
  readonly sweep: number;
  /** Along the foot, read left to right, instead of over the top. */
  readonly foot: boolean;
}

/** Of an ideograph's middle above its baseline, in em. */
const middleHeight = 0.38;

/** Sets a text on a circle about the origin, its middle at the top (clockwise) or at the foot (counter-clockwise). */
export function arcPaths(arc: TextArc, face: ContractFace): TextPaths {
  const { cells, size, condense, baseline } = arc;
  const scale = size * condense;
  // Set on the middle of the characters: on the baseline those of the arc's foot would stand apart, those over the top touch.
  const circle = baseline + (arc.foot ? -size : size) * middleHeight;
  const air = (arc.sweep * circle - widthOfCells(cells) * scale) / cells.length;
  let travelled = (-arc.sweep * circle) / 2;
  return joined(size, face, cells, ({ character, advance, inset }) => {
    const room = advance * scale + air;
    const middle = (travelled + room / 2) / circle;
    travelled += room;
    const turn = arc.foot ? -middle : middle;
    const radius = arc.foot ? baseline : -baseline;
    const half = (advance * scale) / 2;
    const x = -radius * Math.sin(turn) - Math.cos(turn) * half;
    const y = radius * Math.cos(turn) - Math.sin(turn) * half;
    return glyphPath(character, face, { x, y, turn, size, condense, inset });
  });
}

export interface TextLine {
  readonly cells: readonly SealCell[];
  readonly size: number;
  readonly condense: number;
  /** Of the baseline, millimetres below the middle of the seal. */
  readonly y: number;
}

/** Sets a text straight, its middle under the middle of the seal. */
export function linePaths({ cells, size, condense, y }: TextLine, face: ContractFace): TextPaths {
  const scale = size * condense;
  let x = (-widthOfCells(cells) * scale) / 2;
  return joined(size, face, cells, ({ character, advance, inset }) => {
    const path = glyphPath(character, face, { x, y, turn: 0, size, condense, inset });
    x += advance * scale;
    return path;
  });
}

function joined(
  size: number,
  face: ContractFace,
  cells: readonly SealCell[],
  pathOf: (cell: SealCell) => string,
): TextPaths {
  const paths = cells.map((cell) => ({ isRare: cell.isRare, path: pathOf(cell) }));
  const all = (isRare: boolean) =>
    paths
      .filter((entry) => entry.isRare === isRare)
      .map(({ path }) => path)
      .join('');
  return { plain: all(false), rare: all(true), rareOutline: face.rareOutline * size };
}
