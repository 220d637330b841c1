import { AppError, largestNumbersFile, mostNumberLines } from '@acceptance/shared';
import { type CsvRow, csvRows } from '../../http/csv-rows';

/** A line of a file of numbers; `line` as an editor counts it. */
export interface NumberLine {
  readonly line: number;
  readonly orderNumber: string;
  readonly trackingNumber: string;
  /** Empty: the one that the applicant chose. */
  readonly courier: string;
}

type Column = 'orderNumber' | 'trackingNumber' | 'courier';
/** How the columns are called in our own export, and in what couriers hand back. */
const COLUMN_NAMES: Readonly<Record<Column, readonly string[]>> = {
  orderNumber: ['申请编号', '订单编号', '订单号', '客户订单号', 'ordernumber', 'order number'],
  trackingNumber: ['运单号', '快递单号', '运单号码', '邮件号', 'trackingnumber', 'tracking number'],
  courier: ['快递公司', '物流公司', 'courier'],
};

/** A spreadsheet's sign that a value is text, and what it leaves around it. */
const tidy = (value: string | undefined): string => (value ?? '').trim().replace(/^[='"]+|["']+$/g, '');

function columnsOf(heading: readonly string[]): Partial<Record<Column, number>> {
  const names = heading.map((name) => tidy(name).toLowerCase());
  const found = Object.entries(COLUMN_NAMES).map(([column, known]) => [
    column,
    names.findIndex((name) => known.includes(name)),
  ]);
  return Object.fromEntries(found.filter(([, index]) => index !== -1)) as Partial<Record<Column, number>>;
}

/** @throws AppError deliveries.file_unreadable */
function rowsOf(bytes: Uint8Array): CsvRow[] {
  try {
    return csvRows(bytes);
  } catch (cause) {
    throw new AppError('deliveries.file_unreadable', { cause });
  }
}

/**
 * Reads a file of numbers: comma or tab between columns, quotes as in RFC 4180, headings in any order, further columns
 * passed over. @throws AppError deliveries.file_unreadable, deliveries.file_too_long
 */
export function readNumbersFile(bytes: Uint8Array): NumberLine[] {
  if (bytes.length > largestNumbersFile) {
    throw new AppError('deliveries.file_too_long', { details: { most: mostNumberLines } });
  }
  const [heading, ...rows] = rowsOf(bytes);
  const { orderNumber, trackingNumber, courier } = columnsOf(heading?.record ?? []);
  if (orderNumber === undefined || trackingNumber === undefined) {
    throw new AppError('deliveries.file_unreadable');
  }
  if (rows.length > mostNumberLines) {
    throw new AppError('deliveries.file_too_long', { details: { most: mostNumberLines } });
  }
  const lines = rows.map(({ record, info }) => ({
    line: info.lines,
    orderNumber: tidy(record[orderNumber]).toUpperCase(),
    trackingNumber: tidy(record[trackingNumber]).replace(/[\s-]/g, '').toUpperCase(),
    courier: courier === undefined ? '' : tidy(record[courier]),
  }));
  // What was exported and not sent yet has an empty column.
  return lines.filter((line) => line.trackingNumber !== '');
}
