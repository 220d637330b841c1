import { notImplemented } from '../errors/mongodb-error';
import { decodeDocument, encodeDocument } from '../values/bson-codec';
import type { Document } from '../values/document';

export const OP_MSG = 2013;

const CHECKSUM_PRESENT = 1 << 0;
const MORE_TO_COME = 1 << 1;
const REQUIRED_FLAGS = 0xffff;

const BODY_SECTION = 0;
const SEQUENCE_SECTION = 1;

/** True when the client wants no reply (write concern w: 0). */
export function isFireAndForget(body: Buffer): boolean {
  return (body.readUInt32LE(0) & MORE_TO_COME) !== 0;
}

/** Reads the command of an OP_MSG; document sequences (kind 1) become array fields of it. */
export function decodeOpMsg(body: Buffer): Document {
  const flags = body.readUInt32LE(0);
  if (flags & CHECKSUM_PRESENT) throw notImplemented('an OP_MSG checksum');
  if (flags & REQUIRED_FLAGS & ~MORE_TO_COME) throw notImplemented(`the OP_MSG flags 0x${flags.toString(16)}`);
  let command: Document = {};
  const sequences: Document = {};
  for (let offset = 4; offset < body.length; ) {
    const kind = body.readUInt8(offset);
    const size = body.readInt32LE(offset + 1);
    const section = body.subarray(offset + 1, offset + 1 + size);
    if (section.length !== size || size < 5) throw new RangeError('an OP_MSG section is cut short');
    if (kind === BODY_SECTION) command = decodeDocument(section);
    else if (kind === SEQUENCE_SECTION) readSequence(section, sequences);
    else throw notImplemented(`the OP_MSG section kind ${kind}`);
    offset += 1 + size;
  }
  return { ...command, ...sequences };
}

function readSequence(section: Buffer, sequences: Document): void {
  const nameEnd = section.indexOf(0, 4);
  const documents: Document[] = [];
  for (let offset = nameEnd + 1; offset < section.length; ) {
    const size = section.readInt32LE(offset);
    if (size < 5) throw new RangeError('a document in an OP_MSG sequence is cut short');
    documents.push(decodeDocument(section.subarray(offset, offset + size)));
    offset += size;
  }
  sequences[section.toString('utf8', 4, nameEnd)] = documents;
}

export function encodeOpMsg(reply: Document): Buffer[] {
  return [Buffer.from([0, 0, 0, 0, BODY_SECTION]), encodeDocument(reply)];
}
