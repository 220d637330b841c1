import { BILL_STATES, type BillRow, type BillState } from '../../ports/trade-bill';

/** What is read of the bill (下载交易账单, bill_type=ALL), by the names in its heading: columns have been added before. */
const COLUMNS = {
  transactionId: '微信订单号',
  outTradeNo: '商户订单号',
  state: '交易状态',
  outRefundNo: '商户退款单号',
  refundStatus: '退款状态',
  orderAmount: '订单金额',
  refundAmount: '申请退款金额',
} as const;
type Column = keyof typeof COLUMNS;

/** The heading of the two last lines, which sum the bill up. */
const SUMMARY_COUNT = '总交易单数';
const MARK = '`';

export class BillUnreadable extends Error {
  override readonly name = 'BillUnreadable';
}

/** Each cell begins with a backtick, so that a comma inside of one is no separator. */
function cellsOf(line: string): string[] {
  if (!line.startsWith(MARK)) {
    throw new BillUnreadable('a line of the bill has no marks');
  }
  return line.slice(MARK.length).split(`,${MARK}`);
}

/** Yuan with two decimals, as the bill writes them. */
function fenOf(text: string): number {
  const match = /^(\d{1,12})\.(\d{2})$/.exec(text);
  if (!match) {
    throw new BillUnreadable('an amount of the bill is none');
  }
  return Number(match[1]) * 100 + Number(match[2]);
}

function positionsIn(heading: string): Record<Column, number> {
  const names = heading.split(',').map((name) => name.trim());
  const entries = Object.entries(COLUMNS).map(([column, name]) => [column, names.indexOf(name)] as const);
  if (entries.some(([, position]) => position < 0)) {
    throw new BillUnreadable('the bill lacks a column');
  }
  return Object.fromEntries(entries) as Record<Column, number>;
}

const stateOf = (word: string): BillState => BILL_STATES.find((state) => state === word) ?? 'UNKNOWN';

function rowOf(cells: readonly string[], positions: Record<Column, number>): BillRow {
  const cell = (column: Column): string => (cells[positions[column]] ?? '').trim();
  const outRefundNo = cell('outRefundNo');
  // Of a row that takes money the column is empty or, in older bills, "0".
  const isRefund = outRefundNo !== '' && outRefundNo !== '0';
  if (cell('outTradeNo') === '' || cell('transactionId') === '') {
    throw new BillUnreadable('a row of the bill has no number');
  }
  return {
    outTradeNo: cell('outTradeNo'),
    transactionId: cell('transactionId'),
    state: stateOf(cell('state')),
    amountFen: fenOf(cell('orderAmount')),
    refund: isRefund ? { outRefundNo, amountFen: fenOf(cell('refundAmount')), status: cell('refundStatus') } : null,
  };
}

/**
 * The rows of a trade bill. Nothing is left out in silence: a line that cannot be read, or a count that is not the one
 * below the rows, makes the whole bill unreadable. @throws BillUnreadable
 */
export function readTradeBill(bytes: Uint8Array): BillRow[] {
  const [heading = '', ...lines] = new TextDecoder('utf-8').decode(bytes).split(/\r?\n/);
  const positions = positionsIn(heading);
  const width = heading.split(',').length;
  const end = lines.findIndex((line) => line.startsWith(SUMMARY_COUNT));
  if (end < 0) {
    throw new BillUnreadable('the bill has no end');
  }
  const rows = lines.slice(0, end).map((line) => {
    const cells = cellsOf(line);
    if (cells.length !== width) {
      throw new BillUnreadable('a row of the bill is not as wide as its heading');
    }
    return rowOf(cells, positions);
  });
  if (Number(cellsOf(lines[end + 1] ?? '')[0]) !== rows.length) {
    throw new BillUnreadable('the bill has other rows than it counts');
  }
  return rows;
}
