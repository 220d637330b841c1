import { breakLines } from './break-lines';
import type { ContentWriter, PageFont } from './content-writer';
import type { ContractAuthority, ContractTemplate } from './contract-types';
import { ground, ink, marginSide, measure, pageWidth, secondary, textTop } from './page-design';
import { drawPartyTable } from './party-table';

const titleBaseline = textTop - 24;
const keyPointSize = 9.8;
const keyPointLeading = 16;
const boxPadding = 11;

export interface Opening {
  /** Where {@link drawNumberUnderTitle} writes. */
  titleNumberBaseline: number;
  variableRows: number[];
  bottom: number;
}

/** The first page down to the articles: title, party table, key points. */
export function drawOpening(
  writer: ContentWriter,
  authority: ContractAuthority,
  template: ContractTemplate,
  fonts: { regular: PageFont; bold: PageFont },
): Opening {
  writer.textCentredAt(template.title, pageWidth / 2, titleBaseline, {
    font: fonts.bold,
    size: 21,
    colour: ink,
    tracking: 0.12,
  });
  const table = drawPartyTable(writer, authority, titleBaseline - 46, fonts);
  const bottom = drawKeyPoints(writer, template.keyPoints, table.bottom - 14, fonts);
  return { titleNumberBaseline: titleBaseline - 22, variableRows: table.variableRows, bottom: bottom - 4 };
}

export function drawNumberUnderTitle(writer: ContentWriter, number: string, baseline: number, font: PageFont): void {
  writer.textCentredAt(`编号　${number}`, pageWidth / 2, baseline, { font, size: 10, colour: secondary });
}

/** @returns the box's lower edge */
function drawKeyPoints(
  writer: ContentWriter,
  keyPoints: string[],
  top: number,
  fonts: { regular: PageFont; bold: PageFont },
): number {
  const width = measure - 2 * boxPadding - 14;
  const points = keyPoints.map((point) => breakLines(point, fonts.regular.face, width / keyPointSize));
  const lineCount = 1 + points.reduce((sum, lines) => sum + lines.length, 0);
  const height = lineCount * keyPointLeading + 2 * boxPadding - 5;
  const left = marginSide + boxPadding;
  let y = top - boxPadding - keyPointSize + 1;
  writer.box(marginSide, top - height, measure, height, ground);
  writer.box(marginSide, top - height, 2.5, height, secondary);
  writer.text('合同要点', left, y, { font: fonts.bold, size: keyPointSize, colour: ink });
  for (const lines of points) {
    lines.forEach((line, index) => {
      y -= keyPointLeading;
      if (index === 0) writer.box(left + 2, y + keyPointSize * 0.28, 3, 3, secondary);
      const style = { font: fonts.regular, size: keyPointSize, colour: ink };
      writer.line(line, left + 14, y, width, style);
    });
  }
  return top - height;
}
