import { AppError, type ErrorCode, largestInvoiceFile, mostInvoiceLines } from '@acceptance/shared';
import { type CsvRow, csvRows } from '../../http/csv-rows';
import type { Numbered } from './record-result';

type ResultColumn = 'orderNumber' | 'number' | 'day' | 'failure';
/** How the columns are called in what the tax platform hands back, and in our own words. Matched by name, in any order. */
const COLUMN_NAMES: Readonly<Record<ResultColumn, readonly string[]>> = {
  orderNumber: ['发票流水号', '申请编号', '单据编号', '订单号'],
  number: ['数电票号码', '数电发票号码', '全电发票号码', '发票号码'],
  day: ['开票日期', '开票时间'],
  failure: ['失败原因', '错误信息', '未开具原因'],
};

/** A line of a file of results; `line` as an editor counts it. */
export interface ResultLine {
  readonly line: number;
  readonly orderNumber: string;
  readonly result: Numbered | { readonly failure: string } | { readonly wrong: ErrorCode };
}

/** What spreadsheets leave around a value that is to stay text. */
const tidy = (value: string | undefined): string =>
  (value ?? '')
    .normalize('NFKC')
    .trim()
    .replace(/^[='"]+|['"\t]+$/g, '')
    .trim();

/** 2026-11-29, 2026/11/29, 20261129, 2026年11月29日, with or without a time; null for what is no day. */
export function dayOf(text: string): string | null {
  const found = /^(\d{4})(\d{2})(\d{2})/.exec(text) ?? /^(\d{4})\D(\d{1,2})\D(\d{1,2})(?!\d)/.exec(text);
  const [, year, month = '', day = ''] = found ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${iso}T00:00:00Z`);
  return year && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso) ? iso : null;
}

const LONGEST_FAILURE = 100;

function resultOf(number: string, day: string, failure: string): ResultLine['result'] | null {
  if (number === '') {
    return failure ? { failure: Array.from(failure).slice(0, LONGEST_FAILURE).join('') } : null;
  }
  if (!/^\d{20}$/.test(number)) {
    return { wrong: 'invoices.row_number_wrong' };
  }
  const issuedOn = dayOf(day);
  return issuedOn ? { number, issuedOn } : { wrong: 'invoices.row_day_wrong' };
}

/** @throws AppError invoices.file_unreadable */
function rowsOf(bytes: Uint8Array): CsvRow[] {
  try {
    return csvRows(bytes);
  } catch (cause) {
    throw new AppError('invoices.file_unreadable', { cause });
  }
}

/** @throws AppError invoices.file_unreadable where a column is missing that every line needs */
function columnsOf(heading: readonly string[]): Record<ResultColumn, number> {
  const names = heading.map(tidy);
  const at = (column: ResultColumn): number => names.findIndex((name) => COLUMN_NAMES[column].includes(name));
  const found = { orderNumber: at('orderNumber'), number: at('number'), day: at('day'), failure: at('failure') };
  if (found.orderNumber === -1 || found.number === -1) {
    throw new AppError('invoices.file_unreadable');
  }
  return found;
}

/**
 * Reads a file of results; lines that say nothing yet are passed over.
 * @throws AppError invoices.file_unreadable, invoices.file_too_long
 */
export function readResultsFile(bytes: Uint8Array): ResultLine[] {
  const tooLong = () => new AppError('invoices.file_too_long', { details: { most: mostInvoiceLines } });
  if (bytes.length > largestInvoiceFile) {
    throw tooLong();
  }
  const [heading, ...rows] = rowsOf(bytes);
  const columns = columnsOf(heading?.record ?? []);
  if (rows.length > mostInvoiceLines) {
    throw tooLong();
  }
  return rows.flatMap(({ record, info }) => {
    const cell = (column: ResultColumn): string => (columns[column] === -1 ? '' : tidy(record[columns[column]]));
    const orderNumber = cell('orderNumber').toUpperCase();
    const result = resultOf(cell('number').replaceAll(/\s/g, ''), cell('day'), cell('failure'));
    return orderNumber && result ? [{ line: info.lines, orderNumber, result }] : [];
  });
}
