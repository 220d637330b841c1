import { threadId } from 'node:worker_threads';

/** Work for a test of who starts threads: the number of the thread that does it. `stuckFlag` given: it never ends. */
export default function ownThread({ stuckFlag }: { readonly stuckFlag?: Int32Array<SharedArrayBuffer> }): number {
  if (stuckFlag) {
    Atomics.store(stuckFlag, 0, 1);
    Atomics.wait(stuckFlag, 0, 1);
  }
  return threadId;
}
