import type { CertificateAnswer } from '@acceptance/shared';
import type { ReactNode } from 'react';

/** A member of staff proves to hold a certificate. */
export interface FactorProofProps {
  /** Whether they are signed in already. */
  readonly ofStaffSession: boolean;
  /** Marks what else is missing on the page; whether nothing is. */
  readonly isReady: () => boolean;
  readonly handIn: (answer: CertificateAnswer) => Promise<void>;
  readonly submit: string;
  readonly submitting: string;
  /** Above the button. */
  readonly children?: ReactNode;
}
