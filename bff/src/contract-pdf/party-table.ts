import type { ContentWriter, PageFont } from './content-writer';
import type { ContractAuthority, ContractInput } from './contract-types';
import { fitText } from './fit-text';
import { bodySize, ground, ink, marginSide, right, secondary, tableLine } from './page-design';

interface TableRow {
  label: string;
  /** What the authority's configuration says; absent where the value comes with each contract. */
  fixed?: string;
}

const rowHeight = 23.5;
const groupWidth = 44;
const labelWidth = 118;
const padding = 9;
const valueLeft = marginSide + groupWidth + labelWidth + padding;
const valueWidth = right - valueLeft - padding;
const blank = '—';

/** Names of the two parties and the project, as groups of rows. */
function tableGroups(authority: ContractAuthority): { name: string; rows: TableRow[] }[] {
  return [
    {
      name: '甲方',
      rows: [
        { label: '电子认证服务机构', fixed: authority.name },
        { label: '联系电话', fixed: authority.phone },
        { label: '地址', fixed: authority.address },
      ],
    },
    {
      name: '乙方',
      rows: [
        { label: '申请人姓名' },
        { label: '身份证件号码' },
        { label: '手机号码' },
        { label: '单位名称' },
        { label: '统一社会信用代码' },
      ],
    },
    { name: '项目', rows: [{ label: '所属项目' }, { label: '证书种类和有效期' }, { label: '费用' }] },
  ];
}

/** 1 年, 18 个月. */
const durationText = (months: number): string => (months % 12 === 0 ? ` ${months / 12} 年` : ` ${months} 个月`);

/** Yuan with cents, as prices are written; 免费 where nothing is due. */
const feeText = (fen: number): string =>
  fen === 0 ? '免费' : `人民币 ${new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 }).format(fen / 100)} 元`;

/** The values of the rows without a fixed one, from the top. */
function variableValues({ applicant, projectName, terms }: ContractInput): string[] {
  return [
    applicant.name,
    applicant.idNumber,
    applicant.phone,
    applicant.unitName || blank,
    applicant.unifiedSocialCreditCode || blank,
    projectName,
    `${terms.certificateKind}，自签发之日起${durationText(terms.validityMonths)}`,
    feeText(terms.feeFen),
  ];
}

export interface PartyTable {
  /** Upper edges of the rows whose values come with each contract. */
  variableRows: number[];
  bottom: number;
}

/** Draws frame, labels and the authority's values below `top`. */
export function drawPartyTable(
  writer: ContentWriter,
  authority: ContractAuthority,
  top: number,
  fonts: { regular: PageFont; bold: PageFont },
): PartyTable {
  const variableRows: number[] = [];
  const groups = tableGroups(authority);
  const rowCount = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const bottom = top - rowCount * rowHeight;
  writer.box(marginSide, bottom, groupWidth + labelWidth, top - bottom, ground);
  let y = top;
  for (const group of groups) {
    writer.rule(marginSide, y, right, y, y === top ? 1 : 0.7, y === top ? secondary : tableLine);
    const middle = y - (group.rows.length * rowHeight) / 2;
    const groupStyle = { font: fonts.bold, size: bodySize, colour: ink, tracking: 0.1 };
    writer.textCentredAt(group.name, marginSide + groupWidth / 2, middle - bodySize * 0.36, groupStyle);
    group.rows.forEach((row, index) => {
      if (index > 0) writer.rule(marginSide + groupWidth, y, right, y, 0.5, tableLine);
      const labelStyle = { font: fonts.regular, size: 9.5, colour: secondary };
      writer.text(row.label, marginSide + groupWidth + padding, y - rowHeight / 2 - 3.4, labelStyle);
      if (row.fixed === undefined) variableRows.push(y);
      else drawValue(writer, row.fixed, y, fonts.regular);
      y -= rowHeight;
    });
  }
  writer.rule(marginSide, bottom, right, bottom, 1, secondary);
  for (const x of [marginSide + groupWidth, marginSide + groupWidth + labelWidth]) {
    writer.rule(x, top, x, bottom, 0.5, tableLine);
  }
  return { variableRows, bottom };
}

/** Writes one contract's values into the rows found by {@link drawPartyTable}. */
export function drawVariableValues(writer: ContentWriter, input: ContractInput, rows: number[], font: PageFont): void {
  variableValues(input).forEach((value, index) => {
    const top = rows[index];
    if (top !== undefined) drawValue(writer, value, top, font);
  });
}

function drawValue(writer: ContentWriter, value: string, top: number, font: PageFont): void {
  const { lines, size, leading } = fitText(value, font.face, valueWidth, rowHeight - 2, bodySize);
  // Chinese characters sit around 0.36 em above the baseline.
  const firstBaseline = top - rowHeight / 2 + ((lines.length - 1) * leading) / 2 - size * 0.36;
  lines.forEach((line, index) => {
    writer.line(line, valueLeft, firstBaseline - index * leading, valueWidth, { font, size, colour: ink });
  });
}
