import { breakLines } from './break-lines';
import { chinaDateText, chinaTimeText } from './china-time';
import type { ContentWriter } from './content-writer';
import type { ContractInput, ContractTemplate, InkMask } from './contract-types';
import { drawFitted } from './fit-text';
import { ink, marginSide, measure, right, secondary, tableLine } from './page-design';
import type { PageFonts } from './page-flow';
import { sealDiameter } from './seal';
import { sealInWords } from './signature-widget';
import { type StructureElement, structureElement } from './structure';

/** Points, everything from the rule above to the hashes below, where the signer's capacity is as long as can be. */
export const signatureBlocksHeight = 276;

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

/** A program that reads aloud says this for the picture of the handwriting. */
const inkInWords = '乙方签署人的手写签名';

interface SignedContract {
  readonly template: ContractTemplate;
  readonly input: ContractInput;
  /** Number of the widget that the seal is. */
  readonly widget: number;
}

interface Place {
  readonly writer: ContentWriter;
  /** From 0: the last one. */
  readonly page: number;
  readonly top: number;
  readonly fonts: PageFonts;
}

/** Handwriting and seal, who signed for whom and when, in China, whom to call, and the hashes of what was agreed to. */
export function drawSignatures(place: Place, signed: SignedContract, parent: StructureElement): void {
  const { writer, top } = place;
  const section = structureElement('Sect', parent);
  writer.rule(marginSide, top, right, top, 0.7, tableLine);
  for (const x of [marginSide, secondColumn]) {
    writer.rule(x, top - inkBox.bottom - 6, x + columnWidth, top - inkBox.bottom - 6, 0.5, tableLine);
  }
  drawAuthority(place, signed, section);
  drawApplicant(place, signed, section);
  drawBelow({ ...place, top: top - 146 }, signed, section);
}

function drawHeading({ writer, top, fonts }: Place, text: string, x: number, section: StructureElement): void {
  const style = { font: fonts.bold, size: 11, colour: ink };
  writer.marked(structureElement('H2', section), () => writer.text(text, x, top - 24, style));
}

function drawLabelled(
  { writer, fonts: { regular: font } }: Place,
  { name, value, x, y }: { name: string; value: string; x: number; y: number },
  section: StructureElement,
): void {
  writer.marked(structureElement('P', section), () => {
    writer.text(name, x, y, { font, size: labelSize, colour: secondary });
    const place = { x: x + labelWidth, y, width: columnWidth - labelWidth, height: 20 };
    drawFitted(writer, value, place, font, labelSize);
  });
}

function drawAuthority(place: Place, { template, input, widget }: SignedContract, section: StructureElement): void {
  const { writer, page, top, fonts } = place;
  drawHeading(place, '甲方（签章）', marginSide, section);
  writer.marked(structureElement('P', section), () => {
    const box = { x: marginSide, y: top - 62, width: columnWidth, height: 30 };
    drawFitted(writer, template.authority.name, box, fonts.regular, 10.5);
  });
  structureElement('Form', section, { alt: sealInWords }).kids.push({ page, object: widget });
  drawLabelled(place, { name: '签署方式', value: '电子印章', x: marginSide, y: top - 117 }, section);
  const date = chinaDateText(input.sealedAt);
  drawLabelled(place, { name: '签章日期', value: date, x: marginSide, y: top - 134 }, section);
}

function drawApplicant(place: Place, { input }: SignedContract, section: StructureElement): void {
  const { writer, top } = place;
  drawHeading(place, '乙方（签名）', secondColumn, section);
  const figure = structureElement('Figure', section, { alt: inkInWords });
  writer.marked(figure, () => drawInk(writer, input.ink, top));
  drawLabelled(place, { name: '签署人', value: input.words.signerName, x: secondColumn, y: top - 117 }, section);
  const time = chinaTimeText(input.signedAt);
  drawLabelled(place, { name: '签署时间', value: time, x: secondColumn, y: top - 134 }, section);
}

/** What goes over the whole width. */
function drawBelow(place: Place, { template, input }: SignedContract, section: StructureElement): void {
  const { writer, top, fonts } = place;
  const font = fonts.regular;
  const { authority, sha256 } = template;
  writer.rule(marginSide, top, right, top, 0.5, tableLine);
  let y = top - 16;
  const label = { font, size: labelSize, colour: secondary };
  const width = measure - labelWidth;
  writer.marked(structureElement('P', section), () => {
    writer.text('签署身份', marginSide, y, label);
    for (const line of breakLines(input.words.signerCapacity, font.face, width / labelSize)) {
      writer.line({ ...line, last: true }, marginSide + labelWidth, y, width, { ...label, colour: ink });
      y -= capacityLeading;
    }
  });
  y -= 2;
  writer.marked(structureElement('P', section), () => {
    writer.text('咨询电话', marginSide, y, label);
    const call = `${authority.phone}（对合同有疑问，更正信息或者注销证书，请拨打甲方电话）`;
    writer.text(call, marginSide + labelWidth, y, { ...label, colour: ink });
  });
  y -= 19;
  for (const note of notesOf(sha256, input)) {
    writer.marked(structureElement('P', section), () => writer.text(note, marginSide, y, { ...label, size: 8 }));
    y -= 12.5;
  }
}

const notesOf = (textSha256: string, { checkUrl, detailsSha256 }: ContractInput): string[] => [
  '印章是甲方对合同全文的数字签名：在 PDF 阅读器中点按印章，可以查看签名是否有效、文件是否被改动。',
  ...(checkUrl ? ['扫描页脚的二维码，可以核对这份合同的真伪。'] : []),
  `正文摘要（SHA-256）　${textSha256}`,
  `约定事项摘要（SHA-256）　${detailsSha256}`,
];

/** As large as the box allows, standing on its foot, from the left. */
function drawInk(writer: ContentWriter, mask: InkMask, top: number): void {
  const scale = Math.min(inkBox.width / mask.width, inkBox.height / mask.height);
  const [width, height] = [mask.width * scale, mask.height * scale];
  writer.object('Ink', [width, 0, 0, height, inkBox.left, top - inkBox.bottom]);
}
