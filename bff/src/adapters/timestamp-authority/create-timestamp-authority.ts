import { checkNewToken } from '../../contract-pdf/verify';
import { PortError } from '../../ports/port-error';
import type { Timestamp, TimestampAuthority } from '../../ports/timestamp-authority';
import { readTimestampReply } from './read-timestamp-reply';
import { timestampRequest } from './timestamp-request';

export interface TimestampSettings {
  /** Asked in this order until one stamps. */
  readonly urls: readonly string[];
  /** PEM: whose stamps are believed. */
  readonly anchorsPem: string;
  readonly now: () => Date;
  /** Hexadecimal digits of so many random bytes. */
  readonly randomHex: (bytes: number) => string;
  readonly timeoutMs?: number;
  /** Ends calls with the job that makes them. */
  readonly signal?: () => AbortSignal | undefined;
}

const PORT = 'timestamp-authority';
const TIMEOUT_MS = 8000;
const LARGEST_REPLY = 64 * 1024;
const NONCE_BYTES = 8;
/** A stamp tells of now. Clocks may differ a little; a stamp of another day was not made for us. */
const MOST_SKEW_MS = 10 * 60_000;

const failed = (code: string, cause?: unknown): PortError => new PortError(PORT, 'unavailable', code, { cause });

/** RFC 3161 over HTTP (3.4). What is stamped, by whom, for which request and when is checked before anybody gets it. */
export function createTimestampAuthority(settings: TimestampSettings): TimestampAuthority {
  const { urls, anchorsPem, now, randomHex, timeoutMs = TIMEOUT_MS } = settings;

  async function ask(url: string, digest: Buffer): Promise<Timestamp> {
    // The highest bit is clear: a nonce is the same number whoever writes it down.
    const nonce = `1${randomHex(NONCE_BYTES).slice(1)}`;
    const reply = await post(url, timestampRequest(digest, nonce));
    if ('refused' in reply) {
      throw failed(`REFUSED-${reply.refused}`);
    }
    try {
      const checked = checkNewToken(reply.token, digest, [anchorsPem]);
      const isOurs = checked.nonce !== null && BigInt(`0x${checked.nonce}`) === BigInt(`0x${nonce}`);
      if (!isOurs || Math.abs(checked.time.getTime() - now().getTime()) > MOST_SKEW_MS) {
        throw new Error('a stamp for another request or of another time');
      }
      const { time, authority } = checked;
      return { token: reply.token, time, authority, chain: checked.path.map((der) => Buffer.from(der)) };
    } catch (cause) {
      throw failed('WRONG-STAMP', cause);
    }
  }

  async function post(url: string, body: Buffer) {
    const ofJob = settings.signal?.();
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = ofJob ? AbortSignal.any([ofJob, timeout]) : timeout;
    let bytes: Buffer;
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        signal,
        headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
        body: new Uint8Array(body),
      });
      if (response.status !== 200) {
        throw failed(`HTTP-${response.status}`);
      }
      bytes = Buffer.from(await response.arrayBuffer());
    } catch (cause) {
      throw cause instanceof PortError ? cause : failed(signal.aborted ? 'TIMEOUT' : 'NO-ANSWER', cause);
    }
    if (bytes.length > LARGEST_REPLY) {
      throw failed('TOO-LARGE');
    }
    try {
      return readTimestampReply(bytes);
    } catch (cause) {
      throw failed('NO-REPLY', cause);
    }
  }

  return {
    async stamp(digest) {
      let last = new PortError(PORT, 'misconfigured', 'NO-AUTHORITY');
      for (const url of urls) {
        try {
          return await ask(url, digest);
        } catch (error) {
          if (!(error instanceof PortError)) {
            throw error;
          }
          last = error;
        }
      }
      throw last;
    },
  };
}
