import { PortError, type PortFailure } from '../../ports/port-error';

const PORT = 'wechat-platform';

/** The errcodes on which something else than "they will not do it" has to be understood (全局返回码 and the APIs' own). */
const FAILURE_OF_ERRCODE: Readonly<Record<number, PortFailure>> = {
  [-1]: 'unavailable',
  40001: 'misconfigured',
  40002: 'misconfigured',
  40013: 'misconfigured',
  40014: 'misconfigured',
  40037: 'misconfigured',
  40125: 'misconfigured',
  40164: 'misconfigured',
  41001: 'misconfigured',
  41002: 'misconfigured',
  41004: 'misconfigured',
  41030: 'misconfigured',
  42001: 'misconfigured',
  44002: 'misconfigured',
  47001: 'misconfigured',
  47003: 'misconfigured',
  48001: 'misconfigured',
  61004: 'misconfigured',
  10060012: 'unavailable',
  10060019: 'unavailable',
  43108: 'rate-limited',
  45009: 'rate-limited',
  45011: 'rate-limited',
};

/** 43101: the user has no grant left for the template, or takes no messages at all. */
export const NOT_SUBSCRIBED = 43101;
/** -1: the platform is busy, try again. */
export const BUSY = -1;
/** The access token is wrong, expired or not the latest. */
export const TOKEN_REFUSED: ReadonlySet<number> = new Set([40001, 42001, 40014]);

/** The platform's errmsg is dropped: it may quote the request. */
export const portErrorOfErrcode = (errcode: number): PortError =>
  new PortError(PORT, FAILURE_OF_ERRCODE[errcode] ?? 'rejected', String(errcode));

/** No answer, or one that is not in the platform's form. */
export const noUsableAnswer = (vendorCode: string): PortError => new PortError(PORT, 'unavailable', vendorCode);

/** The platform answered, but what it answered is not acceptable to us. */
export const refusedAnswer = (reason: string): PortError => new PortError(PORT, 'rejected', reason);
