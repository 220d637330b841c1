import { Readable } from 'node:stream';
import { setImmediate as turnOfEventLoop } from 'node:timers/promises';
import { AppError, type ErrorCode, MOST_STATEMENT_BYTES, MOST_STATEMENT_LINES } from '@acceptance/shared';
import { CsvError, parse } from 'csv-parse';
import { type CsvRow, decodeTable } from '../../http/csv-rows';
import type { SheetReader, SheetRefusal, SheetRow } from '../../ports/sheet-reader';

/** Above the heading banks print name, account and period. */
export const MOST_LINES_ABOVE = 30;
/** So much is parsed at a time; other requests have their turn between. */
const CHUNK_CHARACTERS = 32 * 1024;
const CHUNK_ROWS = 500;

export const statementTooLong = () =>
  new AppError('bank_transfers.statement_too_long', { details: { most: MOST_STATEMENT_LINES } });

async function* chunksOf(text: string): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += CHUNK_CHARACTERS) {
    yield text.slice(start, start + CHUNK_CHARACTERS);
    await turnOfEventLoop();
  }
}

const separatorOf = (text: string): string => (text.slice(0, CHUNK_CHARACTERS).includes('\t') ? '\t' : ',');

/** Banks end cells with a tabulator so that spreadsheets take numbers for text; those are no separators. */
const withoutGuards = (text: string): string => text.replaceAll(/\t(?=[",\r\n])/g, '');

async function* rowsOfText(bytes: Uint8Array): AsyncGenerator<SheetRow> {
  const text = withoutGuards(decodeTable(bytes));
  const options = { bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true };
  const parser = Readable.from(chunksOf(text)).pipe(
    parse({ ...options, delimiter: separatorOf(text), max_record_size: 10_000 }),
  );
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRow>) {
      yield { line: info.lines, cells: record };
    }
  } catch (cause) {
    throw cause instanceof CsvError ? new AppError('bank_transfers.statement_unreadable', { cause }) : cause;
  }
}

const REFUSALS: Record<Exclude<SheetRefusal, 'too-large'>, ErrorCode> = {
  protected: 'bank_transfers.statement_protected',
  'old-format': 'bank_transfers.statement_old_format',
  damaged: 'bank_transfers.statement_damaged',
  busy: 'bank_transfers.statement_busy',
};

async function* rowsOfSheet(sheetReader: SheetReader, bytes: Uint8Array): AsyncGenerator<SheetRow> {
  // The heading is one more.
  const found = await sheetReader.read(bytes, MOST_STATEMENT_LINES + MOST_LINES_ABOVE + 1);
  if ('refused' in found) {
    throw found.refused === 'too-large' ? statementTooLong() : new AppError(REFUSALS[found.refused]);
  }
  for (const [index, row] of found.rows.entries()) {
    if (index % CHUNK_ROWS === 0) {
      await turnOfEventLoop();
    }
    yield row;
  }
}

/** How files begin that spreadsheets make: today's, and those of before 2007, which a password makes of today's too. */
const WORKBOOKS = ['504b0304', 'd0cf11e0a1b11ae1'].map((start) => Buffer.from(start, 'hex'));
const isWorkbook = (bytes: Uint8Array): boolean =>
  WORKBOOKS.some((start) => start.equals(bytes.subarray(0, start.length)));

/**
 * The rows of a bank's file, CSV or workbook, one after the other.
 * @throws AppError bank_transfers.statement_*
 */
export function statementRows(sheetReader: SheetReader, bytes: Uint8Array): AsyncGenerator<SheetRow> {
  if (bytes.length > MOST_STATEMENT_BYTES) {
    throw statementTooLong();
  }
  return isWorkbook(bytes) ? rowsOfSheet(sheetReader, bytes) : rowsOfText(bytes);
}
