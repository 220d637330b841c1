import { codePointOf, type FontFace, missingOf, widthOfAll } from './font-face';
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
  const isRareAt = (code: number) => !own.has(code) && rare.has(String.fromCodePoint(code));
  const isRare = (character: string) => isRareAt(codePointOf(character));
  const has = (code: number) => own.has(code) || isRareAt(code);
  // Ideographs fill their cell in each of these fonts, so no file is read to lay out a line; pictures do the same.
  const widths = new Map<number, number>();
  const widthAt = (code: number) => {
    const known = widths.get(code);
    if (known !== undefined) return known;
    const width = own.has(code) ? own.widthAt(code) : 1;
    widths.set(code, width);
    return width;
  };
  return {
    ...own,
    isOwn: (character) => own.has(codePointOf(character)),
    isRare,
    rareFaceOf: rare.faceOf,
    rareOutline,
    widthOf: (character) => widthAt(codePointOf(character)),
    widthAt,
    widthOfText: (text) => widthOfAll(text, widthAt),
    outlineOf(character) {
      if (!isRare(character)) return own.outlineOf(character);
      const face = rare.faceOf(character);
      return face.outlineOf(character).scale(own.unitsPerEm / face.unitsPerEm);
    },
    has,
    missingGlyphs: (text) => missingOf(text, has),
  };
}
