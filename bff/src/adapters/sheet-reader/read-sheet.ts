import { unzipSync } from 'fflate';
import { readSheet as parseSheet } from 'read-excel-file/universal';
import { cellText, type SheetCell, type StoredNumber } from './cell-text';

export interface SheetToRead {
  readonly bytes: Uint8Array;
  readonly mostRows: number;
}

export type SheetRead =
  | { readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[] }
  | { readonly refused: 'too-large' | 'damaged' };

/** A month of a busy account is a tenth of this once unpacked. */
const MOST_UNPACKED_BYTES = 32 * 1024 * 1024;
const MOST_PARTS = 200;
/** Columns past ZZ or rows past 9999: between them and the others the reader would fill in cell by cell. */
const FAR_CELL = /\sr\s*=\s*["'](?:[A-Z]{3,}\d*|[A-Z]*\d{5,})["']/i;
const SHEETS = /^xl\/worksheets\/[^/]+\.xml$/;

const isTable = (name: string): boolean => name.endsWith('.xml') || name.endsWith('.xml.rels');

/**
 * Whether the workbook is as small as it should be before it is read. What it says of its own size is enough: no part is unpacked
 * beyond that.
 */
function isModest(bytes: Uint8Array): boolean {
  let parts = 0;
  let unpacked = 0;
  const fits = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }): boolean => {
    parts += 1;
    unpacked += isTable(name) ? originalSize : 0;
    return parts <= MOST_PARTS && unpacked <= MOST_UNPACKED_BYTES && SHEETS.test(name);
  };
  const sheets = Object.values(unzipSync(bytes, { filter: fits }));
  const isFar = ({ buffer, byteOffset, byteLength }: Uint8Array): boolean =>
    FAR_CELL.test(Buffer.from(buffer, byteOffset, byteLength).toString('latin1'));
  return parts <= MOST_PARTS && unpacked <= MOST_UNPACKED_BYTES && !sheets.some(isFar);
}

/** Reads the first sheet. It blocks its thread, for long where the file is made to: run it in a worker. */
export default async function readSheet({ bytes, mostRows }: SheetToRead): Promise<SheetRead> {
  try {
    if (!isModest(bytes)) {
      return { refused: 'too-large' };
    }
    const { buffer, byteOffset, byteLength } = bytes;
    const own = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
    const options = { trim: false, parseNumber: (stored: string): StoredNumber => ({ stored }) };
    const found = (await parseSheet(own, options)) as unknown as SheetCell[][];
    const rows = found
      .map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    return rows.length > mostRows ? { refused: 'too-large' } : { rows };
  } catch {
    return { refused: 'damaged' };
  }
}
