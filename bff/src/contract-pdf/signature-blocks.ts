import { breakLines } from './break-lines';
import { chinaDateText, chinaTimeText } from './china-time';
import type { ContentWriter, PageFont } from './content-writer';
import type { ContractInput, ContractTemplate, InkMask } from './contract-types';
import { drawFitted } from './fit-text';
import { ink, marginSide, measure, right, secondary, tableLine } from './page-design';
import type { PageFonts } from './page-flow';
import { sealDiameter } from './seal';

/** Points, everything from the rule above to the hashes below, where the signer's capacity is as long as can be. */
export const signatureBlocksHeight = 262;

const columnGap = 26;
const columnWidth = (measure - columnGap) / 2;
const secondColumn = marginSide + columnWidth + columnGap;
const labelSize = 9.5;
const labelWidth = 52;
const capacityLeading = 14;
const inkBox = { left: secondColumn + 8, bottom: 96, width: columnWidth - 16, height: 62 };

/** Lower left corner of the seal for blocks whose upper edge is `top`; it covers name and date, as is the custom. */
export function sealPosition(top: number): { x: number; y: number } {
  return { x: marginSide + columnWidth - sealDiameter - 4, y: top - 20 - sealDiameter };
}

/** Handwriting and seal, who signed for whom and when, in China, whom to call, and the hashes of what was agreed to. */
export function drawSignatures(
  writer: ContentWriter,
  template: ContractTemplate,
  input: ContractInput,
  top: number,
  fonts: PageFonts,
): void {
  const font = fonts.regular;
  const label = { font, size: labelSize, colour: secondary };
  const labelled = (name: string, value: string, x: number, y: number) => {
    writer.text(name, x, y, label);
    drawFitted(writer, value, { x: x + labelWidth, y, width: columnWidth - labelWidth, height: 20 }, font, labelSize);
  };
  writer.rule(marginSide, top, right, top, 0.7, tableLine);
  const heading = { font: fonts.bold, size: 11, colour: ink };
  writer.text('甲方（签章）', marginSide, top - 24, heading);
  writer.text('乙方（签名）', secondColumn, top - 24, heading);
  const name = { x: marginSide, y: top - 62, width: columnWidth, height: 30 };
  drawFitted(writer, template.authority.name, name, font, 10.5);
  drawInk(writer, input.ink, top);
  for (const x of [marginSide, secondColumn]) {
    writer.rule(x, top - inkBox.bottom - 6, x + columnWidth, top - inkBox.bottom - 6, 0.5, tableLine);
  }
  labelled('签署方式', '电子印章', marginSide, top - 117);
  labelled('签署人', input.words.signerName, secondColumn, top - 117);
  labelled('签章日期', chinaDateText(input.sealedAt), marginSide, top - 134);
  labelled('签署时间', chinaTimeText(input.signedAt), secondColumn, top - 134);
  drawBelow(writer, template, input, top - 146, font);
}

/** What goes over the whole width. */
function drawBelow(
  writer: ContentWriter,
  { authority, sha256 }: ContractTemplate,
  { words, detailsSha256 }: ContractInput,
  top: number,
  font: PageFont,
): void {
  writer.rule(marginSide, top, right, top, 0.5, tableLine);
  let y = top - 16;
  const label = { font, size: labelSize, colour: secondary };
  writer.text('签署身份', marginSide, y, label);
  const width = measure - labelWidth;
  for (const line of breakLines(words.signerCapacity, font.face, width / labelSize)) {
    writer.line({ ...line, last: true }, marginSide + labelWidth, y, width, { ...label, colour: ink });
    y -= capacityLeading;
  }
  y -= 2;
  writer.text('咨询电话', marginSide, y, label);
  const call = `${authority.phone}（对合同有疑问，更正信息或者注销证书，请拨打甲方电话）`;
  writer.text(call, marginSide + labelWidth, y, { ...label, colour: ink });
  const notes = [
    '印章是甲方对合同全文的数字签名：在 PDF 阅读器中点按印章，可以查看签名是否有效、文件是否被改动。',
    `正文摘要（SHA-256）　${sha256}`,
    `约定事项摘要（SHA-256）　${detailsSha256}`,
  ];
  y -= 19;
  for (const note of notes) {
    writer.text(note, marginSide, y, { ...label, size: 8 });
    y -= 12.5;
  }
}

/** As large as the box allows, standing on its foot, from the left. */
function drawInk(writer: ContentWriter, mask: InkMask, top: number): void {
  const scale = Math.min(inkBox.width / mask.width, inkBox.height / mask.height);
  const [width, height] = [mask.width * scale, mask.height * scale];
  writer.object('Ink', [width, 0, 0, height, inkBox.left, top - inkBox.bottom]);
}
