/** SM2 always with SM3 and the id 1234567812345678 (GM/T 0009, GM/T 0015). */
export type CertificateKeyAlgorithm = 'rsa-2048' | 'rsa-3072' | 'ecdsa-p256' | 'sm2';

/** Attribute types of RFC 5280, 4.1.2.4, and `organizationIdentifier` (2.5.4.97, ETSI EN 319 412-1). */
export type SubjectAttributeType =
  | 'commonName'
  | 'organizationName'
  | 'organizationalUnitName'
  | 'countryName'
  | 'stateOrProvinceName'
  | 'localityName'
  | 'serialNumber'
  | 'organizationIdentifier';

export interface SubjectAttribute {
  readonly type: SubjectAttributeType;
  readonly value: string;
}

export interface CertificateOrder {
  /** 1 to 64 characters of `A-Z a-z 0-9 -`. The same key never makes a second certificate. */
  readonly idempotencyKey: string;
  /** PKCS#10, DER. Its key is taken and nothing else; whoever asks has checked the proof of possession. */
  readonly csrDer: Uint8Array;
  /** A name that the authority knows; it says usages, policies and distribution points. */
  readonly profile: string;
  /** In the order in which they are encoded, unless the authority has an order of its own. */
  readonly subject: readonly SubjectAttribute[];
  readonly notBefore: Date;
  readonly notAfter: Date;
  /**
   * Serial number of the certificate whose key is kept. Without it a key that already has a certificate is refused; with it too, unless
   * that certificate has this very key.
   */
  readonly renews?: string;
}

export interface IssuedCertificate {
  readonly certificateDer: Uint8Array;
  /** The issuer first, the root last. */
  readonly chainDer: readonly Uint8Array[];
  /** Upper-case hexadecimal, no leading zeros: the number, not its DER. */
  readonly serialNumber: string;
}

/** RFC 5280, 5.3.1; `release` ends a hold. */
export type RevocationReason =
  | 'unspecified'
  | 'keyCompromise'
  | 'affiliationChanged'
  | 'superseded'
  | 'cessationOfOperation'
  | 'certificateHold'
  | 'privilegeWithdrawn';

export type CertificateStatus =
  | { readonly state: 'good' }
  | { readonly state: 'revoked'; readonly reason: RevocationReason; readonly at: Date }
  | { readonly state: 'unknown' };

export interface CertificateRevocationList {
  readonly der: Uint8Array;
  readonly number: bigint;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
}

export interface CertificateAuthorityHealth {
  readonly ready: boolean;
  /** When the first certificate of its own chain ends. */
  readonly chainNotAfter: Date;
}

export interface CertificateAuthority {
  readonly abilities: {
    readonly algorithms: readonly CertificateKeyAlgorithm[];
    /** A hold (`certificateHold`) can be set and ended. */
    readonly suspension: boolean;
  };

  /**
   * Makes the certificate, or gives the one that the idempotency key has already made.
   * @throws PortError `unavailable`: it may have been made all the same, ask `findByKey`; `rejected`: it never will be,
   * with `vendorCode` `idempotency_key_reused` when the key has made another certificate, `key_reused`, `key_revoked` or `authority_key`
   * when the public key may not have one.
   */
  issue(order: CertificateOrder): Promise<IssuedCertificate>;

  /** What the key has made, for whoever does not know how `issue` ended. @throws PortError */
  findByKey(idempotencyKey: string): Promise<IssuedCertificate | null>;

  /**
   * Takes effect in `status` at once. Revoking again is no error and keeps the first date; the reason changes from a hold to any other,
   * and from any to `keyCompromise`, which takes all certificates of the key along. @throws PortError `rejected` with `unknown_certificate` for a serial number that is not theirs
   */
  revoke(serialNumber: string, reason: RevocationReason): Promise<void>;

  /** Ends a hold. @throws PortError `rejected` with `not_on_hold`, `unsupported` where the ability is missing */
  release(serialNumber: string): Promise<void>;

  /** @throws PortError */
  status(serialNumber: string): Promise<CertificateStatus>;

  /**
   * The newest one of an issuing authority. @param authorityKeyId its subject key identifier, lower-case hexadecimal; absent: of the first
   * @throws PortError `rejected` with `unknown_authority`
   */
  revocationList(authorityKeyId?: string): Promise<CertificateRevocationList>;

  /**
   * Answers an OCSP request (RFC 6960). Absent where the authority publishes status and list itself, under the addresses in its
   * certificates.
   */
  readonly answerStatusRequest?: (requestDer: Uint8Array) => Promise<Uint8Array>;

  /** @throws PortError */
  health(): Promise<CertificateAuthorityHealth>;
}
