import type { BrokenLine } from './break-lines';
import { codePointsOf } from './font-face';
import type { PageFont } from './page-font';
import { pdfNumber, pdfNumbers } from './pdf-numbers';
import { shownText } from './shown-text';
import type { StructureElement } from './structure';

export type { PageFont } from './page-font';
export { pdfNumbers } from './pdf-numbers';

/** Red, green and blue as operands: shares of one. */
export type Colour = `${number} ${number} ${number}`;

export interface TextStyle {
  font: PageFont;
  /** Points. */
  size: number;
  colour: Colour;
  /** Extra space between characters, in em. */
  tracking?: number;
}

export interface Stencil {
  readonly bits: Buffer;
  /** Pixels; each row begins with a byte of its own. */
  readonly width: number;
  readonly height: number;
}

export interface ContentWriter {
  text(value: string, x: number, y: number, style: TextStyle): void;
  /** Draws the string ending at `right`. */
  textEndingAt(value: string, right: number, y: number, style: TextStyle): void;
  textCentredAt(value: string, centre: number, y: number, style: TextStyle): void;
  /** Draws one line of a paragraph, spread to `measure` points when it is not the last one. */
  line(line: BrokenLine, x: number, y: number, measure: number, style: TextStyle): void;
  rule(x1: number, y1: number, x2: number, y2: number, width: number, colour: Colour): void;
  box(x: number, y: number, width: number, height: number, colour: Colour): void;
  /** Paints the set bits of a small picture, rows from the top, into a box (x, y, width, height). */
  stencil(picture: Stencil, box: readonly [number, number, number, number], colour: Colour): void;
  /** Draws an XObject with the given matrix; of it only what lies in `clip` (x, y, width, height on the page). */
  object(key: string, matrix: readonly number[], clip?: readonly number[]): void;
  /** What is drawn meanwhile is content of the element (ISO 32000-1, 14.6). */
  marked(element: StructureElement, draw: () => void): void;
  /** What is drawn meanwhile is decoration, or stands on every page: not read aloud (14.8.2.2). */
  artifact(draw: () => void): void;
  toString(): string;
}

/** The page that the content is for, whose marks are numbered on. */
export interface MarkedPage {
  readonly page: number;
  nextMark: number;
}

/**
 * Collects PDF content operators (ISO 32000-1 Annex A). Coordinates are points from the page's lower left corner. On a marked
 * page all is content of an element or an artifact: lines, boxes and objects by themselves are artifacts, and text by itself is an error.
 */
export function createContentWriter(marks?: MarkedPage): ContentWriter {
  const parts: string[] = [];
  let isWithin = !marks;
  const within = (begin: string, draw: () => void) => {
    if (!marks) {
      draw();
      return;
    }
    if (isWithin) throw new Error('Marked content within marked content');
    isWithin = true;
    parts.push(begin);
    draw();
    parts.push('EMC');
    isWithin = false;
  };
  const decoration = (operators: string) =>
    isWithin ? parts.push(operators) : parts.push('/Artifact BMC', operators, 'EMC');
  const begin = (x: number, y: number, { font, size, colour }: TextStyle) => {
    if (!isWithin) throw new Error('Text that is content of no element');
    parts.push(`BT /${font.key} ${pdfNumber(size)} Tf ${colour} rg 1 0 0 1 ${pdfNumber(x)} ${pdfNumber(y)} Tm`);
  };
  const widthOf = (value: string, { font, size, tracking = 0 }: TextStyle) => {
    const gaps = tracking ? Math.max(0, codePointsOf(value).length - 1) : 0;
    return (font.face.widthOfText(value) + gaps * tracking) * size;
  };
  const writer: ContentWriter = {
    text(value, x, y, style) {
      begin(x, y, style);
      const spacing = style.tracking ? `${pdfNumber(style.tracking * style.size)} Tc ` : '';
      const placed = { codes: codePointsOf(value), adjusts: [] };
      parts.push(`${spacing}${shownText(placed, 0, style)}${spacing ? ' 0 Tc' : ''} ET`);
    },
    textEndingAt(value, right, y, style) {
      writer.text(value, right - widthOf(value, style), y, style);
    },
    textCentredAt(value, centre, y, style) {
      writer.text(value, centre - widthOf(value, style) / 2, y, style);
    },
    line(line, x, y, measure, style) {
      const gaps = line.codes.length - 1;
      const free = measure / style.size - line.width;
      const spread = line.last || gaps < 1 ? 0 : free / gaps;
      begin(x, y, style);
      parts.push(`${shownText(line, spread, style)} ET`);
    },
    rule(x1, y1, x2, y2, width, colour) {
      decoration(`${pdfNumber(width)} w ${colour} RG ${pdfNumbers(x1, y1)} m ${pdfNumbers(x2, y2)} l S`);
    },
    box(x, y, width, height, colour) {
      decoration(`${colour} rg ${pdfNumbers(x, y, width, height)} re f`);
    },
    stencil({ bits, width, height }, [x, y, w, h], colour) {
      // An inline image (ISO 32000-1, 8.9.7), as hex: its end is looked for among its bytes.
      const picture = `BI /W ${width} /H ${height} /IM true /BPC 1 /D [1 0] /F /AHx ID ${bits.toString('hex')}> EI`;
      decoration(`q ${colour} rg ${pdfNumbers(w, 0, 0, h, x, y)} cm ${picture} Q`);
    },
    object(key, matrix, clip) {
      const clipping = clip ? `${pdfNumbers(...clip)} re W n ` : '';
      decoration(`q ${clipping}${pdfNumbers(...matrix)} cm /${key} Do Q`);
    },
    marked(element, draw) {
      if (!marks) {
        draw();
        return;
      }
      const { page, nextMark: mark } = marks;
      marks.nextMark += 1;
      element.kids.push({ page, mark });
      within(`/${element.type} << /MCID ${mark} >> BDC`, draw);
    },
    artifact: (draw) => within('/Artifact BMC', draw),
    toString: () => parts.join('\n'),
  };
  return writer;
}
