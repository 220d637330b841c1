import { AppError, MOST_STATEMENT_LINES } from '@acceptance/shared';
import type { SheetRow } from '../../ports/sheet-reader';
import type { StatementColumns } from './statement-layouts';
import { type ReadLine, readLine } from './statement-line';
import { MOST_LINES_ABOVE, statementTooLong } from './statement-rows';

export interface StatementLine {
  /** As an editor or a spreadsheet counts. */
  readonly line: number;
  readonly read: ReadLine;
}

/** What is said of a file in which no heading is known. */
export type UnknownHeading = 'bank_transfers.statement_unreadable' | 'bank_transfers.layout_unknown';

/**
 * The lines of a statement below its heading, one after the other. `columnsIn` knows a heading.
 * @throws AppError `unknownHeading`, bank_transfers.statement_*
 */
export async function* readStatement(
  rows: AsyncIterable<SheetRow>,
  columnsIn: (cells: readonly string[]) => StatementColumns | null,
  unknownHeading: UnknownHeading = 'bank_transfers.statement_unreadable',
): AsyncGenerator<StatementLine> {
  let columns: StatementColumns | null = null;
  let above = 0;
  let lines = 0;
  for await (const { line, cells } of rows) {
    if (columns) {
      lines += 1;
      if (lines > MOST_STATEMENT_LINES) {
        throw statementTooLong();
      }
      yield { line, read: readLine(cells, columns) };
    } else {
      above += 1;
      columns = columnsIn(cells);
      if (!columns && above > MOST_LINES_ABOVE) {
        break;
      }
    }
  }
  if (!columns) {
    throw new AppError(unknownHeading);
  }
}
