import type { ByteText } from '../keys/byte-text';

/** All keys from `start` on and before `end`. */
export interface KeyRange {
  readonly start: ByteText;
  readonly end: ByteText;
}

/** Where everything is kept: documents, index entries and descriptions, by keys in the order of their bytes. */
export interface OrderedStore {
  get(key: ByteText): Uint8Array | undefined;
  /** Backwards when `reverse`. Nothing may be changed until the last one was taken. */
  keys(range: KeyRange, reverse?: boolean): Iterable<ByteText>;
  put(key: ByteText, value: Uint8Array): void;
  remove(key: ByteText): void;
  /** Every change is made inside; when `run` throws, none is kept where others could see it. */
  transaction<T>(run: () => T): T;
  /** Resolves when all that was changed before is on disk. A rejection means that it may not be. */
  flush(): Promise<void>;
  close(): Promise<void>;
}
