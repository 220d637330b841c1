/**
 * How a remote failed, in the few ways a use case can act upon.
 * `unavailable`: no answer or a fault of theirs, try again later, the outcome is UNKNOWN for writes.
 * `rejected`: they answered and will not do it (our input or our account). `misconfigured`: our credentials or settings.
 */
export type PortFailure = 'unavailable' | 'rejected' | 'misconfigured' | 'rate-limited';

/** The only error an adapter throws. `vendorCode` is for logs; the message never holds personal data or secrets. */
export class PortError extends Error {
  override readonly name = 'PortError';

  constructor(
    readonly port: string,
    readonly failure: PortFailure,
    readonly vendorCode: string,
    options?: { cause?: unknown },
  ) {
    super(`${port}: ${failure} (${vendorCode})`, options);
  }
}
