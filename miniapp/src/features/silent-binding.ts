export interface SilentBindingOptions {
  /** A fresh code of wx.login (one use, five minutes); null where WeChat gives none. */
  readonly loginCode: () => Promise<string | null>;
  readonly send: (loginCode: string) => Promise<unknown>;
}

export interface SilentBinding {
  /** Binds the openid unless that is done or under way. Never throws; a failure leaves it open for the next call. */
  readonly bind: () => Promise<void>;
  /** Signing in by WeChat has bound it already. */
  readonly markBound: () => void;
  /** Another person may sign in next. */
  readonly forget: () => void;
}

/** Binds the openid once a launch for each person who signs in. */
export function createSilentBinding({ loginCode, send }: SilentBindingOptions): SilentBinding {
  // Counts the persons, so that an answer for the last one says nothing about the next.
  let person = 0;
  let boundFor: number | null = null;
  let runningFor: number | null = null;

  const run = async (mine: number): Promise<void> => {
    const code = await loginCode();
    if (code && mine === person) {
      await send(code);
      boundFor = mine;
    }
  };

  return {
    async bind() {
      const mine = person;
      if (boundFor === mine || runningFor === mine) {
        return;
      }
      runningFor = mine;
      try {
        await run(mine);
      } catch {
        // Nothing waits for it, and the next visit of the home page tries again.
      } finally {
        if (runningFor === mine) {
          runningFor = null;
        }
      }
    },
    markBound() {
      boundFor = person;
    },
    forget() {
      person += 1;
    },
  };
}
