/** First characters by which a spreadsheet takes a cell for a formula (OWASP, CSV Injection), also in the full width of Chinese keyboards. */
const FORMULA = /^[\s'"]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Text stays text: an apostrophe in front is what spreadsheets show a formula's words by. */
const asText = (value: string): string => (FORMULA.test(value) ? `'${value}` : value);

/**
 * One record of RFC 4180, with its line end; every field in quotes, which Excel and WPS need for Chinese commas.
 * @param fields null: empty
 */
export const csvLine = (fields: readonly (string | null)[]): string =>
  `${fields.map((field) => `"${asText(field ?? '').replaceAll('"', '""')}"`).join(',')}\r\n`;

/** Excel reads UTF-8 only behind it. */
export const BYTE_ORDER_MARK = '\ufeff';

/** A spreadsheet takes more than 15 digits for a number and loses the rest; behind a tabulator they stay text, as banks do it. */
export const digitsAsText = (value: string): string => (/^\d{12,}$/.test(value) ? `${value}\t` : value);

/** An amount as spreadsheets add it up. */
export const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
