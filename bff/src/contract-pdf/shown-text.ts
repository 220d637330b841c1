import type { PlacedCharacter } from './break-lines';
import type { EmbeddedFont } from './font-subset';
import type { PageFont } from './page-font';
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
      const its = run[0]?.font;
      const shown = `[${operands(run)}] TJ`;
      if (!its || its.key === font.key) return shown;
      const [set, back] = [its.key, font.key].map((key) => `/${key} ${pdfNumber(size)} Tf`);
      if (!its.outlined) return `${set} ${shown} ${back}`;
      const outline = `${pdfNumbers(...colour)} RG ${pdfNumber(font.face.rareOutline * size)} w 2 Tr`;
      return `${set} ${outline} ${shown} 0 Tr ${back}`;
    })
    .join(' ');
}

/** @throws RangeError for a character that no font has */
function piecesOf(characters: readonly PlacedCharacter[], spread: number, font: PageFont): Piece[] {
  const pieces: Piece[] = [];
  for (let index = 0; index < characters.length; ) {
    const rest = characters.slice(index);
    const picture = index === 0 ? pictureOf(characters, font) : undefined;
    const character = rest[0]?.character ?? '';
    const taken = rest.slice(0, picture ? Array.from(picture[0]).length : 1);
    index += taken.length;
    const gaps = index === characters.length ? taken.slice(0, -1) : taken;
    pieces.push({
      font: picture?.[1] ?? font.fontOf(character),
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
