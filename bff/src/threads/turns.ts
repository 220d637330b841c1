/** How many have their turn, and how many wait for one. */
export interface TurnsLoad {
  readonly running: number;
  readonly waiting: number;
}

/** Turns at something that only a few may do at once, first come first served. */
export interface Turns {
  /** Resolves to true when it is one's turn; to false, at once, when `maxWaiting` wait already. */
  take(maxWaiting: number): Promise<boolean>;
  /** Ends one's turn. */
  pass(): void;
  /** Refuses all that wait. */
  refuseWaiting(error: Error): void;
  load(): TurnsLoad;
}

export function createTurns(atOnce: number): Turns {
  const waiting: { readonly start: (isTurn: true) => void; readonly refuse: (error: Error) => void }[] = [];
  let free = atOnce;
  return {
    async take(maxWaiting) {
      if (free > 0) {
        free -= 1;
        return true;
      }
      if (waiting.length >= maxWaiting) {
        return false;
      }
      return new Promise<true>((start, refuse) => {
        waiting.push({ start, refuse });
      });
    },
    pass() {
      const next = waiting.shift();
      if (next) next.start(true);
      else free += 1;
    },
    refuseWaiting(error) {
      for (const { refuse } of waiting.splice(0)) refuse(error);
    },
    load: () => ({ running: atOnce - free, waiting: waiting.length }),
  };
}
