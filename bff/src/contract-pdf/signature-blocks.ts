import { chinaDateText, chinaTimeText } from './china-time';
import type { ContentWriter, PageFont } from './content-writer';
import type { ContractAuthority, ContractInput, InkMask } from './contract-types';
import { fitText } from './fit-text';
import { ink, marginSide, measure, right, secondary, tableLine } from './page-design';
import { sealDiameter } from './seal';

/** Points, everything from the rule above to the note below. */
export const signatureBlocksHeight = 172;

const columnGap = 26;
const columnWidth = (measure - columnGap) / 2;
const secondColumn = marginSide + columnWidth + columnGap;
const labelSize = 9.5;
const inkBox = { left: secondColumn + 8, bottom: 96, width: columnWidth - 16, height: 62 };

/** Lower left corner of the seal for blocks whose upper edge is `top`; it covers name and date, as is the custom. */
export function sealPosition(top: number): { x: number; y: number } {
  return { x: marginSide + columnWidth - sealDiameter - 4, y: top - 20 - sealDiameter };
}

/** What every contract has: both headings, the authority's name, lines and a note. */
export function drawSignatureBlocks(
  writer: ContentWriter,
  authority: ContractAuthority,
  top: number,
  fonts: { regular: PageFont; bold: PageFont },
): void {
  const heading = { font: fonts.bold, size: 11, colour: ink };
  const label = { font: fonts.regular, size: labelSize, colour: secondary };
  writer.rule(marginSide, top, right, top, 0.7, tableLine);
  writer.text('甲方（签章）', marginSide, top - 24, heading);
  writer.text('乙方（签名）', secondColumn, top - 24, heading);
  drawFitted(writer, authority.name, marginSide, top - 62, fonts.regular);
  for (const x of [marginSide, secondColumn]) {
    writer.rule(x, top - inkBox.bottom - 6, x + columnWidth, top - inkBox.bottom - 6, 0.5, tableLine);
  }
  writer.text('签章日期', marginSide, top - 134, label);
  writer.text('签署时间', secondColumn, top - 134, label);
  writer.text('申请人', secondColumn, top - 117, label);
  writer.text('签署方式', marginSide, top - 117, label);
  writer.text('电子印章', marginSide + 52, top - 117, { ...label, colour: ink });
  const note = '印章是甲方对合同全文的数字签名：在 PDF 阅读器中点按印章，可以查看签名是否有效、文件是否被改动。';
  writer.text(note, marginSide, top - 162, { ...label, size: 8 });
}

/** What comes with each contract: handwriting, the applicant's name and unit, and when each party signed, in China. */
export function drawSignatures(writer: ContentWriter, input: ContractInput, top: number, font: PageFont): void {
  const value = { font, size: labelSize, colour: ink };
  const { name, unitName } = input.applicant;
  drawInk(writer, input.ink, top);
  const applicant = unitName ? `${name}（代表${unitName}）` : name;
  drawFitted(writer, applicant, secondColumn + 52, top - 117, font, columnWidth - 52, 16, labelSize);
  writer.text(chinaDateText(input.sealedAt), marginSide + 52, top - 134, value);
  writer.text(chinaTimeText(input.signedAt), secondColumn + 52, top - 134, value);
}

function drawFitted(
  writer: ContentWriter,
  text: string,
  x: number,
  baseline: number,
  font: PageFont,
  width = columnWidth,
  height = 30,
  largest = 10.5,
): void {
  const { lines, size, leading } = fitText(text, font.face, width, height, largest);
  const first = baseline + ((lines.length - 1) * leading) / 2;
  lines.forEach((line, index) => {
    writer.line(line, x, first - index * leading, width, { font, size, colour: ink });
  });
}

/** As large as the box allows, standing on its foot, from the left. */
function drawInk(writer: ContentWriter, mask: InkMask, top: number): void {
  const scale = Math.min(inkBox.width / mask.width, inkBox.height / mask.height);
  const [width, height] = [mask.width * scale, mask.height * scale];
  writer.object('Ink', [width, 0, 0, height, inkBox.left, top - inkBox.bottom]);
}
