import { pdfNumbers } from './content-writer';
import type { FontFace } from './font-face';

/** A glyph's outline filled at the origin; TrueType's quadratic curves are raised to the cubic ones PDF has. */
export function glyphOutline(character: string, face: FontFace, size: number, condense = 1): string {
  const sy = size / face.unitsPerEm;
  const sx = sy * condense;
  let [px, py] = [0, 0];
  const operators = face.outlineOf(character).commands.map(({ command, args }) => {
    const points = args.map((value, index) => value * (index % 2 === 0 ? sx : sy));
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = points;
    switch (command) {
      case 'moveTo':
        [px, py] = [x1, y1];
        return `${pdfNumbers(x1, y1)} m`;
      case 'lineTo':
        [px, py] = [x1, y1];
        return `${pdfNumbers(x1, y1)} l`;
      case 'quadraticCurveTo': {
        const raised = pdfNumbers(
          px + (2 / 3) * (x1 - px),
          py + (2 / 3) * (y1 - py),
          x2 + (2 / 3) * (x1 - x2),
          y2 + (2 / 3) * (y1 - y2),
          x2,
          y2,
        );
        [px, py] = [x2, y2];
        return `${raised} c`;
      }
      case 'bezierCurveTo':
        [px, py] = [x3, y3];
        return `${pdfNumbers(x1, y1, x2, y2, x3, y3)} c`;
      default:
        return 'h';
    }
  });
  return operators.length > 0 ? `${operators.join(' ')} f` : '';
}
