import { parse } from 'csv-parse/sync';

/** UTF-8 with or without byte order mark; what is not UTF-8 is GBK, as banks and spreadsheets in China save it. */
export function decodeTable(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

export interface CsvRow {
  readonly record: string[];
  /** `lines`: where it stood, as an editor counts. */
  readonly info: { readonly lines: number };
}

/**
 * The rows of a small table, heading and all: comma or tab between columns, quotes as in RFC 4180.
 * @throws CsvError of csv-parse
 */
export function csvRows(bytes: Uint8Array): CsvRow[] {
  const text = decodeTable(bytes);
  const separator = (text.split('\n', 1)[0] ?? '').replaceAll(/\t(?=[",\r]|$)/g, '').includes('\t') ? '\t' : ',';
  const options = {
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 10_000,
  } as const;
  // With `info` every record comes with where it stood (csv-parse 6, option info).
  return parse(text, { ...options, delimiter: separator }) as unknown as CsvRow[];
}
