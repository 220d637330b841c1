import { type BrokenLine, breakLines } from './break-lines';
import type { ContentWriter } from './content-writer';
import type { ContractFonts } from './contract-fonts';
import { ground, ink, marginSide, measure, secondary } from './page-design';
import type { PageFlow, PageFonts, Placed } from './page-flow';
import { type StructureElement, structureElement } from './structure';

const size = 9.8;
const leading = 16;
const padding = 11;
const width = measure - 2 * padding - 14;

interface KeyPoint {
  readonly weight: 'regular' | 'bold';
  readonly lines: readonly BrokenLine[];
}

export const breakKeyPoint = (text: string, weight: KeyPoint['weight'], faces: ContractFonts): KeyPoint => ({
  weight,
  lines: breakLines(text, faces[weight], width / size),
});

/** The box that a hurried reader reads; the first point is what this contract costs and how long it lasts. */
export function layOutKeyPoints(points: readonly KeyPoint[], flow: PageFlow, parent: StructureElement): Placed {
  const section = structureElement('Sect', parent);
  const heading = structureElement('H2', section);
  const list = structureElement('L', section);
  const broken = points.map((point) => {
    const body = structureElement('LBody', structureElement('LI', list));
    return { ...point, body };
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
    writer.marked(heading, () => writer.text('合同要点', left, y, { font: fonts.bold, size, colour: ink }));
    for (const { weight, body, lines } of broken) {
      writer.box(left + 2, y - leading + size * 0.28, 3, 3, secondary);
      writer.marked(body, () => {
        for (const line of lines) {
          y -= leading;
          writer.line(line, left + 14, y, width, { font: fonts[weight], size, colour: ink });
        }
      });
    }
  };
  return { page, draw };
}
