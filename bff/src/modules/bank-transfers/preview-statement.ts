import { AppError, MOST_LAYOUT_COLUMNS, type StatementPreview } from '@acceptance/shared';
import type { SheetReader, SheetRow } from '../../ports/sheet-reader';
import { knownHeadings, type LayoutDependencies, presentLayout } from './saved-layouts';
import { tidyCell } from './statement-layouts';
import { MOST_LINES_ABOVE, statementRows } from './statement-rows';

/** Below the heading some lines show what the columns hold. */
const MOST_ROWS = MOST_LINES_ABOVE + 3;
const LONGEST_CELL = 60;

const shown = ({ line, cells }: SheetRow) => ({
  line,
  cells: cells.slice(0, MOST_LAYOUT_COLUMNS).map((cell) => Array.from(tidyCell(cell)).slice(0, LONGEST_CELL).join('')),
});

/**
 * The first lines of a statement, and the bank whose heading is among them. Nothing is kept.
 * @throws AppError bank_transfers.statement_*
 */
export async function previewStatement(
  needs: LayoutDependencies & { readonly sheetReader: SheetReader },
  bytes: Uint8Array | null,
): Promise<StatementPreview> {
  if (!bytes || bytes.length === 0) {
    throw new AppError('bank_transfers.statement_missing');
  }
  const layoutOf = await knownHeadings(needs.statementLayouts);
  const rows: SheetRow[] = [];
  for await (const row of statementRows(needs.sheetReader, bytes)) {
    rows.push(row);
    if (rows.length === MOST_ROWS) {
      break;
    }
  }
  if (rows.length === 0) {
    throw new AppError('bank_transfers.statement_unreadable');
  }
  const heading = rows.find(({ cells }) => layoutOf(cells) !== null);
  const layout = heading && layoutOf(heading.cells);
  return {
    rows: rows.map(shown),
    layout: layout ? await presentLayout(needs, layout) : null,
    headingLine: heading?.line ?? null,
  };
}
