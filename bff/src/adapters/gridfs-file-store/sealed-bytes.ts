/** What the store needs of the field cipher. */
export interface BytesCipher {
  encryptBytes(plain: Buffer, purpose: string, recordId: string): Buffer;
  decryptBytes(envelope: Buffer, purpose: string, recordId: string): Buffer;
  needsReseal(envelope: Buffer): boolean;
}

/** Each file has a purpose and a record of its own: its id. */
const purposeOf = (id: string): string => `file.${id}`;

export const sealFile = (cipher: BytesCipher, id: string, plain: Buffer): Buffer =>
  cipher.encryptBytes(plain, purposeOf(id), id);

/** @throws Error when the bytes are those of another file */
export const openFile = (cipher: BytesCipher, id: string, envelope: Buffer): Buffer =>
  cipher.decryptBytes(envelope, purposeOf(id), id);

const HEADER = /^v\d+\.[a-z0-9-]{1,16}\./;

/** Format and key of an envelope, kept beside it, so that nobody must read the bytes to know them. */
export const sealedByOf = (envelope: Buffer): string => HEADER.exec(envelope.toString('latin1', 0, 24))?.[0] ?? '';

/** @throws Error when the key is not in the ring. */
export const isSealedByOld = (cipher: BytesCipher, sealedBy: string): boolean =>
  cipher.needsReseal(Buffer.from(sealedBy, 'latin1'));
