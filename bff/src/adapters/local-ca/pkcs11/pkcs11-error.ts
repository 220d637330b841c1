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

/** Tokens count wrong PINs and lock themselves: whoever sees this must not try again by himself. */
export const isPinRefusal = (error: unknown): boolean => error instanceof Pkcs11Error && error.call === 'login';
