import { breakLines } from './break-lines';
import type { ContentWriter } from './content-writer';
import type { ContractFonts } from './contract-fonts';
import type { ContractInput, ContractTemplate } from './contract-types';
import { groupBy } from './group-by';
import { breakKeyPoint, layOutKeyPoints } from './key-points';
import { bodySize, ink, marginSide, measure, pageWidth, paragraphGap, secondary, textTop } from './page-design';
import { createPageFlow, type PageFlow, type PageFonts, type Placed } from './page-flow';
import { layOutTable } from './party-table';
import { type StructureElement, structureElement } from './structure';

/** The pages before the articles: title, key points, table, special terms. They are as long as their values. */
export interface Opening {
  pages: number;
  draw(writer: ContentWriter, page: number, fonts: PageFonts): void;
}

const titleBaseline = textTop - 24;
const termLeading = 17;

/** Prepares what a text has there, and lays out the values of each contract among it, whose elements are put into `document`. */
export function createOpenings(
  template: ContractTemplate,
  faces: ContractFonts,
): (input: ContractInput, document: StructureElement) => Opening {
  const always = template.keyPoints.map((point) => breakKeyPoint(point, 'regular', faces));
  return ({ contractNumber, words }, document) => {
    const flow = createPageFlow(titleBaseline - 38);
    const keyPoints = [breakKeyPoint(words.keyPoint, 'bold', faces), ...always];
    const parts = [
      layOutTitle(template.title, contractNumber, document),
      layOutKeyPoints(keyPoints, flow, document),
      layOutTable(words.groups, flow, faces, document),
      ...(words.specialTerms.length > 0 ? [layOutSpecialTerms(words.specialTerms, flow, faces, document)] : []),
    ].flat();
    return {
      pages: flow.pages(),
      draw(writer, page, fonts) {
        for (const part of parts) if (part.page === page) part.draw(writer, fonts);
      },
    };
  };
}

function layOutTitle(title: string, contractNumber: string, parent: StructureElement): Placed[] {
  const heading = structureElement('H1', parent);
  const number = structureElement('P', parent);
  const draw = (writer: ContentWriter, { regular, bold }: PageFonts) => {
    const style = { font: bold, size: 21, colour: ink, tracking: 0.12 };
    writer.marked(heading, () => writer.textCentredAt(title, pageWidth / 2, titleBaseline, style));
    const small = { font: regular, size: 10, colour: secondary };
    writer.marked(number, () => {
      writer.textCentredAt(`编号　${contractNumber}`, pageWidth / 2, titleBaseline - 22, small);
    });
  };
  return [{ page: 0, draw }];
}

/** What the project adds: numbered, below the table, on further pages when there is much of it. */
function layOutSpecialTerms(
  terms: readonly string[],
  flow: PageFlow,
  faces: ContractFonts,
  parent: StructureElement,
): Placed[] {
  const section = structureElement('Sect', parent);
  flow.leave(18);
  flow.keepTogether(3 * termLeading);
  const { page, top } = flow.take(termLeading);
  const heading = structureElement('H2', section);
  const draw = (writer: ContentWriter, { bold }: PageFonts) =>
    writer.marked(heading, () => {
      writer.text('特别约定', marginSide, top - 12, { font: bold, size: 11.5, colour: ink });
    });
  const list = structureElement('L', section, { attributes: '/O /List /ListNumbering /Decimal' });
  return [{ page, draw }, ...terms.flatMap((term, index) => layOutTerm(`${index + 1}. ${term}`, flow, faces, list))];
}

/** As many pieces as pages that it stands on. */
function layOutTerm(term: string, flow: PageFlow, faces: ContractFonts, list: StructureElement): Placed[] {
  const body = structureElement('LBody', structureElement('LI', list));
  flow.leave(paragraphGap);
  const lines = breakLines(term, faces.regular, measure / bodySize);
  flow.keepTogether(Math.min(2, lines.length) * termLeading);
  const placed = lines.map((line) => ({ line, ...flow.take(termLeading) }));
  return Array.from(
    groupBy(placed, ({ page }) => page),
    ([page, ofPage]) => ({
      page,
      draw: (writer, { regular }) =>
        writer.marked(body, () => {
          for (const { line, top } of ofPage) {
            writer.line(line, marginSide, top - 12, measure, { font: regular, size: bodySize, colour: ink });
          }
        }),
    }),
  );
}
