/** A seal's picture: outlines only, and the same in pixels with a transparent ground. */
export interface SealDrawing {
  readonly svg: string;
  /** 600 dpi. */
  readonly png: Buffer;
  /** Whole millimetres, as printed. */
  readonly width: number;
  readonly height: number;
}

/** What a unit's round seal says. */
export interface UnitSealWords {
  /** The unit's whole name, 1 to 70 characters. */
  readonly name: string;
  /** Under the star, 1 to 14 characters. */
  readonly purpose: string;
  /** 13 digits. */
  readonly code: string;
}

export interface SealToSign {
  /** Unique, printable ASCII, 64 characters at most. */
  readonly sealId: string;
  readonly kind: 'unit' | 'person';
  readonly name: string;
  readonly drawing: SealDrawing;
  /** DER; the seal is valid as long as it and the maker's own certificate are. */
  readonly holderCertificateDer: Uint8Array;
  readonly createdAt: Date;
}

export interface SignedSealData {
  /** SES_Seal of GB/T 38540-2020, DER. */
  readonly der: Buffer;
  readonly validFrom: Date;
  readonly validTo: Date;
}

/** Why a seal is not believed. */
export type SealDoubt = 'unreadable' | 'altered' | 'other_maker' | 'not_yet_valid' | 'expired' | 'certificate_over';

export type SealVerdict =
  | { readonly genuine: false; readonly doubt: SealDoubt }
  | {
      readonly genuine: true;
      readonly sealId: string;
      readonly kind: 'unit' | 'person';
      readonly name: string;
      readonly validFrom: Date;
      readonly validTo: Date;
    };

/**
 * Draws, signs and checks electronic seals with the seal maker's key, away from the event loop. Every call throws PortError
 * `unavailable` when too many wait or the time is over, and may then be called again.
 */
export interface SealMaker {
  /** @throws PortError `rejected` for what cannot be drawn: `missing_glyph`, `name_too_long`, `purpose_unfit`, … */
  drawUnitSeal(words: UnitSealWords): Promise<SealDrawing>;
  /** @param inkMask what `ContractMaker.prepareSignature` made. @throws PortError `rejected` for ink that cannot be read */
  drawSignatureSeal(inkMask: Buffer): Promise<SealDrawing>;
  /** @throws PortError `rejected` for a holder's certificate that ends before the seal begins; `misconfigured`: `maker_unfit` */
  sign(seal: SealToSign): Promise<SignedSealData>;
  /**
   * Judges any bytes, by what they say and who signed them; whether a seal was revoked is not in them.
   * @param holderCertificateDer the certificate that the seal must belong to; absent: whichever it names
   */
  verify(der: Buffer, at: Date, holderCertificateDer?: Uint8Array): Promise<SealVerdict>;
  /** Ends its thread. */
  close(): Promise<void>;
}
