/** A number as the workbook stores it: digits, of which a spreadsheet keeps fifteen. */
export interface StoredNumber {
  readonly stored: string;
}
export type SheetCell = string | boolean | Date | StoredNumber | null;

const KEPT_DIGITS = 15;
/** From here on a whole number may have lost its last digits. */
const MOST_EXACT = 10 ** KEPT_DIGITS;

/**
 * The number that a person sees: 259.99 is stored as 259.99000000000001. Longer ones than are kept, which only numbers of accounts and
 * entries are, come out as 2.0261123E+16, so that nobody takes what was rounded for the number itself.
 */
function numberText(stored: string): string {
  const value = Number(stored);
  if (!Number.isFinite(value)) {
    return stored;
  }
  if (Math.abs(value) >= MOST_EXACT) {
    return value.toExponential().toUpperCase();
  }
  return String(Number(value.toPrecision(KEPT_DIGITS)));
}

/** A day, or a moment to the second; spreadsheets store a fraction of a day, which is never exact. */
function dateText(date: Date): string {
  const seconds = Math.round(date.getTime() / 1000);
  const moment = new Date(seconds * 1000);
  if (Number.isNaN(moment.getTime())) {
    return '';
  }
  const [day = '', time = ''] = moment.toISOString().slice(0, 19).split('T');
  return time === '00:00:00' ? day : `${day} ${time}`;
}

export function cellText(cell: SheetCell): string {
  if (cell === null || typeof cell === 'boolean') {
    return cell === null ? '' : String(cell).toUpperCase();
  }
  if (typeof cell === 'string') {
    return cell;
  }
  return cell instanceof Date ? dateText(cell) : numberText(cell.stored);
}
