import type { CertificateAnswer, CertificateState } from '@acceptance/shared';

/** A certificate whose key has just answered for whoever gave the answer. */
export interface ProvedCertificate {
  readonly certificateId: string;
  readonly publicKeySha256: string;
  readonly serialNumber: string;
}

export interface GivenAnswer {
  readonly answer: CertificateAnswer;
  /** The request's `Origin`. */
  readonly origin: string | null;
  /** The session that asked for the challenge; absent at sign-in. */
  readonly sessionId?: string;
  readonly now: Date;
}

/** How certificates stand is known to the area that issues them; this is what of it the staff's second factor needs. */
export interface FactorCertificates {
  /**
   * Takes the challenge away, then checks the answer and how the certificate stands at this moment.
   * @throws AppError auth.origin_refused, auth.challenge_invalid, auth.certificate_*
   */
  prove(given: GivenAnswer): Promise<ProvedCertificate>;
  /** What is valid of the certificates that a key has, or was at last; null for a key that has none. */
  factsOf(publicKeySha256: string): Promise<{
    readonly serialNumber: string;
    readonly projectName: string;
    readonly state: CertificateState;
    readonly notAfter: Date;
  } | null>;
}
