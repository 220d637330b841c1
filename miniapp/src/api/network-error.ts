/** The request never got an answer: no network, time-out, host not reachable. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  readonly userMessage: string;
  readonly next = '请检查网络后重试，已填写的内容都保留着';

  constructor(
    readonly reason: 'offline' | 'timeout',
    options?: { readonly cause?: unknown },
  ) {
    super(reason, options);
    this.userMessage = reason === 'timeout' ? '网络太慢，没有等到回应' : '网络连接不上';
  }

  /** From what the platform passes to `fail`, e.g. `{ errMsg: 'request:fail timeout' }`. */
  static of(failure: unknown): NetworkError {
    const text = String((failure as { readonly errMsg?: unknown } | null)?.errMsg ?? failure);
    const isTimeout = /timeout|timed out|abort/i.test(text);
    return new NetworkError(isTimeout ? 'timeout' : 'offline', { cause: failure });
  }
}
