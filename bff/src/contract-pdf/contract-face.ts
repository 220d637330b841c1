import { type FontFace, missingOf } from './font-face';
import type { RareFonts } from './rare-fonts';

/** The contract's font together with those of rare characters: what it says of widths and outlines holds for both. */
export interface ContractFace extends FontFace {
  /** Whether this font itself draws a character. */
  isOwn(character: string): boolean;
  /** Whether another font draws it. */
  isRare(character: string): boolean;
  /** The face that draws a rare character. Reads files. @throws RangeError for any other */
  rareFaceOf(character: string): FontFace;
  /** Rare fonts have one weight, and thin hairlines: an outline of so many em makes up for it. */
  readonly rareOutline: number;
}

/** `own` draws all it has; `rare` helps out. */
export function withRareFonts(own: FontFace, rare: RareFonts, rareOutline: number): ContractFace {
  const isOwn = own.has;
  const isRare = (character: string) => !isOwn(character) && rare.has(character);
  const has = (character: string) => isOwn(character) || rare.has(character);
  // Ideographs fill their cell in each of these fonts, so no file is read to lay out a line; pictures do the same.
  const widthOf = (character: string) => (isOwn(character) ? own.widthOf(character) : 1);
  return {
    ...own,
    isOwn,
    isRare,
    rareFaceOf: rare.faceOf,
    rareOutline,
    widthOf,
    widthOfText: (text) => Array.from(text).reduce((sum, character) => sum + widthOf(character), 0),
    outlineOf(character) {
      if (!isRare(character)) return own.outlineOf(character);
      const face = rare.faceOf(character);
      return face.outlineOf(character).scale(own.unitsPerEm / face.unitsPerEm);
    },
    has,
    missingGlyphs: (text) => missingOf(text, has),
  };
}
