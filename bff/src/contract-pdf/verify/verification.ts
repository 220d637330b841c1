/** 真实 / 签署后被改动 / 不是本机构签署的. */
export type ContractVerdict = 'genuine' | 'changed' | 'foreign';

/** Why a file is not genuine. What each means to a person is said in `shared/src/text`. */
export type ContractDoubt =
  | 'too_large'
  | 'not_pdf'
  | 'unreadable'
  | 'no_signature'
  | 'not_a_contract'
  | 'byte_range'
  | 'signature_unreadable'
  | 'signature_kind'
  | 'content_changed'
  | 'signature_wrong'
  | 'untrusted'
  | 'not_valid_then'
  | 'usage'
  | 'revoked'
  | 'appended'
  | 'overridden'
  | 'evidence_unreadable'
  | 'timestamp_wrong'
  | 'timestamp_untrusted';

/** What was added to a contract after its signature and may be: data about revocation, a time stamp over all of it. */
export type AcceptedRevision = 'revocation_data' | 'document_timestamp';

export interface ProvenTime {
  readonly time: Date;
  /** Common name of who stamped it. */
  readonly authority: string;
  /** False: no time stamping authority is known here, so nobody has looked at who it was. Never believed then. */
  readonly judged: boolean;
}

export interface ContractVerification {
  readonly verdict: ContractVerdict;
  /** Empty for a genuine contract, and only then. */
  readonly doubts: readonly ContractDoubt[];
  /** Common name of the signer; empty when no certificate could be read. Believe this and the rest of a genuine one only. */
  readonly signerName: string;
  readonly contractNumber: string | null;
  /** When the signer says to have signed (`/M`). */
  readonly signedAt: Date | null;
  readonly timestamp: ProvenTime | null;
  /** By what the file carries and by nothing else. */
  readonly revocation: 'good' | 'revoked' | 'unknown';
  readonly revisions: readonly AcceptedRevision[];
  /** Hexadecimal, of the whole file. */
  readonly sha256: string;
}

/** Whom a caller trusts, PEM, each text with one certificate or more. */
export interface ContractTrust {
  /**
   * Who seals contracts. An authority's own root also vouches for its customers: whoever wants "sealed by us" names the
   * certificates that seal, past ones too.
   */
  readonly anchors: readonly string[];
  /** Who stamps times; without any a time stamp is told of and not judged. */
  readonly timestampAnchors?: readonly string[];
  /** Whose word about revocation counts where an anchor seals itself: the authorities above it. */
  readonly authorities?: readonly string[];
}

/** Thrown within this folder; `verifyContractPdf` makes a verdict of it. */
export class Doubt extends Error {
  override readonly name = 'Doubt';
  constructor(readonly code: ContractDoubt) {
    super(code);
  }
}
