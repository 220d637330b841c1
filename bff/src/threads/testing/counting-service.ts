import koffi from 'koffi';
import { serveThread } from '../serve-thread';

/** `refuses`: cannot be opened. `endedFlag` is set when it was closed in good order. */
export interface CountingData {
  readonly start: number;
  readonly refuses?: true;
  readonly endedFlag?: Int32Array<SharedArrayBuffer>;
}

/** A service for tests: counts, fails, crashes, or never answers. */
serveThread<CountingData>(async ({ start, refuses, endedFlag }) => {
  if (refuses) {
    throw new Error('no such key');
  }
  let count = start;
  return {
    methods: {
      async add(by: number) {
        count += by;
        return { count, environment: Object.keys(process.env) };
      },
      async fail() {
        throw new RangeError('not today');
      },
      async crash() {
        process.exit(7);
      },
      /** In native code, where nobody can end it. */
      async sleep(seconds: number) {
        koffi.load(null).func('unsigned int sleep(unsigned int seconds)')(seconds);
      },
      hang: () => new Promise<never>(() => undefined),
    },
    async close() {
      if (endedFlag) {
        Atomics.store(endedFlag, 0, 1);
      }
    },
  };
});
