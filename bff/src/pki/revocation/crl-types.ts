/** RFC 5280, 5.3.1; named as the port `certificate-authority` names them. */
export type RevocationReason =
  | 'unspecified'
  | 'keyCompromise'
  | 'cACompromise'
  | 'affiliationChanged'
  | 'superseded'
  | 'cessationOfOperation'
  | 'certificateHold'
  | 'privilegeWithdrawn';

export interface RevokedEntry {
  /** Hexadecimal. */
  readonly serialNumber: string;
  readonly revokedAt: Date;
  readonly reason: RevocationReason;
  /** When the certificate ends. */
  readonly notAfter: Date;
}

export interface CrlContent {
  /** RFC 5280, 5.2.3: greater with every list. */
  readonly number: bigint;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  /**
   * `thisUpdate` of the list before, null for the first one. An entry leaves the list only after it was on one that was made after its
   * certificate's end (RFC 5280, 3.3).
   */
  readonly previousUpdate: Date | null;
}

/** A v2 CRL as it stands, its signature not yet verified. */
export interface ReadCrl {
  readonly der: Uint8Array;
  readonly tbsDer: Uint8Array;
  readonly issuerDer: Uint8Array;
  readonly number: bigint | null;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | null;
  readonly signatureAlgorithmDer: Uint8Array;
  readonly signature: Uint8Array;
  readonly entryCount: number;
  /** @param serialNumber hexadecimal. @returns null for one that is not on the list */
  find(serialNumber: string): { readonly revokedAt: Date; readonly reason: RevocationReason } | null;
}
