import { createHash, randomBytes } from 'node:crypto';
import type { JsonObject } from '../serving/json-object';
import type { StandInReply } from '../serving/stand-in-server';
import { type BillLine, billCsv } from './bill-csv';
import { chinaTime } from './china-time';
import { flowCsv } from './flow-csv';
import type { OwnFaultBoard } from './own-faults';
import { PayError, parameterError } from './pay-error';
import { findTransaction, type PayState } from './pay-state';

export const BILL_FILE_PATH = '/v3/billdownload/file';
const TRADE_PATH = '/v3/bill/tradebill';
const FLOW_PATH = '/v3/bill/fundflowbill';
/** A bill is made at ten in the morning of the next day, Beijing time. */
const READY_HOUR = 10;
const KEPT_DAYS = 90;
/** How long a download address is good. */
const ADDRESS_MS = 5 * 60_000;
const DAY_MS = 24 * 3600_000;

const dayOf = (moment: string): string => chinaTime(new Date(moment)).slice(0, 10);
const startOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);

function checkDay(day: string | null, now: Date): string {
  const start = day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? startOf(day) : Number.NaN;
  const age = now.getTime() - start;
  if (!day || Number.isNaN(start) || age < DAY_MS || age > KEPT_DAYS * DAY_MS) {
    const issue = '账单日期错误';
    throw parameterError(issue, { field: 'bill_date', value: day, issue, location: 'query' });
  }
  return day;
}

const notReady = (): PayError => new PayError(400, 'STATEMENT_CREATING', '账单生成中，请稍后再试');

function checkChoice(query: URLSearchParams, field: string, known: string): void {
  const value = query.get(field);
  if (![null, known].includes(value)) {
    const issue = `参数${field}错误`;
    throw parameterError(issue, { field, value, issue, location: 'query' });
  }
}

/** 交易账单 (bill_type=ALL) and 资金账单 (account_type=BASIC) out of the stand-in's own books, and the files that wait to be fetched. */
export function createBills(o: { state: PayState; ownFaults: OwnFaultBoard; merchantId: string; now: () => Date }) {
  const { state, ownFaults, merchantId } = o;
  const files = new Map<string, { csv: string; until: number }>();

  const moneyOf = (day: string): BillLine[] => {
    const payments = state.transactions
      .filter(({ successTime }) => successTime && dayOf(successTime) === day)
      .map((transaction): BillLine => ({ transaction, at: transaction.successTime ?? '' }));
    const refunds = state.refunds
      .filter(({ createdAt }) => dayOf(createdAt) === day)
      .flatMap((refund): BillLine[] => {
        const transaction = findTransaction(state, refund.outTradeNo);
        return transaction ? [{ transaction, refund, at: refund.createdAt }] : [];
      });
    return [...payments, ...refunds].sort((a, b) => a.at.localeCompare(b.at));
  };
  const struck = (line: BillLine, fault: 'bill-other-amount' | 'flow-other-fee', bill: string): BillLine => ({
    ...line,
    extraFen: ownFaults.strikes(fault, `${bill} ${line.transaction.outTradeNo}`) ? 1 : 0,
  });
  const isKept = ({ transaction }: BillLine): boolean =>
    !ownFaults.strikes('bill-without', `bill ${transaction.outTradeNo}`);

  function tradeCsv(day: string): string | null {
    const lines = moneyOf(day)
      .filter(isKept)
      .map((line) => struck(line, 'bill-other-amount', 'bill'));
    return lines.length === 0 ? null : billCsv(lines, merchantId);
  }
  /** Of a refund that was closed no money has moved. */
  const flow = (day: string): string | null =>
    flowCsv(
      moneyOf(day)
        .filter((line) => line.refund?.status !== 'CLOSED')
        .filter((line) => isKept(line) && !ownFaults.strikes('flow-without', `flow ${line.transaction.outTradeNo}`))
        .map((line) => struck(line, 'flow-other-fee', 'flow')),
      merchantId,
    );

  /** Where the bill of a day is fetched, and what its SHA-1 will be. @throws PayError */
  function order(
    path: string,
    query: URLSearchParams,
    host: string,
    csvOf: (day: string) => string | null,
  ): JsonObject {
    const day = checkDay(query.get('bill_date'), o.now());
    const readyAt = startOf(day) + DAY_MS + READY_HOUR * 3600_000;
    if (o.now().getTime() < readyAt || ownFaults.strikes('bill-creating', path)) throw notReady();
    const csv = csvOf(day);
    if (csv === null) throw new PayError(400, 'NO_STATEMENT_EXIST', '账单文件不存在');
    const hashed = ownFaults.strikes('bill-wrong-hash', path) ? `${csv} ` : csv;
    const token = randomBytes(24).toString('base64url');
    for (const [old, { until }] of files) if (o.now().getTime() >= until) files.delete(old);
    files.set(token, { csv, until: o.now().getTime() + ADDRESS_MS });
    return {
      hash_type: 'SHA1',
      hash_value: createHash('sha1').update(hashed).digest('hex'),
      download_url: `http://${host}${BILL_FILE_PATH}?token=${token}`,
    };
  }

  return {
    orderTrade(query: URLSearchParams, host: string): JsonObject {
      checkChoice(query, 'bill_type', 'ALL');
      return order(TRADE_PATH, query, host, tradeCsv);
    },
    orderFlow(query: URLSearchParams, host: string): JsonObject {
      checkChoice(query, 'account_type', 'BASIC');
      return order(FLOW_PATH, query, host, flow);
    },
    /** As often as it is asked for, while the address is good. @throws PayError */
    file(token: string): StandInReply {
      const file = files.get(token);
      if (!file || o.now().getTime() >= file.until) throw new PayError(400, 'INVALID_REQUEST', '下载地址已失效');
      return { status: 200, body: file.csv, headers: { 'Content-Type': 'text/plain; charset=utf-8' } };
    },
  };
}
