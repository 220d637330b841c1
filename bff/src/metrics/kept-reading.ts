/** Reads at most once in `keepMs`, whoever asks how often: those who ask meanwhile share the reading, also a failed one. */
export function keptReading<Result>(
  keepMs: number,
  now: () => Date,
  read: () => Promise<Result>,
): () => Promise<Result> {
  let last: { readonly at: number; readonly reading: Promise<Result> } | null = null;
  return () => {
    const at = now().getTime();
    // A clock that was set back must not keep a reading for longer.
    if (!last || at < last.at || at - last.at >= keepMs) {
      last = { at, reading: read() };
    }
    return last.reading;
  };
}

/** @throws Error when the work has not ended in time; it goes on, and nobody waits for it. */
export async function within<Result>(limitMs: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('not read in time')), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
