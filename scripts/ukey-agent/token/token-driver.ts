import type { TokenKeyAlgorithm } from '@acceptance/shared';

/** What is plugged in. `slot` is good until the token is pulled out. */
export interface TokenState {
  readonly slot: bigint;
  /** Empty where a token has none before it is initialised. */
  readonly serial: string;
  readonly label: string;
  readonly model: string;
  readonly manufacturer: string;
  readonly isInitialised: boolean;
  readonly hasPin: boolean;
  /** The token's own count: one try left, none left. */
  readonly isLastTry: boolean;
  readonly isLocked: boolean;
  readonly isAdminLocked: boolean;
  readonly pinLength: { readonly min: number; readonly max: number };
  readonly algorithms: readonly TokenKeyAlgorithm[];
}

export interface TokenKey {
  /** CKA_ID, lower-case hex. */
  readonly id: string;
  /** CKA_LABEL. */
  readonly name: string;
  /** Null for a key of a kind we do not use, or whose public half is not there. */
  readonly algorithm: TokenKeyAlgorithm | null;
  /** SubjectPublicKeyInfo, DER; null like `algorithm`. */
  readonly publicKeyDer: Uint8Array | null;
  /** Made in the token, never readable, never to be exported: the token's own word. */
  readonly isProtected: boolean;
}

export interface StoredCertificate {
  readonly id: string;
  readonly der: Uint8Array;
}

export interface CertificateToStore extends StoredCertificate {
  readonly label: string;
  readonly isAuthority: boolean;
  /** DER, as they stand in the certificate. */
  readonly subjectDer: Uint8Array;
  readonly issuerDer: Uint8Array;
  readonly serialNumberDer: Uint8Array;
}

export interface TokenLogin {
  readonly as: 'holder' | 'administrator';
  readonly pin: string;
}

/** An open token. All throw TokenError. */
export interface TokenSession {
  /** The holder's PIN, set by the administrator. */
  setPin(pin: string): Promise<void>;
  /** The PIN of whoever is logged in. */
  changePin(pin: string, newPin: string): Promise<void>;
  makeKeyPair(key: { id: string; name: string; algorithm: TokenKeyAlgorithm }): Promise<void>;
  keys(): Promise<readonly TokenKey[]>;
  /** Both halves. */
  removeKey(id: string): Promise<void>;
  /** sha256WithRSAEncryption (RFC 8017, 8.2), or ecdsa-with-SHA256 as DER (RFC 3279, 2.2.3). */
  sign(id: string, message: Uint8Array): Promise<Uint8Array>;
  certificates(): Promise<readonly StoredCertificate[]>;
  storeCertificate(certificate: CertificateToStore): Promise<void>;
  removeCertificate(certificate: StoredCertificate): Promise<void>;
  /** Logs out. Never throws: a token that was pulled out has logged out by itself. */
  end(): Promise<void>;
}

/**
 * What drives tokens of one maker. PKCS#11 is the one there is; tokens that speak only SKF (GM/T 0016) would be another. One token at
 * a time: a login counts for the whole program, so whoever calls must not let two acts on a token overlap.
 */
export interface TokenDriver {
  tokens(): Promise<readonly TokenState[]>;
  /** Erases the token. `adminPin` is the present one of a token that was initialised before, and a new one otherwise. */
  initialise(slot: bigint, adminPin: string, label: string): Promise<void>;
  open(slot: bigint, login: TokenLogin | null): Promise<TokenSession>;
  close(): Promise<void>;
}
