import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;
const FORMAT = 'v1';

/**
 * Encrypts personal data with AES-256-GCM. The envelope is `v1.<key id>.<base64url iv|tag|ciphertext>`; the purpose is
 * authenticated with it, so that an envelope moved to another field does not open.
 */
export interface FieldCipher {
  encryptText(plain: string, purpose: string): string;
  /** @throws Error when the envelope was changed, belongs to another purpose or another key. */
  decryptText(envelope: string, purpose: string): string;
  encryptBytes(plain: Buffer, purpose: string): Buffer;
  decryptBytes(envelope: Buffer, purpose: string): Buffer;
  /** Keyed hash to find an encrypted value by equality; hex. */
  lookupHash(value: string, purpose: string): string;
}

export interface FieldCipherKeys {
  readonly keyId: string;
  readonly encryptionKey: Buffer;
  readonly hashKey: Buffer;
}

export function createFieldCipher({ keyId, encryptionKey, hashKey }: FieldCipherKeys): FieldCipher {
  const seal = (plain: Buffer, purpose: string): Buffer => {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', encryptionKey, iv);
    cipher.setAAD(Buffer.from(`${FORMAT}|${keyId}|${purpose}`));
    const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), ciphertext]);
  };
  const open = (sealed: Buffer, purpose: string): Buffer => {
    const decipher = createDecipheriv('aes-256-gcm', encryptionKey, sealed.subarray(0, IV_BYTES));
    decipher.setAAD(Buffer.from(`${FORMAT}|${keyId}|${purpose}`));
    decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  };
  const header = Buffer.from(`${FORMAT}.${keyId}.`);
  return {
    encryptText: (plain, purpose) =>
      `${FORMAT}.${keyId}.${seal(Buffer.from(plain, 'utf8'), purpose).toString('base64url')}`,
    decryptText(envelope, purpose) {
      const [format, envelopeKeyId, sealed] = envelope.split('.');
      if (format !== FORMAT || envelopeKeyId !== keyId || !sealed) {
        throw new Error('envelope of an unknown format or key');
      }
      return open(Buffer.from(sealed, 'base64url'), purpose).toString('utf8');
    },
    encryptBytes: (plain, purpose) => Buffer.concat([header, seal(plain, purpose)]),
    decryptBytes(envelope, purpose) {
      if (!envelope.subarray(0, header.length).equals(header)) {
        throw new Error('envelope of an unknown format or key');
      }
      return open(envelope.subarray(header.length), purpose);
    },
    lookupHash: (value, purpose) => createHmac('sha256', hashKey).update(`${purpose}|${value}`).digest('hex'),
  };
}
