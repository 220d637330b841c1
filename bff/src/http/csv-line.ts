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
