import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyRing, RingKey } from '../../bff/src/keys/key-ring';
import { derivedKey } from './backup-key';

/**
 * A part of a copy: a head line (`acceptance-backup-part/1 <key id> <salt>`), then chunks, each `length (4 bytes) | sealed | tag`. The
 * nonce of a chunk is its number and whether it is the last, so that chunks cannot be taken away, moved or appended unseen.
 */
const FORMAT = 'acceptance-backup-part/1';
const CHUNK_BYTES = 1024 * 1024;
const TAG_BYTES = 16;
const SALT_BYTES = 32;
const LONGEST_HEAD = 200;

export class DamagedPart extends Error {
  override readonly name = 'DamagedPart';
}

function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt8(isLast ? 1 : 0, 0);
  nonce.writeUIntBE(index, 6, 6);
  return nonce;
}

/** `use` is what the part is of: one put in the place of another does not open. */
export async function* seal(plain: AsyncIterable<Buffer>, { id, key }: RingKey, use: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT_BYTES);
  const partKey = derivedKey(key, salt, use);
  yield Buffer.from(`${FORMAT} ${id} ${salt.toString('hex')}\n`);
  let index = 0;
  const sealChunk = (chunk: Buffer, isLast: boolean): Buffer => {
    const cipher = createCipheriv('aes-256-gcm', partKey, nonceOf(index, isLast));
    index += 1;
    const sealed = Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(sealed.length);
    return Buffer.concat([length, sealed]);
  };
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const piece of plain) {
    waiting.push(piece);
    size += piece.length;
    if (size > CHUNK_BYTES) {
      let all = Buffer.concat(waiting);
      // Something always stays: the last chunk is told by its nonce.
      for (; all.length > CHUNK_BYTES; all = all.subarray(CHUNK_BYTES)) {
        yield sealChunk(all.subarray(0, CHUNK_BYTES), false);
      }
      waiting = [all];
      size = all.length;
    }
  }
  yield sealChunk(Buffer.concat(waiting), true);
}

interface Head {
  readonly key: RingKey;
  readonly salt: Buffer;
  readonly end: number;
}

function readHead(bytes: Buffer, keys: KeyRing): Head | null {
  const end = bytes.indexOf('\n');
  if (end < 0 && bytes.length < LONGEST_HEAD) {
    return null;
  }
  const [format, id = '', salt = ''] = bytes.subarray(0, Math.max(end, 0)).toString('latin1').split(' ');
  if (format !== FORMAT || !/^[0-9a-f]{64}$/.test(salt)) {
    throw new DamagedPart('is no part of a copy, or of a newer program');
  }
  const key = keys.find(id);
  if (!key) {
    throw new DamagedPart(`is sealed by the key ${id}, which was not given`);
  }
  return { key, salt: Buffer.from(salt, 'hex'), end: end + 1 };
}

/** @throws DamagedPart for a byte too many, too few or other than was written, and for another key */
export async function* unseal(sealed: AsyncIterable<Buffer>, keys: KeyRing, use: string): AsyncGenerator<Buffer> {
  let bytes: Buffer = Buffer.alloc(0);
  let partKey: Buffer | null = null;
  let index = 0;
  const openChunk = (chunk: Buffer, isLast: boolean): Buffer => {
    if (!partKey || chunk.length < TAG_BYTES) {
      throw new DamagedPart('ends too early');
    }
    const decipher = createDecipheriv('aes-256-gcm', partKey, nonceOf(index, isLast));
    index += 1;
    decipher.setAuthTag(chunk.subarray(chunk.length - TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(chunk.subarray(0, chunk.length - TAG_BYTES)), decipher.final()]);
    } catch {
      throw new DamagedPart('was changed or cut off, or the key is another one');
    }
  };
  for await (const piece of sealed) {
    bytes = Buffer.concat([bytes, piece]);
    if (!partKey) {
      const head = readHead(bytes, keys);
      if (!head) {
        continue;
      }
      partKey = derivedKey(head.key.key, head.salt, use);
      bytes = bytes.subarray(head.end);
    }
    // What could be the last chunk waits for the end.
    while (bytes.length >= 4 && bytes.length > 4 + bytes.readUInt32BE(0)) {
      const length = bytes.readUInt32BE(0);
      yield openChunk(bytes.subarray(4, 4 + length), false);
      bytes = bytes.subarray(4 + length);
    }
    if (bytes.length >= 4 && bytes.readUInt32BE(0) > CHUNK_BYTES + TAG_BYTES) {
      throw new DamagedPart('was changed');
    }
  }
  if (bytes.length < 4 || bytes.length !== 4 + bytes.readUInt32BE(0)) {
    throw new DamagedPart('ends too early');
  }
  yield openChunk(bytes.subarray(4), true);
}
