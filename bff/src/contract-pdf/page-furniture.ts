import { type ContentWriter, createContentWriter, type PageFont } from './content-writer';
import type { ContractAuthority, ContractTemplate } from './contract-types';
import { fitText } from './fit-text';
import type { FontFace } from './font-face';
import { glyphOutline } from './glyph-outline';
import { add, type ObjectSink, quickly, refTo } from './object-sink';
import {
  marginSide,
  measure,
  pageHeight,
  pageWidth,
  right,
  sealRed,
  secondary,
  tableLine,
  watermarkGrey,
} from './page-design';
import { drawQrCode } from './qr-picture';
import { formBody, sealDiameter } from './seal';

const headerBaseline = pageHeight - 48;
const footerBaseline = 40;
const watermarkSize = 62;

/** On everything that a trial makes. */
export const trialMark = '测试样本';
export const trialWarning = `${trialMark} · 不具有法律效力`;

const widthOfMark = (text: string): number => text.length * watermarkSize;

interface FurniturePage {
  readonly number: number;
  readonly count: number;
}

/** Room for the number at the end of the header's line. */
const numberWidth = 176;
const headerSize = 8;
/** Of two lines. */
const headerHeight = 20;

/** Whose contract it is, and which: on the first page the number stands under the title already. */
export function drawHeader(
  writer: ContentWriter,
  { number }: FurniturePage,
  { name, trial }: ContractAuthority,
  font: PageFont,
): void {
  const small = { font, size: headerSize, colour: secondary };
  writer.artifact(() => {
    const room = number === 1 ? measure : measure - numberWidth;
    const { lines, size, leading } = fitText(name, font.face, room, headerHeight, headerSize);
    lines.forEach((line, index) => {
      const y = headerBaseline + (lines.length - 1 - index) * leading;
      writer.line(line, marginSide, y, room, { ...small, size });
    });
    writer.rule(marginSide, headerBaseline - 7, right, headerBaseline - 7, 0.5, tableLine);
    if (trial) {
      const warning = { ...small, colour: sealRed };
      writer.textCentredAt(trialWarning, pageWidth / 2, headerBaseline + 18, warning);
    }
    if (number > 1) writer.object('Number', [1, 0, 0, 1, right - numberWidth, headerBaseline - 4]);
  });
}

/** Which page, which edition of the text, and where to check it. */
export function drawFooter(
  writer: ContentWriter,
  page: FurniturePage,
  { version, sha256 }: ContractTemplate,
  font: PageFont,
): void {
  writer.artifact(() => {
    const small = { font, size: 8.5, colour: secondary };
    writer.textCentredAt(`第 ${page.number} 页　共 ${page.count} 页`, pageWidth / 2, footerBaseline, small);
    writer.text(`范本 ${version}　${sha256.slice(0, 16)}`, marginSide, footerBaseline, { ...small, size: 7 });
    writer.object('Check', [1, 0, 0, 1, right - checkSize[0], footerBaseline - 24]);
  });
}

/** The contract's number, so that no page can be taken for another contract's: what the header shows. */
export function numberForm(contractNumber: string, font: PageFont, fonts: number): string | Buffer {
  const writer = createContentWriter();
  const style = { font, size: headerSize, colour: secondary };
  writer.textEndingAt(`合同编号　${contractNumber}`, numberWidth, 4, style);
  return formBody(writer.toString(), [numberWidth, 14], `/Font ${refTo(fonts)}`, quickly);
}

/** Points. Modules of a third of a millimetre: what a phone reads from paper. */
const qrSide = 46;
const checkSize = [qrSide + 44, qrSide] as const;

/** The way to the check, for a phone: what the footer shows; nothing where there is none. */
export function checkForm(url: string | undefined, font: PageFont, fonts: number): string | Buffer {
  const writer = createContentWriter();
  if (url) {
    drawQrCode(writer, url, checkSize[0] - qrSide, qrSide, qrSide);
    writer.textEndingAt('扫码验真', checkSize[0] - qrSide - 6, 24, { font, size: 8, colour: secondary });
  }
  return formBody(writer.toString(), checkSize, `/Font ${refTo(fonts)}`, quickly);
}

/** Makes the mark that {@link drawWatermark} draws. Outlines, not text: a copy of the page's text stays free of it. */
export function writeWatermark(sink: ObjectSink, text: string, face: FontFace): number {
  const glyphs = Array.from(text, (character, index) => {
    return `q 1 0 0 1 ${index * watermarkSize} 8 cm ${glyphOutline(character, face, watermarkSize)} Q`;
  });
  const content = [`${watermarkGrey} rg`, ...glyphs].join('\n');
  return add(sink, formBody(content, [widthOfMark(text), watermarkSize]));
}

/** Three rising marks a page, under the text. */
export function drawWatermark(writer: ContentWriter, text: string): void {
  const angle = Math.PI / 6;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (const share of [0.2, 0.5, 0.8]) {
    const [cx, cy] = [pageWidth / 2, pageHeight * share];
    const [w, h] = [widthOfMark(text) / 2, watermarkSize / 2];
    writer.object('Mark', [cos, sin, -sin, cos, cx - cos * w + sin * h, cy - sin * w - cos * h]);
  }
}

/** Printers leave so much of the edge white: 5 mm. */
const unprinted = 14.2;

/** 骑缝章: each page carries its slice of one seal along the right edge, so that a page cannot be exchanged. */
export function drawEdgeSeal(writer: ContentWriter, page: { number: number; count: number }): void {
  const slice = sealDiameter / page.count;
  const edge = pageWidth - unprinted;
  const y = pageHeight * 0.5 - sealDiameter / 2;
  writer.object('Seal', [1, 0, 0, 1, edge - page.number * slice, y], [edge - slice, y, slice, sealDiameter]);
}
