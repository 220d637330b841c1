import type { CertificateAnswer } from '@acceptance/shared';
import type { ReactNode } from 'react';
import type { ChallengeWish } from './ask-challenge';

/** What somebody proves to hold a certificate for. */
export interface ProofRequest extends ChallengeWish {
  /** Marks what else is missing on the page; whether nothing is. */
  readonly isReady: () => boolean;
  /** Hands the answer in, and whatever belongs to it. */
  readonly handIn: (answer: CertificateAnswer) => Promise<void>;
}

/** A proof, and what surrounds its button. */
export interface ProofProps extends ProofRequest {
  readonly submit: string;
  readonly submitting: string;
  /** Above the button, e.g. a tick. */
  readonly children?: ReactNode;
}
