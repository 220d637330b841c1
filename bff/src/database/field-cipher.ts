import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { BARE_HASH_KEY_ID, createKeyRing, type RingKey } from '../keys/key-ring';
import { bindingOf, headerOf, readEnvelope } from './field-cipher-envelope';
import { createLookupHasher, type LookupHasher } from './lookup-hash';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/**
 * Encrypts personal data with AES-256-GCM. The envelope is `v2.<key id>.<base64url iv|tag|ciphertext>`; the purpose and
 * the record are authenticated with it, so that an envelope moved to another field or record does not open. Without a
 * record id the envelope is a `v1` one, bound to its purpose only; those open with and without a record id. Bytes of a record,
 * which are files, are `v3`: each is sealed by a key of its own, derived from that of the ring (HKDF, RFC 5869), so that
 * whoever gets one key has one file.
 */
export interface FieldCipher extends LookupHasher {
  encryptText(plain: string, purpose: string, recordId?: string): string;
  /** @throws Error when the envelope was changed, belongs to another purpose or record or to a key not in the ring. */
  decryptText(envelope: string, purpose: string, recordId?: string): string;
  encryptBytes(plain: Buffer, purpose: string, recordId?: string): Buffer;
  decryptBytes(envelope: Buffer, purpose: string, recordId?: string): Buffer;
  /**
   * Whether it is of an old key or the old format, as far as its header tells.
   * @throws Error when it is no envelope or its key is not in the ring: a rotation must not pass over it.
   */
  needsReseal(envelope: string | Buffer): boolean;
}

/** Rings of keys, newest first: the first seals and hashes, all open and search. */
export interface FieldCipherRings {
  readonly encryptionKeys: readonly RingKey[];
  readonly hashKeys: readonly RingKey[];
}

/** One key of each kind. */
export interface FieldCipherKeys {
  readonly keyId: string;
  readonly encryptionKey: Buffer;
  readonly hashKey: Buffer;
}

/** @throws Error when a ring is empty or a key of it cannot be used. */
export function createFieldCipher(keys: FieldCipherRings | FieldCipherKeys): FieldCipher {
  const { encryptionKeys, hashKeys } = 'encryptionKeys' in keys ? keys : ringsOf(keys);
  const ring = createKeyRing('encryption keys', encryptionKeys);
  const keyOf = (keyId: string): RingKey => {
    const key = ring.find(keyId);
    if (!key) {
      throw new Error(`envelope of an unknown key: ${keyId}`);
    }
    return key;
  };
  const sealWithNewest = (plain: Buffer, purpose: string, recordId?: string) => ({
    header: headerOf(recordId === undefined ? 'v1' : 'v2', ring.newest.id),
    sealed: seal(ring.newest.key, plain, bindingOf(ring.newest.id, purpose, recordId)),
  });
  const openEnvelope = (envelope: string | Buffer, purpose: string, recordId?: string): Buffer => {
    const { format, keyId, sealed } = readEnvelope(envelope);
    const { key } = keyOf(keyId);
    if (format === 'v1') {
      return open(key, sealed, bindingOf(keyId, purpose));
    }
    if (recordId === undefined) {
      throw new Error('envelope of a record cannot be opened without the id of the record');
    }
    const binding = bindingOf(keyId, purpose, recordId);
    return format === 'v2'
      ? open(key, sealed, binding)
      : open(ownKey(key, sealed.subarray(0, SALT_BYTES), binding), sealed.subarray(SALT_BYTES), binding);
  };
  return {
    encryptText(plain, purpose, recordId) {
      const { header, sealed } = sealWithNewest(Buffer.from(plain, 'utf8'), purpose, recordId);
      return `${header}${sealed.toString('base64url')}`;
    },
    decryptText: (envelope, purpose, recordId) => openEnvelope(envelope, purpose, recordId).toString('utf8'),
    encryptBytes(plain, purpose, recordId) {
      if (recordId === undefined) {
        const { header, sealed } = sealWithNewest(plain, purpose);
        return Buffer.concat([Buffer.from(header), sealed]);
      }
      const { id, key } = ring.newest;
      const binding = bindingOf(id, purpose, recordId);
      const salt = randomBytes(SALT_BYTES);
      const sealed = seal(ownKey(key, salt, binding), plain, binding);
      return Buffer.concat([Buffer.from(headerOf('v3', id)), salt, sealed]);
    },
    decryptBytes: openEnvelope,
    needsReseal(envelope) {
      const { format, keyId } = readEnvelope(envelope);
      return keyOf(keyId) !== ring.newest || format !== (typeof envelope === 'string' ? 'v2' : 'v3');
    },
    ...createLookupHasher(createKeyRing('hash keys', hashKeys)),
  };
}

const ringsOf = ({ keyId, encryptionKey, hashKey }: FieldCipherKeys): FieldCipherRings => ({
  encryptionKeys: [{ id: keyId, key: encryptionKey }],
  hashKeys: [{ id: BARE_HASH_KEY_ID, key: hashKey }],
});

const ownKey = (key: Buffer, salt: Buffer, binding: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, binding, KEY_BYTES));

function seal(key: Buffer, plain: Buffer, binding: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv);
  cipher.setAAD(binding);
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), ciphertext]);
}

function open(key: Buffer, sealed: Buffer, binding: Buffer): Buffer {
  // Without its length named, Node takes a tag cut down to 4 bytes, which can be guessed.
  const options = { authTagLength: TAG_BYTES };
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, IV_BYTES), options);
  decipher.setAAD(binding);
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const text = decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([text, decipher.final()]);
  } catch {
    throw new Error('envelope does not open: it was changed, or belongs to another field or record');
  }
}
