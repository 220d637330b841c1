import type { AcceptedRevision, ContractDoubt, ContractVerdict } from '@acceptance/shared';

/** What a file is, judged by its bytes and by whom the settings trust. Believe all but the verdict of a genuine one only. */
export interface ContractFileVerification {
  readonly verdict: ContractVerdict;
  readonly doubts: readonly ContractDoubt[];
  readonly signerName: string;
  readonly contractNumber: string | null;
  readonly signedAt: Date | null;
  readonly timestamp: { readonly time: Date; readonly authority: string; readonly judged: boolean } | null;
  readonly revocation: 'good' | 'revoked' | 'unknown';
  readonly revisions: readonly AcceptedRevision[];
  readonly sha256: string;
}

/** Judges files that nobody vouches for, away from the event loop and not without end. */
export interface ContractVerifier {
  /** @throws PortError `unavailable` when too many wait; nothing is known of the file then */
  verify(pdf: Uint8Array): Promise<ContractFileVerification>;
}
