import { useCallback, useEffect, useState } from 'react';

export interface ConsentTicks {
  readonly ticked: boolean;
  readonly setTicked: (ticked: boolean) => void;
  readonly tickedTooEarly: boolean;
  readonly setTickedTooEarly: (tooEarly: boolean) => void;
  /** The second tick, of who was through in haste. */
  readonly confirmsRead: boolean;
  readonly confirmRead: (confirmed: boolean) => void;
  readonly untick: () => void;
}

/** The ticks under the contract that `textKey` names; what was ticked of another one does not stand. */
export function useConsentTicks(textKey: string | null): ConsentTicks {
  const [ticked, setTicked] = useState(false);
  const [tickedTooEarly, setTickedTooEarly] = useState(false);
  const [confirmsRead, confirmRead] = useState(false);
  const untick = useCallback(() => {
    setTicked(false);
    confirmRead(false);
  }, []);
  useEffect(() => {
    if (textKey !== null) {
      untick();
    }
  }, [textKey, untick]);
  return { ticked, setTicked, tickedTooEarly, setTickedTooEarly, confirmsRead, confirmRead, untick };
}
