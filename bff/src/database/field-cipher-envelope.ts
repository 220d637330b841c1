/** `v1` is bound to its purpose, `v2` to its purpose and record; `v3`, of files, is sealed by a key of its own beside that. */
export type EnvelopeFormat = 'v1' | 'v2' | 'v3';

/** What an envelope says of itself; nothing of it is proven before the sealed part opens. */
export interface Envelope {
  readonly format: EnvelopeFormat;
  readonly keyId: string;
  /** iv|tag|ciphertext, in `v3` behind the salt of its key */
  readonly sealed: Buffer;
}

/** The id is held to what an id can be, so that an error that names it never quotes stored text. */
const HEADER = /^(v[123])\.([a-z0-9-]{1,16})\./;
const FORMATS: Readonly<Record<string, EnvelopeFormat>> = { v1: 'v1', v2: 'v2', v3: 'v3' };
const LONGEST_HEADER = 20;
const SEALED_TEXT = /^[\w-]+$/;

export const headerOf = (format: EnvelopeFormat, keyId: string): string => `${format}.${keyId}.`;

/** @throws Error when it is no envelope. */
export function readEnvelope(envelope: string | Buffer): Envelope {
  const start = typeof envelope === 'string' ? envelope : envelope.toString('latin1', 0, LONGEST_HEADER);
  const [header, format, keyId] = HEADER.exec(start) ?? [];
  const sealed = header === undefined ? null : sealedPart(envelope, header.length);
  const known = format && FORMATS[format];
  if (!known || !keyId || !sealed) {
    throw new Error('envelope of an unknown format');
  }
  return { format: known, keyId, sealed };
}

/** Tells sealed text from text of before it was sealed. */
export function isEnvelope(text: string): boolean {
  try {
    readEnvelope(text);
    return true;
  } catch {
    return false;
  }
}

function sealedPart(envelope: string | Buffer, start: number): Buffer | null {
  if (typeof envelope !== 'string') {
    return envelope.subarray(start);
  }
  const text = envelope.slice(start);
  return SEALED_TEXT.test(text) ? Buffer.from(text, 'base64url') : null;
}

/**
 * What is authenticated with the sealed part: `v1|key|purpose` or, where there is a record, `v2|key|purpose|record`.
 * Only the last part may hold a `|`, else two pairs of purpose and record could read the same.
 */
export function bindingOf(keyId: string, purpose: string, recordId?: string): Buffer {
  if (recordId === undefined) {
    return Buffer.from(`v1|${keyId}|${purpose}`);
  }
  if (recordId === '' || purpose.includes('|')) {
    throw new Error('an envelope of a record needs the id of the record and a purpose without |');
  }
  return Buffer.from(`v2|${keyId}|${purpose}|${recordId}`);
}
