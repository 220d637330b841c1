import { useState } from 'react';

/** A consent to something sensitive being processed: never ticked beforehand. */
export function useConsent() {
  const [ticked, setTicked] = useState(false);
  const [missing, setMissing] = useState(false);
  return {
    ticked,
    missing,
    agree: (agreed: boolean) => {
      setTicked(agreed);
      setMissing(false);
    },
    pass: () => {
      setMissing(!ticked);
      return ticked;
    },
  };
}
