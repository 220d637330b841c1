import BTree from 'sorted-btree';
import type { ByteText } from '../keys/byte-text';
import type { OrderedStore } from './ordered-store';

const byBytes = (left: ByteText, right: ByteText): number => (left < right ? -1 : left > right ? 1 : 0);

/** Keeps nothing beyond the process: the store of the tests. Commands check before they change anything, so nothing is undone. */
export function memoryStore(): OrderedStore {
  const tree = new BTree<ByteText, Uint8Array>(undefined, byBytes);
  return {
    get: (key) => tree.get(key),
    *keys({ start, end }, reverse = false) {
      const entries = reverse ? tree.entriesReversed(end, undefined, true) : tree.entries(start);
      for (const [key] of entries) {
        if (reverse ? key < start : key >= end) return;
        yield key;
      }
    },
    put: (key, value) => void tree.set(key, value),
    remove: (key) => void tree.delete(key),
    transaction: (run) => run(),
    flush: async () => {},
    // Whoever still knows a stopped server, as what ran in a test does until its file ends, keeps no data by it.
    close: async () => tree.clear(),
  };
}
