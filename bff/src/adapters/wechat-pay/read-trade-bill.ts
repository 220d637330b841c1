import { BILL_STATES, type BillRow, type BillState } from '../../ports/trade-bill';
import { BillUnreadable, type Cells, fenOf, readBillTable } from './bill-table';

/** What is read of the bill (下载交易账单, bill_type=ALL). */
const COLUMNS = {
  transactionId: '微信订单号',
  outTradeNo: '商户订单号',
  state: '交易状态',
  settled: '应结订单金额',
  outRefundNo: '商户退款单号',
  returned: '退款金额',
  refundStatus: '退款状态',
  fee: '手续费',
  orderAmount: '订单金额',
  refundAmount: '申请退款金额',
} as const;

/** The heading of the two last lines, which sum the bill up. */
const SUMMARY_COUNT = '总交易单数';

const stateOf = (word: string): BillState => BILL_STATES.find((state) => state === word) ?? 'UNKNOWN';

/** Fees are written with five decimals and taken in whole fen. */
function feeFenOf(text: string): number {
  const match = /^(-?)(\d{1,9})(?:\.(\d{1,5}))?$/.exec(text);
  if (!match) {
    throw new BillUnreadable('a fee of the bill is none');
  }
  const [, sign, yuan, part = ''] = match;
  const fen = Math.round((Number(yuan) * 100_000 + Number(part.padEnd(5, '0'))) / 1000);
  return sign && fen > 0 ? -fen : fen;
}

function rowOf(cell: Cells<keyof typeof COLUMNS>): BillRow {
  const outRefundNo = cell('outRefundNo');
  // Of a row that takes money the column is empty or, in older bills, "0".
  const isRefund = outRefundNo !== '' && outRefundNo !== '0';
  if (cell('outTradeNo') === '' || cell('transactionId') === '') {
    throw new BillUnreadable('a row of the bill has no number');
  }
  const refund = () => ({
    outRefundNo,
    amountFen: fenOf(cell('refundAmount')),
    returnedFen: fenOf(cell('returned')),
    status: cell('refundStatus'),
  });
  return {
    outTradeNo: cell('outTradeNo'),
    transactionId: cell('transactionId'),
    state: stateOf(cell('state')),
    amountFen: fenOf(cell('orderAmount')),
    settledFen: fenOf(cell('settled')),
    feeFen: feeFenOf(cell('fee')),
    refund: isRefund ? refund() : null,
  };
}

/** The rows of a trade bill. @throws BillUnreadable */
export const readTradeBill = (bytes: Uint8Array): BillRow[] =>
  readBillTable(bytes, COLUMNS, SUMMARY_COUNT).rows.map(rowOf);
