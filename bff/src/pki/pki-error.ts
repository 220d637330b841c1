export type PkiErrorCode =
  /** Not the structure that was asked for, or not its distinguished encoding. */
  | 'broken'
  /** Longer than anything honest. */
  | 'too_large'
  /** Well formed, but an algorithm, curve or encoding that is not spoken here. */
  | 'unsupported_algorithm'
  /** A public key that anybody may break or that cannot be one: see the message. */
  | 'weak_key'
  /** A signature that the key did not make. */
  | 'wrong_signature'
  /** The passphrase does not open the key, or one is missing. */
  | 'wrong_passphrase'
  /** A private key and a certificate that do not belong together. */
  | 'key_mismatch'
  /** What was asked to be encoded cannot be: an empty value, a wrong date, a number out of range. */
  | 'invalid_input'
  /** The certificate would break a rule: see `findings`. */
  | 'lint';

/** The only error that this folder throws on purpose. Messages quote nothing of what was read: no names, no keys. */
export class PkiError extends Error {
  readonly code: PkiErrorCode;
  /** For `lint`: the names of the rules that were broken. */
  readonly findings: readonly string[];

  constructor(code: PkiErrorCode, message: string, findings: readonly string[] = []) {
    super(message);
    this.name = 'PkiError';
    this.code = code;
    this.findings = findings;
  }
}
