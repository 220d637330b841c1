import { type BrokenLine, breakLines } from './break-lines';
import type { ContentWriter } from './content-writer';
import type { ContractFonts } from './contract-fonts';
import type { ContractWords } from './contract-types';
import { drawFitted } from './fit-text';
import { groupBy } from './group-by';
import { bodySize, ground, ink, marginSide, right, secondary, tableLine } from './page-design';
import type { PageFlow, PageFonts, Placed, PlaceTaken } from './page-flow';
import { type StructureElement, structureElement } from './structure';

interface PlacedRow extends PlaceTaken {
  group: string;
  label: string;
  value: string;
  lines: BrokenLine[];
  height: number;
}

const rowHeight = 22.5;
const valueLeading = 14;
const labelSize = 9.5;
const groupWidth = 44;
const labelWidth = 124;
const padding = 9;
const valueLeft = marginSide + groupWidth + labelWidth + padding;
const valueWidth = right - valueLeft - padding;
/** Chinese characters sit around 0.36 em above the baseline. */
const middleOfCharacter = 0.36;

/** Rows are as high as their values; the table goes on on the next page between two of them. */
export function layOutTable(
  groups: ContractWords['groups'],
  flow: PageFlow,
  faces: ContractFonts,
  parent: StructureElement,
): Placed[] {
  const table = structureElement('Table', parent);
  const rows = groups.flatMap(({ name, rows }) =>
    rows.map(({ label, value }): PlacedRow => {
      const lines = breakLines(value, faces.regular, valueWidth / bodySize);
      const height = rowHeight + (lines.length - 1) * valueLeading;
      return { group: name, label, value, lines, height, ...flow.take(height) };
    }),
  );
  return Array.from(
    groupBy(rows, ({ page }) => page),
    ([page, rowsOfPage]) => ({
      page,
      draw: (writer, fonts) => drawRows(writer, rowsOfPage, fonts, table),
    }),
  );
}

const bottomOf = ({ top, height }: PlacedRow): number => top - height;

/** The part of the table that stands on one page. */
function drawRows(writer: ContentWriter, rows: PlacedRow[], fonts: PageFonts, table: StructureElement): void {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return;
  const [top, bottom] = [first.top, bottomOf(last)];
  writer.box(marginSide, bottom, groupWidth + labelWidth, top - bottom, ground);
  for (const [name, ofGroup] of groupBy(rows, ({ group }) => group)) drawGroup(writer, name, ofGroup, fonts, table);
  for (const y of [top, bottom]) writer.rule(marginSide, y, right, y, 1, secondary);
  for (const x of [marginSide + groupWidth, marginSide + groupWidth + labelWidth]) {
    writer.rule(x, top, x, bottom, 0.5, tableLine);
  }
}

/** Its name is a heading of all its rows, and each label of its row. */
function drawGroup(
  writer: ContentWriter,
  name: string,
  rows: PlacedRow[],
  fonts: PageFonts,
  table: StructureElement,
): void {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return;
  const middle = (first.top + bottomOf(last)) / 2;
  writer.rule(marginSide, first.top, right, first.top, 0.7, tableLine);
  for (const row of rows) {
    const inTable = structureElement('TR', table);
    if (row === first) {
      const attributes = `/O /Table /Scope /Row /RowSpan ${rows.length}`;
      writer.marked(structureElement('TH', inTable, { attributes }), () => {
        writer.textCentredAt(name, marginSide + groupWidth / 2, middle - bodySize * middleOfCharacter, {
          font: fonts.bold,
          size: bodySize,
          colour: ink,
          tracking: 0.1,
        });
      });
    } else {
      writer.rule(marginSide + groupWidth, row.top, right, row.top, 0.5, tableLine);
    }
    drawRow(writer, row, fonts, inTable);
  }
}

function drawRow(writer: ContentWriter, row: PlacedRow, { regular }: PageFonts, inTable: StructureElement): void {
  const centre = row.top - row.height / 2;
  const label = structureElement('TH', inTable, { attributes: '/O /Table /Scope /Row' });
  writer.marked(label, () => {
    const style = { font: regular, size: labelSize, colour: secondary };
    writer.text(row.label, marginSide + groupWidth + padding, centre - labelSize * middleOfCharacter, style);
  });
  writer.marked(structureElement('TD', inTable), () => {
    if (regular.pictures.has(row.value)) {
      const place = { x: valueLeft, y: centre - bodySize * middleOfCharacter, width: valueWidth, height: row.height };
      drawFitted(writer, row.value, place, regular, bodySize);
      return;
    }
    const firstBaseline = centre + ((row.lines.length - 1) * valueLeading) / 2 - bodySize * middleOfCharacter;
    row.lines.forEach((line, index) => {
      const style = { font: regular, size: bodySize, colour: ink };
      writer.line({ ...line, last: true }, valueLeft, firstBaseline - index * valueLeading, valueWidth, style);
    });
  });
}
