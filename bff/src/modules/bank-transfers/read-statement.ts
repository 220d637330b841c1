import { Readable } from 'node:stream';
import { AppError, MOST_STATEMENT_BYTES, MOST_STATEMENT_LINES, type StatementBank } from '@acceptance/shared';
import { CsvError, parse } from 'csv-parse';
import { type CsvRow, decodeTable } from '../../http/csv-rows';
import { columnsOf, STATEMENT_LAYOUTS, type StatementColumns } from './statement-layouts';
import { type ReadLine, readLine } from './statement-line';

/** Above the heading banks print name, account and period. */
const MOST_LINES_ABOVE = 30;
/** So much is parsed at a time; other requests have their turn between. */
const CHUNK_CHARACTERS = 32 * 1024;

async function* chunksOf(text: string): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += CHUNK_CHARACTERS) {
    yield text.slice(start, start + CHUNK_CHARACTERS);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const separatorOf = (text: string): string => (text.slice(0, CHUNK_CHARACTERS).includes('\t') ? '\t' : ',');

/** Banks end cells with a tabulator so that spreadsheets take numbers for text; those are no separators. */
const withoutGuards = (text: string): string => text.replaceAll(/\t(?=[",\r\n])/g, '');

export interface StatementLine {
  /** As an editor counts. */
  readonly line: number;
  readonly read: ReadLine;
}

/**
 * The lines of a statement below its heading, one after the other.
 * @throws AppError bank_transfers.statement_unreadable, bank_transfers.statement_too_long
 */
export async function* readStatement(bytes: Uint8Array, bank: StatementBank): AsyncGenerator<StatementLine> {
  const tooLong = () => new AppError('bank_transfers.statement_too_long', { details: { most: MOST_STATEMENT_LINES } });
  if (bytes.length > MOST_STATEMENT_BYTES) {
    throw tooLong();
  }
  const text = withoutGuards(decodeTable(bytes));
  const options = { bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true };
  const parser = Readable.from(chunksOf(text)).pipe(
    parse({ ...options, delimiter: separatorOf(text), max_record_size: 10_000 }),
  );
  let columns: StatementColumns | null = null;
  let above = 0;
  let lines = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRow>) {
      if (columns) {
        lines += 1;
        if (lines > MOST_STATEMENT_LINES) {
          throw tooLong();
        }
        yield { line: info.lines, read: readLine(record, columns) };
      } else {
        above += 1;
        columns = columnsOf(STATEMENT_LAYOUTS[bank], record);
        if (!columns && above > MOST_LINES_ABOVE) {
          break;
        }
      }
    }
  } catch (cause) {
    throw cause instanceof CsvError ? new AppError('bank_transfers.statement_unreadable', { cause }) : cause;
  }
  if (!columns) {
    throw new AppError('bank_transfers.statement_unreadable');
  }
}
