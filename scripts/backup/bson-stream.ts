import { mongo } from 'mongoose';
import { DamagedPart } from './sealed-stream';

const { BSON } = mongo;
/** Documents are stored up to 16 MiB. */
const LARGEST_DOCUMENT = 16 * 1024 * 1024 + 16 * 1024;

/** Documents one after the other, as the server stores them. */
export async function* splitDocuments(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of bytes) {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    while (rest.length >= 4) {
      const length = rest.readInt32LE(0);
      if (length < 5 || length > LARGEST_DOCUMENT) {
        throw new DamagedPart('holds something that is no document');
      }
      if (rest.length < length) {
        break;
      }
      yield rest.subarray(0, length);
      rest = rest.subarray(length);
    }
  }
  if (rest.length > 0) {
    throw new DamagedPart('ends in the middle of a document');
  }
}

/**
 * A document that is stored again byte by byte as it was: numbers keep their kind, and what JavaScript has no value for is refused.
 * @throws DamagedPart
 */
export function documentOf(bytes: Buffer): mongo.Document {
  const document = BSON.deserialize(bytes, { promoteValues: false, bsonRegExp: true });
  const again = BSON.serialize(document, { ignoreUndefined: false });
  if (Buffer.compare(again, bytes) !== 0) {
    throw new DamagedPart('holds a document that this program cannot write as it was');
  }
  return document;
}
