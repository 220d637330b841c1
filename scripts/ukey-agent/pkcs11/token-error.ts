import { CKR } from './constants';

/** What a refusal of a token means to whoever asked. */
export type TokenErrorReason =
  | 'pin_wrong'
  | 'pin_locked'
  | 'pin_length'
  | 'pin_not_set'
  | 'removed'
  | 'full'
  | 'unsupported'
  | 'failed';

const REASONS: ReadonlyMap<number, TokenErrorReason> = new Map([
  [CKR.PIN_INCORRECT, 'pin_wrong'],
  [CKR.PIN_LOCKED, 'pin_locked'],
  [CKR.PIN_LEN_RANGE, 'pin_length'],
  [CKR.PIN_INVALID, 'pin_length'],
  [CKR.USER_PIN_NOT_INITIALIZED, 'pin_not_set'],
  [CKR.DEVICE_REMOVED, 'removed'],
  [CKR.TOKEN_NOT_PRESENT, 'removed'],
  [CKR.TOKEN_NOT_RECOGNIZED, 'removed'],
  [CKR.SLOT_ID_INVALID, 'removed'],
  [CKR.SESSION_CLOSED, 'removed'],
  [CKR.SESSION_HANDLE_INVALID, 'removed'],
  [CKR.DEVICE_MEMORY, 'full'],
  [CKR.MECHANISM_INVALID, 'unsupported'],
  [CKR.FUNCTION_NOT_SUPPORTED, 'unsupported'],
]);

/** A token refused, failed or went away. The message names the call and its result, never what was passed. */
export class TokenError extends Error {
  override readonly name = 'TokenError';
  constructor(
    readonly reason: TokenErrorReason,
    call: string,
    /** CKR_… as a number; null where no call was made. */
    readonly result: number | null = null,
  ) {
    super(result === null ? `${reason}: ${call}` : `${reason}: ${call} 0x${result.toString(16)}`);
  }
}

export const tokenErrorOf = (call: string, result: number): TokenError =>
  new TokenError(REASONS.get(result) ?? 'failed', call, result);

export const hasResult = (error: unknown, ...results: readonly number[]): error is TokenError =>
  error instanceof TokenError && error.result !== null && results.includes(error.result);
