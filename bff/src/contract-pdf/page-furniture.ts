import type { PDFContext, PDFRef } from 'pdf-lib';
import type { ContentWriter, PageFont } from './content-writer';
import type { ContractAuthority, ContractTemplate } from './contract-types';
import type { FontFace } from './font-face';
import { glyphOutline } from './glyph-outline';
import { marginSide, pageHeight, pageWidth, right, sealRed, secondary, tableLine, watermarkGrey } from './page-design';
import { registerVectorForm, sealDiameter } from './seal';

const headerBaseline = pageHeight - 48;
const footerBaseline = 40;
const watermarkSize = 62;

/** On everything that a trial makes. */
export const trialMark = '测试样本';
export const trialWarning = `${trialMark} · 不具有法律效力`;

const widthOfMark = (text: string): number => text.length * watermarkSize;

/** Header and footer as they are on every contract. */
export function drawFurniture(
  writer: ContentWriter,
  page: { number: number; count: number },
  contract: { authority: ContractAuthority; template: ContractTemplate },
  font: PageFont,
): void {
  const small = { font, size: 8, colour: secondary };
  const { authority, template } = contract;
  writer.text(authority.name, marginSide, headerBaseline, small);
  writer.rule(marginSide, headerBaseline - 7, right, headerBaseline - 7, 0.5, tableLine);
  if (authority.trial) {
    writer.textCentredAt(trialWarning, pageWidth / 2, headerBaseline + 13, {
      ...small,
      colour: sealRed,
    });
  }
  writer.textCentredAt(`第 ${page.number} 页　共 ${page.count} 页`, pageWidth / 2, footerBaseline, {
    ...small,
    size: 8.5,
  });
  const edition = `范本 ${template.version}　${template.sha256.slice(0, 16)}`;
  writer.text(edition, marginSide, footerBaseline, { ...small, size: 6.5 });
}

/** The contract's number on every page, so that no page can be taken for another contract's. */
export function drawContractNumber(writer: ContentWriter, contractNumber: string, font: PageFont): void {
  writer.textEndingAt(`合同编号　${contractNumber}`, right, headerBaseline, { font, size: 8, colour: secondary });
}

/** Makes the mark that {@link drawWatermark} draws. Outlines, not text: a copy of the page's text stays free of it. */
export function registerWatermark(context: PDFContext, text: string, face: FontFace): PDFRef {
  const glyphs = Array.from(text, (character, index) => {
    return `q 1 0 0 1 ${index * watermarkSize} 8 cm ${glyphOutline(character, face, watermarkSize)} Q`;
  });
  const content = [`${watermarkGrey.join(' ')} rg`, ...glyphs].join('\n');
  return registerVectorForm(context, content, [widthOfMark(text), watermarkSize]);
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

/** 骑缝章: each page carries its slice of one seal along the right edge, so that a page cannot be exchanged. */
export function drawEdgeSeal(writer: ContentWriter, page: { number: number; count: number }): void {
  const slice = sealDiameter / page.count;
  const y = pageHeight * 0.5 - sealDiameter / 2;
  const x = pageWidth - page.number * slice;
  writer.object('Seal', [1, 0, 0, 1, x, y], [pageWidth - slice, y, slice, sealDiameter]);
}
