import BTree from 'sorted-btree';
import type { ByteText } from '../keys/byte-text';
import type { OrderedStore } from './ordered-store';

/** Up to here a value is kept as a text of its bytes. */
const SMALL = 64 * 1024;

/**
 * A text is one object to the garbage collector; bytes are three and some memory outside, and small ones share a slab of 8 KiB with
 * what was needed only for a moment, which stays as long as they do.
 */
const pack = (value: Uint8Array): Uint8Array | ByteText =>
  value.length > SMALL ? value : Buffer.from(value.buffer, value.byteOffset, value.length).toString('latin1');
const unpack = (value: Uint8Array | ByteText): Uint8Array =>
  typeof value === 'string' ? Buffer.from(value, 'latin1') : value;

const byBytes = (left: ByteText, right: ByteText): number => (left < right ? -1 : left > right ? 1 : 0);

/** Keeps nothing beyond the process: the store of the tests. Commands check before they change anything, so nothing is undone. */
export function memoryStore(): OrderedStore {
  const tree = new BTree<ByteText, Uint8Array | ByteText>(undefined, byBytes);
  return {
    get(key) {
      const value = tree.get(key);
      return value === undefined ? undefined : unpack(value);
    },
    *keys({ start, end }, reverse = false) {
      const entries = reverse ? tree.entriesReversed(end, undefined, true) : tree.entries(start);
      for (const [key] of entries) {
        if (reverse ? key < start : key >= end) return;
        yield key;
      }
    },
    put: (key, value) => void tree.set(key, pack(value)),
    remove: (key) => void tree.delete(key),
    transaction: (run) => run(),
    flush: async () => {},
    // Whoever still knows a stopped server, as what ran in a test does until its file ends, keeps no data by it.
    close: async () => tree.clear(),
  };
}
