import type { PlacedText } from './break-lines';
import type { EmbeddedFont } from './font-subset';
import type { PageFont } from './page-font';
import { pdfNumber } from './pdf-numbers';

interface ShownStyle {
  font: PageFont;
  size: number;
  colour: string;
}

/**
 * Operators that show characters in a font that is set already, each in the font that has it; that font is set again at
 * the end. `spread` em are added to every gap.
 * @throws RangeError for a character that no font has
 */
export function shownText({ codes, adjusts }: PlacedText, spread: number, style: ShownStyle): string {
  const { font } = style;
  const last = codes.length - 1;
  const picture = font.pictures.size > 0 ? pictureOf(codes, font) : undefined;
  if (picture) {
    const gaps = adjusts.slice(0, last).reduce((sum, adjust) => sum + adjust, spread * last);
    return shownRun(`<${picture.codeOf('')}>${gapAs(gaps)}`, picture, style);
  }
  const runs: string[] = [];
  let its: EmbeddedFont | undefined;
  // Glyphs that follow each other by their plain advance are one string; gaps stand between strings.
  let [operand, pending] = ['', ''];
  const endRun = () => {
    if (its) runs.push(shownRun(pending ? `${operand}<${pending}>` : operand, its, style));
    [operand, pending] = ['', ''];
  };
  for (let index = 0; index <= last; index += 1) {
    const shown = font.shown(codes[index] ?? 0);
    if (shown.font !== its) {
      endRun();
      its = shown.font;
    }
    pending += shown.code;
    const gap = index === last ? '' : gapAs((adjusts[index] ?? 0) + spread);
    if (gap) {
      operand += `<${pending}>${gap}`;
      pending = '';
    }
  }
  endRun();
  return runs.join(' ');
}

/** In thousandths of an em; tighter is positive (ISO 32000-1, 9.4.3). */
function gapAs(em: number): string {
  if (em === 0) return '';
  const thousandths = Math.round(em * -1000);
  return thousandths === 0 ? '' : String(thousandths);
}

function shownRun(operand: string, its: EmbeddedFont, { font, size, colour }: ShownStyle): string {
  const shown = `[${operand}] TJ`;
  if (its.key === font.key) return shown;
  const [set, back] = [its.key, font.key].map((key) => `/${key} ${pdfNumber(size)} Tf`);
  if (!its.outlined) return `${set} ${shown} ${back}`;
  const outline = `${colour} RG ${pdfNumber(font.face.rareOutline * size)} w 2 Tr`;
  return `${set} ${outline} ${shown} 0 Tr ${back}`;
}

/** Only of the whole: the same characters within another text are written. */
const pictureOf = (codes: readonly number[], { pictures }: PageFont): EmbeddedFont | undefined =>
  pictures.get(String.fromCodePoint(...codes));
