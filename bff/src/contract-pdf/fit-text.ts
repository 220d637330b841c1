import { type BrokenLine, breakLines } from './break-lines';
import type { ContentWriter, PageFont } from './content-writer';
import type { FontFace } from './font-face';
import { ink } from './page-design';

export interface FittedText {
  /** Points. */
  size: number;
  leading: number;
  lines: BrokenLine[];
}

const leadingFactor = 1.22;
/** Below this nobody reads it from paper. */
const smallestSize = 7;

/**
 * Finds the largest size, from `size` downwards, at which the text fits a box of `width` × `height` points. A contract
 * never cuts a value off.
 * @throws RangeError when even the smallest legible size does not fit
 */
export function fitText(text: string, face: FontFace, width: number, height: number, size: number): FittedText {
  for (let candidate = size; candidate >= smallestSize; candidate -= 0.5) {
    const lines = breakLines(text, face, width / candidate);
    const leading = candidate * leadingFactor;
    if (lines.length === 1 || lines.length * leading <= height) {
      return { size: candidate, leading, lines: lines.map((line) => ({ ...line, last: true })) };
    }
  }
  throw new RangeError(`A text of ${text.length} characters does not fit its place in the contract`);
}

/** Writes a value into a box whose first line, were it alone, has its baseline at `y`; shrunk until all of it fits. */
export function drawFitted(
  writer: ContentWriter,
  text: string,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  font: PageFont,
  largest: number,
): void {
  const picture = font.pictures.get(text);
  if (picture) {
    // It cannot be broken.
    const size = Math.min(largest, width / picture.em);
    writer.text(text, x, y, { font, size, colour: ink });
    return;
  }
  const { lines, size, leading } = fitText(text, font.face, width, height, largest);
  const first = y + ((lines.length - 1) * leading) / 2;
  lines.forEach((line, index) => {
    writer.line(line, x, first - index * leading, width, { font, size, colour: ink });
  });
}
