/** A call that the token refused; its number is CKR_… of the specification. */
export class Pkcs11Error extends Error {
  override readonly name = 'Pkcs11Error';
  constructor(
    readonly call: string,
    readonly result: number,
  ) {
    super(`PKCS#11 ${call}: 0x${result.toString(16)}`);
  }
}

/**
 * CKR_… that a login may end with although nobody looked at the PIN: DEVICE_ERROR, DEVICE_MEMORY, DEVICE_REMOVED, SESSION_CLOSED,
 * SESSION_HANDLE_INVALID, TOKEN_NOT_PRESENT, CRYPTOKI_NOT_INITIALIZED. Of any other nobody knows.
 */
const NOT_OF_THE_PIN: readonly number[] = [0x30, 0x31, 0x32, 0xb0, 0xb3, 0xe0, 0x190];

/** Tokens count wrong PINs and lock themselves: whoever sees this must not try again by himself. */
export const isPinRefusal = (error: unknown): boolean =>
  error instanceof Pkcs11Error && error.call === 'login' && !NOT_OF_THE_PIN.includes(error.result);
