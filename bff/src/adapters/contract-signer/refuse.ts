import { PortError } from '../../ports/port-error';
import { TokenKeyFailure } from '../../signing-keys/token-key';

export const misconfigured = (code: string, cause?: unknown): PortError =>
  new PortError('contract-signer', 'misconfigured', code, { cause });

/** What a token's silence or refusal means to whoever wants a contract sealed. */
export function asPortError(error: unknown): unknown {
  if (!(error instanceof TokenKeyFailure)) {
    return error;
  }
  const codes = { pin: 'token-pin', unfit: 'token-key', absent: 'token-absent' } as const;
  const failure = error.refusal === 'absent' ? 'unavailable' : 'misconfigured';
  return new PortError('contract-signer', failure, codes[error.refusal], { cause: error });
}

/** Code and reason in one line, for logs and for whoever starts the process; neither path nor secret is in it. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof PortError)) {
    return error instanceof Error ? error.name : 'unknown';
  }
  const { vendorCode, cause } = error;
  return cause instanceof Error ? `${vendorCode} (${cause.message})` : vendorCode;
}
