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
  const last = characters.length - 1;
  const picture = font.pictures.size > 0 ? pictureOf(characters, font) : undefined;
  if (picture) {
    const [text, its] = picture;
    return [
      { font: its, text, adjust: characters.slice(0, last).reduce((sum, { adjust }) => sum + adjust + spread, 0) },
    ];
  }
  return characters.map(({ character, adjust }, index) => ({
    font: font.fontOf(character),
    text: character,
    adjust: index === last ? 0 : adjust + spread,
  }));
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
  const last = run.at(-1);
  for (const piece of run) {
    pending += piece.text;
    const gap = Math.round(piece.adjust * -1000);
    if (gap !== 0 || piece === last) {
      written += `${piece.font.encode(pending)}${gap === 0 ? '' : gap}`;
      pending = '';
    }
  }
  return written;
}
