import { type Binary, calculateObjectSize, deserialize, serialize } from 'bson';
import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { type Document, isDocument, isIntegerLike } from './document';
import { typeOf } from './value-type';

/** `maxBsonObjectSize` of a MongoDB server, in bytes. */
export const MAX_BSON_OBJECT_SIZE = 16 * 1024 * 1024;

/**
 * Decodes one BSON document so that every value keeps its type. Refuses by name what could not be kept: types outside
 * the subset, and field names like "7" written after other names (JavaScript objects would move them to the front).
 */
export function decodeDocument(bytes: Uint8Array): Document {
  const document = deserialize(bytes, { promoteValues: false, promoteLongs: false, bsonRegExp: true }) as Document;
  const seen = { integerLikeName: false };
  inspect(document, seen);
  if (seen.integerLikeName && !Buffer.from(serialize(document)).equals(bytes)) {
    throw notImplemented('a document with an integer-like field name after other field names');
  }
  return document;
}

function inspect(value: unknown, seen: { integerLikeName: boolean }): void {
  if (Array.isArray(value)) {
    for (const item of value) inspect(item, seen);
    return;
  }
  if (!isDocument(value)) {
    const type = typeOf(value);
    if (type === 'undefined') throw notImplemented('the deprecated BSON type undefined');
    if (type === 'binData') detach(value as Binary);
    return;
  }
  for (const field of Object.keys(value)) {
    if (field === '__proto__' || field === '_bsontype') throw notImplemented(`a field called ${field}`);
    if (isIntegerLike(field)) seen.integerLikeName = true;
    inspect(value[field], seen);
  }
}

/** bson leaves binary data as a view of the whole network message; a stored value must not keep that alive. */
function detach(value: Binary): void {
  // Not Uint8Array.from: it copies byte by byte.
  value.buffer = new Uint8Array(value.buffer);
}

export function encodeDocument(document: Document): Buffer {
  const { buffer, byteOffset, byteLength } = serialize(document, { checkKeys: false, ignoreUndefined: false });
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** Encodes a document to be stored. Throws BSONObjectTooLarge (10334) beyond 16 MiB. */
export function encodeStoredDocument(document: Document): Buffer {
  try {
    const bytes = encodeDocument(document);
    if (bytes.length <= MAX_BSON_OBJECT_SIZE) return bytes;
  } catch (error) {
    // What bson writes into is not much larger than the largest document.
    if (calculateObjectSize(document) <= MAX_BSON_OBJECT_SIZE) throw error;
  }
  throw new MongodbError(
    'BSONObjectTooLarge',
    `BSONObj size: ${calculateObjectSize(document)} is invalid. Size must be between 0 and ${MAX_BSON_OBJECT_SIZE}`,
  );
}
