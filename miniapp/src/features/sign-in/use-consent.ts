import { useState } from 'react';
import { SIGN_IN_TEXT } from '../../text/sign-in';

export const agreedError = (agreed: boolean): string | null => (agreed ? null : SIGN_IN_TEXT.agreeFirst);

export interface Consent {
  readonly agreed: boolean;
  readonly error: string | null;
  readonly change: (agreed: boolean) => void;
  /** Marks a missing consent; whether it is given. */
  readonly demand: () => boolean;
}

/** The tick under every way to sign in. */
export function useConsent(): Consent {
  const [agreed, setAgreed] = useState(false);
  const [error, setError] = useState<string | null>(null);
  return {
    agreed,
    error,
    change: (next) => {
      setAgreed(next);
      setError(null);
    },
    demand: () => {
      setError(agreedError(agreed));
      return agreed;
    },
  };
}
