/** What one batch of a sweep has found, and how much of it is done with and will not be found again. */
export interface Batch {
  readonly found: number;
  readonly done: number;
}

export interface Swept {
  readonly done: number;
  /** More is due than could be done now; the next sweep goes on. */
  readonly isLeft: boolean;
}

/** Other sweeps wait meanwhile. */
const MOST_BATCHES = 200;

/** Does batch after batch until one is not full. One of which nothing could be done is the last: the next would find the same. */
export async function untilEmpty(size: number, batch: () => Promise<Batch>, most = MOST_BATCHES): Promise<Swept> {
  let done = 0;
  for (let batches = 0; batches < most; batches += 1) {
    const one = await batch();
    done += one.done;
    if (one.found < size) {
      return { done, isLeft: one.done < one.found };
    }
    if (one.done === 0) {
      break;
    }
  }
  return { done, isLeft: true };
}
