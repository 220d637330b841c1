import { breakLines } from './break-lines';
import type { ContentWriter } from './content-writer';
import type { ContractFonts } from './contract-fonts';
import type { ContractInput, ContractTemplate } from './contract-types';
import { layOutKeyPoints } from './key-points';
import { bodySize, ink, marginSide, measure, pageWidth, paragraphGap, secondary, textTop } from './page-design';
import { createPageFlow, type PageFlow, type PageFonts, type Placed } from './page-flow';
import { layOutTable } from './party-table';

/** The pages before the articles: title, key points, table, special terms. They are as long as their values. */
export interface Opening {
  pages: number;
  draw(writer: ContentWriter, page: number, fonts: PageFonts): void;
}

const titleBaseline = textTop - 24;
const termLeading = 17;

export function layOutOpening(template: ContractTemplate, input: ContractInput, faces: ContractFonts): Opening {
  const { contractNumber, words } = input;
  const flow = createPageFlow(titleBaseline - 38);
  const parts = [
    layOutTitle(template.title, contractNumber),
    layOutKeyPoints([words.keyPoint, ...template.keyPoints], flow, faces),
    layOutTable(words.groups, flow, faces),
    ...(words.specialTerms.length > 0 ? [layOutSpecialTerms(words.specialTerms, flow, faces)] : []),
  ].flat();
  return {
    pages: flow.pages(),
    draw(writer, page, fonts) {
      for (const part of parts) if (part.page === page) part.draw(writer, fonts);
    },
  };
}

function layOutTitle(title: string, contractNumber: string): Placed[] {
  const draw = (writer: ContentWriter, { regular, bold }: PageFonts) => {
    const style = { font: bold, size: 21, colour: ink, tracking: 0.12 };
    writer.textCentredAt(title, pageWidth / 2, titleBaseline, style);
    const small = { font: regular, size: 10, colour: secondary };
    writer.textCentredAt(`编号　${contractNumber}`, pageWidth / 2, titleBaseline - 22, small);
  };
  return [{ page: 0, draw }];
}

/** What the project adds: numbered, below the table, on further pages when there is much of it. */
function layOutSpecialTerms(terms: readonly string[], flow: PageFlow, faces: ContractFonts): Placed[] {
  flow.leave(18);
  flow.keepTogether(3 * termLeading);
  const heading = flow.take(termLeading);
  const placed: Placed[] = [
    {
      page: heading.page,
      draw: (writer, { bold }) =>
        writer.text('特别约定', marginSide, heading.top - 12, { font: bold, size: 11.5, colour: ink }),
    },
  ];
  terms.forEach((term, index) => {
    flow.leave(paragraphGap);
    const lines = breakLines(`${index + 1}. ${term}`, faces.regular, measure / bodySize);
    flow.keepTogether(Math.min(2, lines.length) * termLeading);
    for (const line of lines) {
      const { page, top } = flow.take(termLeading);
      placed.push({
        page,
        draw: (writer, { regular }) =>
          writer.line(line, marginSide, top - 12, measure, { font: regular, size: bodySize, colour: ink }),
      });
    }
  });
  return placed;
}
