/** `stuckFlag` given: reports there that the work has begun, then never ends. Otherwise answers twice the number. */
export interface StuckOrDouble {
  readonly number: number;
  readonly stuckFlag?: Int32Array<SharedArrayBuffer>;
}

/** Work for a test of the worker pool. */
export default function stuckOrDouble({ number, stuckFlag }: StuckOrDouble): number {
  if (stuckFlag) {
    Atomics.store(stuckFlag, 0, 1);
    Atomics.wait(stuckFlag, 0, 1);
  }
  if (Number.isNaN(number)) {
    throw new RangeError('not a number');
  }
  return number * 2;
}
