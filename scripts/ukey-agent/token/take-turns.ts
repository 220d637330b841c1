import { UkeyAgentError } from '@acceptance/shared';

const MAX_WAITING = 16;

export interface Turns {
  /** Runs it when all before it have ended, however they did. @throws UkeyAgentError when too many wait */
  take<T>(act: () => Promise<T>): Promise<T>;
  /** When all that were taken have ended. */
  settled(): Promise<void>;
}

/**
 * One act after the other, whichever token it is for: a login in PKCS#11 counts for the whole program, and libraries of tokens are seldom fit for
 * several threads, whatever they say.
 */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    async take(act) {
      if (waiting >= MAX_WAITING) {
        throw new UkeyAgentError('ukey.busy');
      }
      waiting += 1;
      const turn = last.then(act);
      last = turn.catch(() => undefined);
      try {
        return await turn;
      } finally {
        waiting -= 1;
      }
    },
    settled: async () => {
      await last;
    },
  };
}
