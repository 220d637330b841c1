/** One line of a table. */
export interface SheetRow {
  /** As the spreadsheet counts. */
  readonly line: number;
  /** What each cell holds, in plain text: numbers without the noise of their storage, days as 2026-11-29 or 2026-11-29 09:15:02. */
  readonly cells: readonly string[];
}

/**
 * Why a workbook was not read. `protected`: it needs a password; `old-format`: made by Excel 97–2003; `too-large`: more rows than may
 * be, or far more once unpacked; `damaged`: no workbook, or not all of it; `busy`: others come first.
 */
export type SheetRefusal = 'protected' | 'old-format' | 'too-large' | 'damaged' | 'busy';

export type SheetReading = { readonly rows: readonly SheetRow[] } | { readonly refused: SheetRefusal };

export interface SheetReader {
  /** The first sheet of a workbook (.xlsx), without its empty rows; away from the event loop. */
  read(bytes: Uint8Array, mostRows: number): Promise<SheetReading>;
}
