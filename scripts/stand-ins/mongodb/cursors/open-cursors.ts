import { randomBytes } from 'node:crypto';
import { calculateObjectSize, Long } from 'bson';
import { MongodbError } from '../errors/mongodb-error';
import { MAX_BSON_OBJECT_SIZE } from '../values/bson-codec';
import type { Document } from '../values/document';

/** What a query will return; `present` makes each document as it leaves. */
export interface CursorSource {
  readonly namespace: string;
  /** What `read` makes a document of, or nothing where it is gone meanwhile. */
  readonly found: readonly unknown[];
  readonly read: (found: unknown) => Document | undefined;
  readonly present: (document: Document) => Document;
}

interface OpenCursor extends CursorSource {
  position: number;
  lastUsed: number;
}

/** A server's first batch without a batchSize, in documents. */
const DEFAULT_FIRST_BATCH = 101;
/** A server forgets a cursor nobody used for this long, in milliseconds. */
const CURSOR_LIFETIME = 10 * 60 * 1000;
/** Leaves room in a reply for what stands around the batch, in bytes. */
const MAX_BATCH_SIZE = MAX_BSON_OBJECT_SIZE;

/** The cursors clients have open. `now` is in milliseconds. */
export class OpenCursors {
  private readonly cursors = new Map<string, OpenCursor>();

  constructor(private readonly now: () => number) {}

  /** Replies with the first batch and keeps the rest, if any, for getMore. */
  open(source: CursorSource, options: { batchSize?: number | undefined; singleBatch?: boolean }): Document {
    const cursor: OpenCursor = { ...source, position: 0, lastUsed: this.now() };
    const firstBatch = nextBatch(cursor, options.batchSize ?? DEFAULT_FIRST_BATCH);
    const finished = options.singleBatch || (isExhausted(cursor) && options.batchSize !== 0);
    const id = finished ? Long.ZERO : this.keep(cursor);
    return { cursor: { firstBatch, id, ns: source.namespace } };
  }

  /** Throws CursorNotFound (43) for cursors that ended, were killed or expired. */
  getMore(id: Long, namespace: string, batchSize: number | undefined): Document {
    this.forgetExpired();
    const cursor = this.cursors.get(id.toString());
    if (!cursor) throw new MongodbError('CursorNotFound', `cursor id ${id.toString()} not found`);
    if (cursor.namespace !== namespace) {
      throw new MongodbError(
        'BadValue',
        `Requested getMore on namespace '${namespace}', but cursor belongs to another`,
      );
    }
    const batch = nextBatch(cursor, batchSize || Number.POSITIVE_INFINITY);
    cursor.lastUsed = this.now();
    if (isExhausted(cursor)) this.cursors.delete(id.toString());
    return { cursor: { nextBatch: batch, id: isExhausted(cursor) ? Long.ZERO : id, ns: namespace } };
  }

  /** Returns false when there was no such cursor. */
  kill(id: Long): boolean {
    this.forgetExpired();
    return this.cursors.delete(id.toString());
  }

  forgetExpired(): void {
    for (const [id, cursor] of this.cursors) {
      if (this.now() - cursor.lastUsed > CURSOR_LIFETIME) this.cursors.delete(id);
    }
  }

  private keep(cursor: OpenCursor): Long {
    const id = Long.fromBigInt(randomBytes(8).readBigUInt64LE() >> 1n);
    this.cursors.set(id.toString(), cursor);
    return id;
  }
}

function isExhausted(cursor: OpenCursor): boolean {
  return cursor.position >= cursor.found.length;
}

/** As many documents as asked for and as one reply holds, but at least one. */
function nextBatch(cursor: OpenCursor, limit: number): Document[] {
  const batch: Document[] = [];
  let bytes = 0;
  while (batch.length < limit && !isExhausted(cursor)) {
    const found = cursor.read(cursor.found[cursor.position]);
    if (!found) {
      cursor.position += 1;
      continue;
    }
    const document = cursor.present(found);
    // A single one always goes.
    if (cursor.found.length > 1) bytes += calculateObjectSize(document);
    if (batch.length > 0 && bytes > MAX_BATCH_SIZE) break;
    batch.push(document);
    cursor.position += 1;
  }
  return batch;
}

/** A source of documents that are all at hand. */
export function atHand(namespace: string, documents: readonly Document[]): CursorSource {
  return { namespace, found: documents, read: (found) => found as Document, present: (document) => document };
}
