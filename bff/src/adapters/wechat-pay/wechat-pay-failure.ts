import * as v from 'valibot';
import { PortError, type PortFailure } from '../../ports/port-error';

const PORT = 'payment-gateway';

/** What of an AxiosError may be looked at: its `config` and `request` hold the Authorization header and the body. */
const requestErrorSchema = v.object({
  code: v.optional(v.string()),
  response: v.optional(
    v.object({
      status: v.number(),
      headers: v.optional(v.looseObject({ 'request-id': v.optional(v.string()) })),
      data: v.unknown(),
    }),
  ),
});
const errorBodySchema = v.object({ code: v.string() });

/** Codes of the answer that say who has to act, without the `_` that comes and goes between doc generations. */
const FAILURE_OF_CODE: Readonly<Record<string, PortFailure>> = {
  SIGNERROR: 'misconfigured',
  NOAUTH: 'misconfigured',
  APPIDMCHIDNOTMATCH: 'misconfigured',
  MCHNOTEXISTS: 'misconfigured',
  FREQUENCYLIMITED: 'rate-limited',
  RATELIMITEXCEEDED: 'rate-limited',
  SYSTEMERROR: 'unavailable',
  BANKERROR: 'unavailable',
  // HTTP 500, yet it is our input that is wrong.
  OPENIDMISMATCH: 'rejected',
};

/** A request that failed, reduced to what may be logged. */
export interface WechatPayFailure {
  /** Null when no answer came. */
  readonly status: number | null;
  /** The answer's code without `_` (`ORDERNOTEXIST`), else `HTTP 502`, else the network's or the plugin's code. */
  readonly code: string;
  /** The number behind the last `-` of the Request-ID header: WeChat Pay's finer error number. */
  readonly internalNumber: string | null;
}

/** Reads what the plugin threw. The original is dropped on purpose: it holds the Authorization header and the request. */
export function describeFailure(error: unknown): WechatPayFailure {
  const parsed = v.safeParse(requestErrorSchema, error);
  if (!parsed.success) {
    return { status: null, code: 'UNKNOWN', internalNumber: null };
  }
  const { code = 'UNKNOWN', response } = parsed.output;
  // A 2xx answer is here only because its signature did not hold (EV3_…): nothing in it may be believed.
  if (!response || response.status < 300) {
    return { status: null, code, internalNumber: null };
  }
  const body = v.safeParse(errorBodySchema, response.data);
  return {
    status: response.status,
    code: body.success ? body.output.code.replaceAll('_', '') : `HTTP ${response.status}`,
    internalNumber: /-(\d+)$/.exec(response.headers?.['request-id'] ?? '')?.[1] ?? null,
  };
}

function kindOf({ status, code }: WechatPayFailure): PortFailure {
  const known = FAILURE_OF_CODE[code];
  if (known) return known;
  if (status === 429) return 'rate-limited';
  if (status === 401) return 'misconfigured';
  // A refusal says why; a 4xx without WeChat Pay's own words came from somewhere in between.
  const isTheirs = !code.startsWith('HTTP ');
  return isTheirs && status !== null && status >= 400 && status < 500 ? 'rejected' : 'unavailable';
}

/** No answer, a 5xx or an unproven answer is `unavailable`: for writes the outcome is unknown. */
export const portErrorOf = (failure: WechatPayFailure): PortError =>
  new PortError(
    PORT,
    kindOf(failure),
    failure.internalNumber ? `${failure.code} ${failure.internalNumber}` : failure.code,
  );

/** A signed answer that is not what the document says. */
export const unexpectedAnswer = (): PortError => new PortError(PORT, 'unavailable', 'UNEXPECTED-ANSWER');

/** Our own call is wrong; nothing was sent. */
export const refusedCall = (reason: string): PortError => new PortError(PORT, 'rejected', reason);

/** A file that is not the one whose hash was signed. */
export const unprovenFile = (): PortError => new PortError(PORT, 'unavailable', 'FILE-HASH-DIFFERS');
