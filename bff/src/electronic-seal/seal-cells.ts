import type { ContractFace } from '../contract-pdf/contract-face';

/** One character and the room that it takes, in em. */
export interface SealCell {
  readonly character: string;
  readonly advance: number;
  /** Empty space at the glyph's left that is cut off. */
  readonly inset: number;
  readonly isRare: boolean;
}

/** Ideographs keep their square, in which they were drawn. */
const squared = /^[\p{Unified_Ideograph}\uf900-\ufad9〇々]$/u;
/** Beside the ink of everything else, in em. */
const bearing = 0.09;
/** Of a space, in em. */
const spaceWidth = 0.3;

/**
 * The cells of a text. Brackets, digits and Latin letters are as wide as their ink: a full-width bracket would tear a
 * hole half a character wide into the arc.
 */
export function sealCells(text: string, face: ContractFace): SealCell[] {
  return Array.from(text, (character) => {
    const isRare = face.isRare(character);
    if (squared.test(character)) return { character, advance: face.widthOf(character), inset: 0, isRare };
    const { minX, maxX } = face.outlineOf(character).bbox;
    if (!(maxX > minX)) return { character, advance: spaceWidth, inset: 0, isRare };
    return {
      character,
      advance: (maxX - minX) / face.unitsPerEm + 2 * bearing,
      inset: minX / face.unitsPerEm - bearing,
      isRare,
    };
  });
}

export function widthOfCells(cells: readonly SealCell[]): number {
  return cells.reduce((sum, { advance }) => sum + advance, 0);
}
