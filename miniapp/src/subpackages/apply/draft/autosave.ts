/** `untouched`: nothing was changed yet; `kept`: on this phone only, to be sent when the network is back; `refused`: the server does not take it any more. */
export type SaveState = 'untouched' | 'saved' | 'waiting' | 'saving' | 'kept' | 'refused';

export interface AutosaveClock {
  /** Calls back once after `ms`; gives the way to call it off. */
  readonly after: (ms: number, act: () => void) => () => void;
}

export interface AutosaveOptions<Value> {
  readonly save: (value: Value) => Promise<void>;
  /** Whether trying again can help after this failure. */
  readonly canRetry: (error: unknown) => boolean;
  readonly onState: (state: SaveState, error?: unknown) => void;
  readonly clock: AutosaveClock;
  /** Quiet time after the last change, in milliseconds. */
  readonly delayMs: number;
  /** Between two tries while the network is away. */
  readonly retryMs: number;
}

export interface Autosave<Value> {
  /** A newer value: saved after the quiet time. */
  change(value: Value): void;
  /** Saves what is not saved yet, now. True when nothing is left to save. */
  flush(): Promise<boolean>;
  /** No more timers; what was not saved stays unsaved. */
  stop(): void;
}

export const realClock: AutosaveClock = {
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

/** Saves the latest of many quick changes, one save at a time, so that an older one never overtakes a newer one. */
export function createAutosave<Value>(options: AutosaveOptions<Value>): Autosave<Value> {
  const { save, canRetry, onState, clock, delayMs, retryMs } = options;
  let unsaved: { readonly value: Value } | null = null;
  let running: Promise<boolean> | null = null;
  let cancelTimer: (() => void) | null = null;
  let stopped = false;

  const schedule = (ms: number) => {
    cancelTimer?.();
    cancelTimer = stopped ? null : clock.after(ms, () => void flush());
  };

  const saveUntilDone = async (): Promise<boolean> => {
    while (unsaved) {
      const current = unsaved;
      onState('saving');
      try {
        await save(current.value);
      } catch (error) {
        const retry = canRetry(error);
        onState(retry ? 'kept' : 'refused', error);
        if (retry) {
          schedule(retryMs);
        }
        return false;
      }
      if (unsaved === current) {
        unsaved = null;
      }
    }
    onState('saved');
    return true;
  };

  function flush(): Promise<boolean> {
    cancelTimer?.();
    cancelTimer = null;
    if (!unsaved && !running) {
      return Promise.resolve(true);
    }
    running ??= saveUntilDone().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    change(value) {
      unsaved = { value };
      onState('waiting');
      if (!running) {
        schedule(delayMs);
      }
    },
    flush,
    stop() {
      stopped = true;
      cancelTimer?.();
      cancelTimer = null;
    },
  };
}
