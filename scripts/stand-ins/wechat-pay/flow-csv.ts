import { type BillLine, feeFen, movedFen, row, yuan } from './bill-csv';
import { chinaTime } from './china-time';

const HEADING =
  '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号';
const SUMMARY = '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额';
/** What was in the account before. */
const START_FEN = 10_000_000;

interface Flow {
  at: string;
  number: string;
  name: string;
  type: string;
  isIncome: boolean;
  fen: number;
  by: string;
  remark: string;
  voucher: string;
}

/** A trade comes whole and its fee goes; of a refund what is left of it without the fee, which comes back, goes. */
function flowsOf(line: BillLine, merchantId: string): Flow[] {
  const { transaction, refund, at } = line;
  const moved = movedFen(line);
  const fee = feeFen(moved);
  const common = { at, by: 'system', remark: '' };
  if (refund) {
    const remark = `退款总金额${yuan(moved)}元;含手续费${yuan(fee)}元`;
    const names = { name: '退款', type: '退款', number: refund.refundId, voucher: refund.outRefundNo };
    return [{ ...common, ...names, isIncome: false, fen: moved - fee, by: `${merchantId}API`, remark }];
  }
  const names = { name: '交易', number: transaction.transactionId ?? '', voucher: transaction.outTradeNo };
  const taken = fee + (line.extraFen ?? 0);
  return [
    { ...common, ...names, type: '交易', isIncome: true, fen: moved },
    { ...common, ...names, type: '扣除交易手续费', isIncome: false, fen: taken },
  ].filter(({ fen }) => fen > 0);
}

const sumsOf = (flows: readonly Flow[]): string[] => [
  `${flows.length}.0`,
  yuan(flows.reduce((total, { fen }) => total + fen, 0)),
];

/** 资金账单 of the basic account: the same manner of file as the trade bill. Null: nothing moved. */
export function flowCsv(lines: readonly BillLine[], merchantId: string): string | null {
  const flows = lines.flatMap((line) => flowsOf(line, merchantId));
  let balance = START_FEN;
  const rows = flows.map((flow, index) => {
    balance += flow.isIncome ? flow.fen : -flow.fen;
    return row([
      chinaTime(new Date(flow.at)).slice(0, 19).replace('T', ' '),
      flow.number,
      `${merchantId}${String(index + 1).padStart(24, '0')}`,
      flow.name,
      flow.type,
      flow.isIncome ? '收入' : '支出',
      yuan(flow.fen),
      yuan(balance),
      flow.by,
      flow.remark,
      flow.voucher,
    ]);
  });
  const came = flows.filter(({ isIncome }) => isIncome);
  const went = flows.filter(({ isIncome }) => !isIncome);
  const sums = row([`${flows.length}.0`, ...sumsOf(came), ...sumsOf(went)]);
  return flows.length === 0 ? null : `\uFEFF${[HEADING, ...rows, SUMMARY, sums, ''].join('\r\n')}`;
}
