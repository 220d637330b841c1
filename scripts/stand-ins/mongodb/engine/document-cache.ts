import { LRUCache } from 'lru-cache';
import type { ByteText } from '../keys/byte-text';
import type { Document } from '../values/document';

/** Decoded, a document takes several times its bytes. */
const MOST_BYTES = 24 * 1024 * 1024;
/** Photos and their like: decoding them again costs little, and one of them would displace hundreds. */
const LARGEST = 32 * 1024;

/** Documents as they were last decoded; all others wait in the store as bytes. */
export class DocumentCache {
  private readonly documents = new LRUCache<ByteText, Document>({ maxSize: MOST_BYTES, maxEntrySize: LARGEST });

  get(key: ByteText): Document | undefined {
    return this.documents.get(key);
  }

  set(key: ByteText, document: Document, bytes: number): void {
    this.documents.set(key, document, { size: bytes });
  }

  delete(key: ByteText): void {
    this.documents.delete(key);
  }
}
