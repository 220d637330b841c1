import { notImplemented } from '../errors/mongodb-error';
import { decodeDocument, encodeDocument } from '../values/bson-codec';
import type { Document } from '../values/document';

/** Only for the driver's first message, before it knows that the server speaks OP_MSG. */
export const OP_QUERY = 2004;
export const OP_REPLY = 1;

/** Reads a legacy command, which is a query on `<database>.$cmd`. */
export function decodeOpQuery(body: Buffer): Document {
  const nameEnd = body.indexOf(0, 4);
  const namespace = body.toString('utf8', 4, nameEnd);
  if (!namespace.endsWith('.$cmd')) throw notImplemented(`the legacy query OP_QUERY on ${namespace}`);
  const start = nameEnd + 1 + 8;
  const command = decodeDocument(body.subarray(start, start + body.readInt32LE(start)));
  return { ...command, $db: namespace.slice(0, -'.$cmd'.length) };
}

export function encodeOpReply(reply: Document): Buffer[] {
  const prefix = Buffer.alloc(20);
  prefix.writeInt32LE(1, 16);
  return [prefix, encodeDocument(reply)];
}
