import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

/** By this name every thread of the process finds the gate's memory. */
const name = 'zlib-gate';
/** How many want threads to end, and how many threads make or use zlib just now. */
const [closers, within] = [0, 1];

/** One for the whole process, however many copies of this module it has. */
function gate(): Int32Array {
  const known = getEnvironmentData(name);
  if (known instanceof SharedArrayBuffer) return new Int32Array(known);
  const made = new SharedArrayBuffer(8);
  setEnvironmentData(name, made);
  return new Int32Array(made);
}

/** A thread that ended by itself inside zlib (its memory was full) never leaves: nobody waits for it longer than this. */
const patienceMs = 1000;

/** Before the first thread is started: it copies what is shared when it begins. */
export const openZlibGate = (): void => void gate();

/**
 * Ends threads while none of them is inside zlib. Node (20.20, 22) aborts the whole process when a thread is terminated between
 * the making of a zlib stream and its beginning (`Assertion failed: init_done_ && "close before init"`).
 */
export async function endThreads<Ended>(end: () => Ended): Promise<Ended> {
  const state = gate();
  const latest = performance.now() + patienceMs;
  Atomics.add(state, closers, 1);
  try {
    while (Atomics.load(state, within) > 0 && performance.now() < latest) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    return end();
  } finally {
    // Whoever waits at the gate and is to end does so before its next call.
    Atomics.sub(state, closers, 1);
    Atomics.notify(state, closers);
  }
}

/** In a thread: passes the gate, does it and leaves. */
export function withinGate<Result>(work: () => Result): Result {
  const state = gate();
  for (;;) {
    let closing = Atomics.load(state, closers);
    while (closing > 0) {
      Atomics.wait(state, closers, closing);
      closing = Atomics.load(state, closers);
    }
    Atomics.add(state, within, 1);
    if (Atomics.load(state, closers) === 0) break;
    Atomics.sub(state, within, 1);
  }
  try {
    return work();
  } finally {
    Atomics.sub(state, within, 1);
  }
}
