/** `rsa-4096` and `ecdsa-p384` are read for authorities that sign with them; what is issued to is a matter of profiles. */
export type KeyAlgorithm = 'rsa-2048' | 'rsa-3072' | 'rsa-4096' | 'ecdsa-p256' | 'ecdsa-p384' | 'sm2';

/** A public key that has passed all checks of `readPublicKey`. */
export interface PublicKey {
  readonly algorithm: KeyAlgorithm;
  /** SubjectPublicKeyInfo, DER, as it was. */
  readonly publicKeyInfoDer: Uint8Array;
  /** The content of its BIT STRING without the count of unused bits: what key identifiers and OCSP hash. */
  readonly keyBits: Uint8Array;
}

/**
 * A private key, wherever it lies (a file, a token). RSA signs PKCS#1 v1.5 with SHA-256, ECDSA with SHA-256 (P-384: SHA-384), SM2 with SM3
 * and the id 1234567812345678 (GM/T 0009).
 */
export interface SigningKey {
  readonly algorithm: KeyAlgorithm;
  readonly publicKeyInfoDer: Uint8Array;
  /** Hashes and signs. @returns what goes into the BIT STRING: for ECDSA and SM2 SEQUENCE { r, s } in DER */
  sign(message: Uint8Array): Promise<Uint8Array>;
}
