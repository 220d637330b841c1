import type { PlacedCharacter } from './break-lines';
import type { EmbeddedFont, PageFont } from './page-font';
import { pdfNumber, pdfNumbers } from './pdf-numbers';

/** What one operand shows: several characters where that is a picture of them. `adjust` as in a placed character. */
interface Piece {
  font: EmbeddedFont;
  text: string;
  adjust: number;
}

/**
 * Operators that show characters in a font that is set already, each in the font that has it; that font is set again at
 * the end. `spread` em are added to every gap.
 */
export function shownText(
  characters: readonly PlacedCharacter[],
  spread: number,
  style: { font: PageFont; size: number; colour: readonly number[] },
): string {
  const { font, size, colour } = style;
  const pieces = piecesOf(characters, spread, font);
  return runsOf(pieces)
    .map((run) => {
      const its = run[0]?.font ?? font;
      const shown = `[${operands(run)}] TJ`;
      if (its === font) return shown;
      const outlined = `${pdfNumbers(...colour)} RG ${pdfNumber(font.face.rareOutline * size)} w 2 Tr`;
      return `/${its.key} ${pdfNumber(size)} Tf ${outlined} ${shown} 0 Tr /${font.key} ${pdfNumber(size)} Tf`;
    })
    .join(' ');
}

/** @throws RangeError for a character that nothing was embedded for: a box in a contract is worse */
function piecesOf(characters: readonly PlacedCharacter[], spread: number, font: PageFont): Piece[] {
  const pieces: Piece[] = [];
  for (let index = 0; index < characters.length; ) {
    const rest = characters.slice(index);
    const picture = index === 0 ? pictureOf(characters, font) : undefined;
    const character = rest[0]?.character ?? '';
    if (!picture && !font.face.isOwn(character) && !font.rare.has(character)) {
      throw new RangeError('A character is not among the text that its font was embedded for');
    }
    const taken = rest.slice(0, picture ? Array.from(picture[0]).length : 1);
    index += taken.length;
    const gaps = index === characters.length ? taken.slice(0, -1) : taken;
    pieces.push({
      font: picture?.[1] ?? font.rare.get(character) ?? font,
      text: picture?.[0] ?? character,
      adjust: gaps.reduce((sum, { adjust }) => sum + adjust + spread, 0),
    });
  }
  return pieces;
}

/** Only of the whole: the same characters within another text are written. */
function pictureOf(characters: readonly PlacedCharacter[], { pictures }: PageFont): [string, EmbeddedFont] | undefined {
  const whole = characters.map(({ character }) => character).join('');
  const font = pictures.get(whole);
  return font && [whole, font];
}

function runsOf(pieces: readonly Piece[]): Piece[][] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const current = runs.at(-1);
    if (current?.[0]?.font === piece.font) current.push(piece);
    else runs.push([piece]);
  }
  return runs;
}

/** Operands of TJ: glyph strings, cut where a gap differs from the plain advance; gaps in thousandths, inverted. */
function operands(run: readonly Piece[]): string {
  let written = '';
  let pending = '';
  for (const piece of run) {
    pending += piece.text;
    const gap = Math.round(piece.adjust * -1000);
    if (gap !== 0 || piece === run.at(-1)) {
      written += `${piece.font.encode(pending)}${gap === 0 ? '' : gap}`;
      pending = '';
    }
  }
  return written;
}
