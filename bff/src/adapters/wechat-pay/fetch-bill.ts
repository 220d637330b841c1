import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { FundFlowBill } from '../../ports/fund-flow-bill';
import type { Bill, TradeBill } from '../../ports/trade-bill';
import { BillUnreadable } from './bill-table';
import { readFundFlowBill } from './read-fund-flow-bill';
import { readTradeBill } from './read-trade-bill';
import type { WechatPayClient } from './wechat-pay-client';
import { portErrorOf, unexpectedAnswer, unprovenFile, type WechatPayFailure } from './wechat-pay-failure';

const FILE_PATH = '/v3/billdownload/file';

const orderedSchema = v.object({
  hash_type: v.literal('SHA1'),
  hash_value: v.pipe(v.string(), v.regex(/^[0-9a-fA-F]{40}$/)),
  download_url: v.pipe(v.string(), v.url()),
});

const saysNone = ({ code }: WechatPayFailure): boolean => code === 'NOSTATEMENTEXIST';
const saysLater = ({ code }: WechatPayFailure): boolean => code === 'STATEMENTCREATING';

/**
 * What the file is asked for by. Only the query of the address is taken: the request goes where all others go, so that no
 * answer leads our signature elsewhere.
 */
function fileQueryOf(downloadUrl: string): Readonly<Record<string, string>> {
  const { pathname, searchParams } = new URL(downloadUrl);
  if (!pathname.endsWith(FILE_PATH)) {
    throw unexpectedAnswer();
  }
  return Object.fromEntries(searchParams);
}

/** How one kind of bill is asked for and read. */
interface BillKind<Row> {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly read: (bytes: Uint8Array) => Row[];
}

function rowsOf<Row>({ read }: BillKind<Row>, bytes: Uint8Array): Row[] {
  try {
    return read(bytes);
  } catch (error) {
    throw error instanceof BillUnreadable ? unexpectedAnswer() : error;
  }
}

/** 申请账单 and 下载账单 (API v3). The file has no signature: the signed answer before it names its SHA-1. @throws PortError */
async function fetchBill<Row>(call: WechatPayClient, kind: BillKind<Row>): Promise<Bill<Row>> {
  const ordered = await call({ method: 'GET', path: kind.path, query: kind.query, repeatable: true });
  if (!ordered.ok) {
    if (saysNone(ordered.failure)) return { state: 'none' };
    if (saysLater(ordered.failure)) return { state: 'not-ready' };
    throw portErrorOf(ordered.failure);
  }
  const answer = v.safeParse(orderedSchema, ordered.data);
  if (!answer.success) {
    throw unexpectedAnswer();
  }
  const { hash_value: hash, download_url: downloadUrl } = answer.output;
  const file = await call({
    method: 'GET',
    path: FILE_PATH.slice(1),
    query: fileQueryOf(downloadUrl),
    isFile: true,
    repeatable: true,
  });
  if (!file.ok) {
    throw portErrorOf(file.failure);
  }
  if (!(file.data instanceof Uint8Array)) {
    throw unexpectedAnswer();
  }
  if (createHash('sha1').update(file.data).digest('hex') !== hash.toLowerCase()) {
    throw unprovenFile();
  }
  return { state: 'ready', sha1: hash.toLowerCase(), rows: rowsOf(kind, file.data) };
}

/** 申请交易账单 */
export const fetchTradeBill = (call: WechatPayClient, day: string): Promise<TradeBill> =>
  fetchBill(call, {
    path: 'v3/bill/tradebill',
    query: { bill_date: day, bill_type: 'ALL' },
    read: readTradeBill,
  });

/** 申请资金账单 */
export const fetchFundFlowBill = (call: WechatPayClient, day: string): Promise<FundFlowBill> =>
  fetchBill(call, {
    path: 'v3/bill/fundflowbill',
    query: { bill_date: day, account_type: 'BASIC' },
    read: readFundFlowBill,
  });
