import { NETWORK_TEXT } from '../text/network';

/** The request never got an answer: no network, time-out, host not reachable. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  readonly userMessage: string;
  readonly next = NETWORK_TEXT.next;

  constructor(
    readonly reason: 'offline' | 'timeout',
    options?: { readonly cause?: unknown },
  ) {
    super(reason, options);
    this.userMessage = NETWORK_TEXT[reason];
  }

  /** From what the platform passes to `fail`, e.g. `{ errMsg: 'request:fail timeout' }`. */
  static of(failure: unknown): NetworkError {
    const text = String((failure as { readonly errMsg?: unknown } | null)?.errMsg ?? failure);
    const isTimeout = /timeout|timed out|abort/i.test(text);
    return new NetworkError(isTimeout ? 'timeout' : 'offline', { cause: failure });
  }
}
