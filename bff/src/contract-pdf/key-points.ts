import { breakLines } from './break-lines';
import type { ContentWriter } from './content-writer';
import type { ContractFonts } from './contract-fonts';
import { ground, ink, marginSide, measure, secondary } from './page-design';
import type { PageFlow, PageFonts, Placed } from './page-flow';

const size = 9.8;
const leading = 16;
const padding = 11;

/** The box that a hurried reader reads; the first point is what this contract costs and how long it lasts. */
export function layOutKeyPoints(points: readonly string[], flow: PageFlow, faces: ContractFonts): Placed {
  const width = measure - 2 * padding - 14;
  const broken = points.map((point, index) => {
    const weight = index === 0 ? 'bold' : 'regular';
    return { weight, lines: breakLines(point, faces[weight], width / size) } as const;
  });
  const lineCount = 1 + broken.reduce((sum, { lines }) => sum + lines.length, 0);
  const height = lineCount * leading + 2 * padding - 5;
  const { page, top } = flow.take(height);
  flow.leave(14);
  const left = marginSide + padding;
  const draw = (writer: ContentWriter, fonts: PageFonts) => {
    let y = top - padding - size + 1;
    writer.box(marginSide, top - height, measure, height, ground);
    writer.box(marginSide, top - height, 2.5, height, secondary);
    writer.text('合同要点', left, y, { font: fonts.bold, size, colour: ink });
    for (const { weight, lines } of broken) {
      lines.forEach((line, index) => {
        y -= leading;
        if (index === 0) writer.box(left + 2, y + size * 0.28, 3, 3, secondary);
        writer.line(line, left + 14, y, width, { font: fonts[weight], size, colour: ink });
      });
    }
  };
  return { page, draw };
}
