import { useState } from 'react';
import { agreedError } from './sign-in-form';

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
