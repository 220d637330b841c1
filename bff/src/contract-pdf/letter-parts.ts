import { breakLines } from './break-lines';
import type { ContentWriter } from './content-writer';
import type { ContractFonts } from './contract-fonts';
import type { ContractWords } from './contract-types';
import {
  bodySize,
  ink,
  marginSide,
  measure,
  pageWidth,
  right,
  sealRed,
  secondary,
  tableLine,
  textBottom,
  textTop,
} from './page-design';
import { createPageFlow, type PageFlow, type PageFonts, type Placed } from './page-flow';
import { layOutTable } from './party-table';
import { drawQrCode } from './qr-picture';
import { structureElement } from './structure';

export interface LetterContent {
  title: string;
  addressee: string;
  orderNumber: string;
  opening: string;
  rows: ContractWords['groups'];
  clauses: readonly string[];
  note: string;
  /** Red, above everything: that it is an example, or a trial's. */
  warning?: string;
}

const leading = 18;
const qrSide = 58;
const sealSide = 128;
const noteSize = 8.5;
const noteHeight = 34;
/** Upper edge of the places for seal, signature and date: they stand on the foot of the page, whatever is above. */
const signingTop = textBottom + noteHeight + sealSide;

/**
 * The parts of a letter on its one page.
 * @throws RangeError when they do not fit, which is beyond the limits of what may be typed
 */
export function letterParts(content: LetterContent, faces: ContractFonts): Placed[] {
  const flow = createPageFlow(textTop - 76);
  const parts = [
    { page: 0, draw: (writer: ContentWriter, fonts: PageFonts) => drawHead(writer, content, fonts) },
    ...paragraph(content.opening, 2, flow, faces),
    ...space(flow, 10),
    ...layOutTable(content.rows, flow, faces, structureElement('Document', null)),
    ...space(flow, 8),
    ...content.clauses.flatMap((clause, index) => paragraph(`${index + 1}. ${clause}`, 0, flow, faces)),
    { page: 0, draw: (writer: ContentWriter, fonts: PageFonts) => drawSigning(writer, fonts) },
    ...noteParts(content.note, faces),
  ];
  flow.keepTogether(signingTop - textBottom + 6);
  if (flow.pages() > 1) throw new RangeError('The letter does not fit its page');
  return parts;
}

function space(flow: PageFlow, height: number): Placed[] {
  flow.leave(height);
  return [];
}

function drawHead(writer: ContentWriter, content: LetterContent, fonts: PageFonts): void {
  const { title, addressee, orderNumber, warning } = content;
  if (warning) {
    const style = { font: fonts.regular, size: 8.5, colour: sealRed };
    writer.textCentredAt(warning, pageWidth / 2, textTop + 24, style);
  }
  const middle = { font: fonts.bold, size: 21, colour: ink, tracking: 0.12 };
  writer.textCentredAt(title, pageWidth / 2, textTop - 22, middle);
  const x = right - qrSide;
  drawQrCode(writer, orderNumber, x, textTop + 18, qrSide);
  writer.textCentredAt('申请编号', x + qrSide / 2, textTop + 6 - qrSide, {
    font: fonts.regular,
    size: 7.5,
    colour: secondary,
  });
  writer.text(`致：${addressee}`, marginSide, textTop - 62, { font: fonts.regular, size: bodySize, colour: ink });
}

function paragraph(text: string, indent: number, flow: PageFlow, faces: ContractFonts): Placed[] {
  return breakLines(text, faces.regular, measure / bodySize, indent).map((line, index) => {
    const { page, top } = flow.take(leading);
    const x = marginSide + (index === 0 ? indent * bodySize : 0);
    return {
      page,
      draw: (writer, { regular }) =>
        writer.line(line, x, top - 13, measure, { font: regular, size: bodySize, colour: ink }),
    };
  });
}

/** A frame for the seal on the left; lines for signature and date on the right. */
function drawSigning(writer: ContentWriter, { regular, bold }: PageFonts): void {
  const bottom = signingTop - sealSide;
  const corners = [marginSide, marginSide + sealSide + 40];
  const [left = 0, frameRight = 0] = corners;
  for (const x of corners) writer.rule(x, signingTop, x, bottom, 0.7, tableLine);
  for (const y of [signingTop, bottom]) writer.rule(left, y, frameRight, y, 0.7, tableLine);
  const heading = { font: bold, size: bodySize, colour: ink };
  writer.text('授权单位（加盖公章）', left + 10, signingTop - 19, heading);
  const x = frameRight + 26;
  const lines = ['法定代表人（负责人）签字', '签署日期'];
  lines.forEach((label, index) => {
    const y = signingTop - 19 - index * 64;
    writer.text(label, x, y, heading);
    writer.rule(x, y - 36, right, y - 36, 0.7, secondary);
  });
  const parts = ['年', '月', '日'];
  parts.forEach((part, index) => {
    const at = x + ((right - x) * (index + 1)) / 3 - 14;
    writer.text(part, at, signingTop - 19 - 64 - 31, { font: regular, size: bodySize, colour: ink });
  });
}

function noteParts(note: string, faces: ContractFonts): Placed[] {
  return breakLines(note, faces.regular, measure / noteSize).map((line, index) => ({
    page: 0,
    draw: (writer, { regular }) => {
      const style = { font: regular, size: noteSize, colour: secondary };
      writer.line(line, marginSide, textBottom + noteHeight - 16 - index * 13, measure, style);
    },
  }));
}
