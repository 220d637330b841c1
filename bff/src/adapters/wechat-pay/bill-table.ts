const MARK = '`';

export class BillUnreadable extends Error {
  override readonly name = 'BillUnreadable';
}

/** Each cell begins with a backtick, so that a comma inside of one is no separator. */
function cellsOf(line: string): string[] {
  if (!line.startsWith(MARK)) {
    throw new BillUnreadable('a line of the bill has no marks');
  }
  return line
    .slice(MARK.length)
    .split(`,${MARK}`)
    .map((cell) => cell.trim());
}

/** Yuan with two decimals, as the bill writes them. */
export function fenOf(text: string): number {
  const match = /^(\d{1,12})\.(\d{2})$/.exec(text);
  if (!match) {
    throw new BillUnreadable('an amount of the bill is none');
  }
  return Number(match[1]) * 100 + Number(match[2]);
}

/** Names as they are compared: brackets are written one way in one bill and the other in another. */
const nameOf = (name: string): string => name.normalize('NFKC').trim();

function positionsIn<Column extends string>(
  heading: string,
  columns: Readonly<Record<Column, string>>,
): Record<Column, number> {
  const names = heading.split(',').map(nameOf);
  const entries = Object.entries<string>(columns).map(([column, name]) => [column, names.indexOf(name)] as const);
  if (entries.some(([, position]) => position < 0)) {
    throw new BillUnreadable('the bill lacks a column');
  }
  return Object.fromEntries(entries) as Record<Column, number>;
}

export type Cells<Column extends string> = (column: Column) => string;
export interface BillTable<Column extends string> {
  readonly rows: readonly Cells<Column>[];
  /** The line of sums below the rows. */
  readonly summary: readonly string[];
}

/**
 * A bill's rows by the names in its heading: columns have been added before. Nothing is left out in silence: a line that cannot be
 * read makes the whole bill unreadable, and so does a count that is not the one below the rows. @throws BillUnreadable
 */
export function readBillTable<Column extends string>(
  bytes: Uint8Array,
  columns: Readonly<Record<Column, string>>,
  summaryCount: string,
): BillTable<Column> {
  const [heading = '', ...lines] = new TextDecoder('utf-8').decode(bytes).split(/\r?\n/);
  const positions = positionsIn(heading, columns);
  const width = heading.split(',').length;
  const end = lines.findIndex((line) => line.startsWith(summaryCount));
  if (end < 0) {
    throw new BillUnreadable('the bill has no end');
  }
  const rows = lines.slice(0, end).map((line): Cells<Column> => {
    const cells = cellsOf(line);
    if (cells.length !== width) {
      throw new BillUnreadable('a row of the bill is not as wide as its heading');
    }
    return (column) => cells[positions[column]] ?? '';
  });
  const summary = cellsOf(lines[end + 1] ?? '');
  if (Number(summary[0]) !== rows.length) {
    throw new BillUnreadable('the bill has other rows than it counts');
  }
  return { rows, summary };
}
