import { randomBytes } from 'node:crypto';
import type { StandInReply } from '../serving/stand-in-server';
import type { PayError } from './pay-error';

/** Codes that generations of the documents spell differently, as this stand-in and as the other generation has them. */
const SPELLINGS: [string, string][] = [
  ['ORDER_NOT_EXIST', 'ORDERNOTEXIST'],
  ['ORDERPAID', 'ORDER_PAID'],
  ['ORDER_CLOSED', 'ORDERCLOSED'],
  ['OUT_TRADE_NO_USED', 'OUTTRADENOUSED'],
  ['SYSTEM_ERROR', 'SYSTEMERROR'],
  ['SIGN_ERROR', 'SIGNERROR'],
  ['NOT_ENOUGH', 'NOTENOUGH'],
  ['RULE_LIMIT', 'RULELIMIT'],
];
const OTHER_SPELLING = new Map(SPELLINGS);

/** The headers of every answer: a type where there is content, and a Request-ID that ends with the internal number. */
export function withPayHeaders(reply: StandInReply, internalNumber: number): StandInReply {
  const requestId = `08${randomBytes(12).toString('hex').toUpperCase()}-${internalNumber}`;
  // An empty answer (204) has no content to name a type for.
  const contentType = reply.body === '' ? undefined : { 'Content-Type': 'application/json; charset=utf-8' };
  return { ...reply, headers: { ...reply.headers, ...contentType, 'Request-ID': requestId } };
}

/** An error as API v3 answers it. */
export function errorReply(error: PayError, o: { signatureOk?: boolean; otherSpelling: boolean }): StandInReply {
  const { status, message, detail, internalNumber } = error;
  const code = (o.otherSpelling ? OTHER_SPELLING.get(error.code) : undefined) ?? error.code;
  const body = JSON.stringify(detail ? { code, detail, message } : { code, message });
  return withPayHeaders({ status, body, signatureOk: o.signatureOk, errorCode: code }, internalNumber);
}
