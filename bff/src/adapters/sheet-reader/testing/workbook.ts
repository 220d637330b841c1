import { strToU8, zipSync } from 'fflate';

/** What stands in a cell: text; a number or `{ stored, style }` as the file holds it; `{ formula, shows }` with what it came to. */
export type CellToWrite =
  | string
  | number
  | null
  | { readonly stored: string; readonly style?: keyof typeof STYLES }
  | { readonly formula: string; readonly shows: string };

/** Number formats by their place in styles.xml. */
const STYLES = { general: 0, money: 1, day: 2, moment: 3, accounting: 4 } as const;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

function cellXml(cell: CellToWrite, address: string): string {
  if (cell === null) {
    return '';
  }
  if (typeof cell === 'string') {
    return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  }
  if (typeof cell === 'number') {
    return `<c r="${address}"><v>${cell}</v></c>`;
  }
  return 'formula' in cell
    ? `<c r="${address}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.shows)}</v></c>`
    : `<c r="${address}" s="${STYLES[cell.style ?? 'general']}"><v>${cell.stored}</v></c>`;
}

const rowXml = (cells: readonly CellToWrite[], line: number): string =>
  `<row r="${line}">${cells.map((cell, index) => cellXml(cell, `${columnName(index)}${line}`)).join('')}</row>`;

const sheetXml = (rows: string): string =>
  `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;

const STYLES_XML = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy/m/d\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="_ &quot;¥&quot;* #,##0.00_ ;[Red]_ &quot;¥&quot;* \\-#,##0.00_ ;_ @_ "/></numFmts><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="4"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

/** The parts of a workbook around the XML of its first sheet. */
function partsAround(firstSheet: string): Record<string, Uint8Array> {
  const parts = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="账户明细" sheetId="1" r:id="rId1"/><sheet name="说明" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES_XML,
    'xl/worksheets/sheet1.xml': firstSheet,
    'xl/worksheets/sheet2.xml': sheetXml(rowXml(['另一张表'], 1)),
  };
  return Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
}

/** A workbook whose first sheet has these rows, an empty one for each that has no cells. */
export const workbookOf = (rows: readonly (readonly CellToWrite[])[]): Uint8Array =>
  zipSync(partsAround(sheetXml(rows.map((cells, index) => rowXml(cells, index + 1)).join(''))));

/** One whose first sheet has this XML between its `sheetData`. */
export const workbookWith = (rowsXml: string): Uint8Array => zipSync(partsAround(sheetXml(rowsXml)));
