import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';

/** What a page shows of a certificate in a token, and by what the API knows it. */
export interface TokenCertificateFacts {
  /** Common name of the subject; empty where there is none. */
  readonly name: string;
  readonly notAfter: Date;
  /** Lower-case hexadecimal, of SubjectPublicKeyInfo. */
  readonly publicKeySha256: string;
}

interface Value {
  readonly tag: number;
  readonly content: Uint8Array;
  /** With tag and length. */
  readonly whole: Uint8Array;
}

const COMMON_NAME = '550403';
const [SEQUENCE, VERSION, UTC_TIME] = [0x30, 0xa0, 0x17];

function lengthAt(der: Uint8Array, at: number): { readonly length: number; readonly start: number } {
  const first = der[at] ?? 0;
  if (first < 0x80) {
    return { length: first, start: at + 1 };
  }
  const start = at + 1 + (first & 0x7f);
  return { length: der.slice(at + 1, start).reduce((sum, byte) => sum * 256 + byte, 0), start };
}

/** The values that stand one after the other (X.690). @throws RangeError for bytes that end too early */
function valuesOf(der: Uint8Array): Value[] {
  const values: Value[] = [];
  for (let at = 0; at < der.length; ) {
    const { length, start } = lengthAt(der, at + 1);
    const end = start + length;
    if (end > der.length) {
      throw new RangeError('a certificate ends too early');
    }
    values.push({ tag: der[at] ?? 0, content: der.slice(start, end), whole: der.slice(at, end) });
    at = end;
  }
  return values;
}

const insideOf = (value: Value | undefined): Value[] => valuesOf(value?.content ?? new Uint8Array(0));

/** RFC 5280, 4.1.2.5: two digits of a year are of 1950 to 2049. */
function momentOf(value: Value | undefined): Date {
  const text = String.fromCharCode(...(value?.content ?? []));
  const digits = value?.tag === UTC_TIME ? `${text.slice(0, 2) < '50' ? '20' : '19'}${text}` : text;
  return new Date(digits.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

function commonNameOf(subject: Value | undefined): string {
  const attributes = insideOf(subject).flatMap((set) => insideOf(set).map(insideOf));
  const found = attributes.find(([type]) => type && bytesToHex(type.content) === COMMON_NAME)?.[1];
  // Tokens are reached from browsers only, which have it.
  return found ? new TextDecoder().decode(found.content) : '';
}

/** Reads a certificate (RFC 5280, 4.1) that a token holds; null for other bytes. Nothing of it is believed. */
export function readTokenCertificate(der: Uint8Array): TokenCertificateFacts | null {
  try {
    const [certificate] = valuesOf(der);
    const members = insideOf(insideOf(certificate)[0]).filter(({ tag }) => tag !== VERSION);
    const [, , , validity, subject, publicKeyInfo] = members;
    const notAfter = momentOf(insideOf(validity)[1]);
    if (publicKeyInfo?.tag !== SEQUENCE || Number.isNaN(notAfter.getTime())) {
      return null;
    }
    return { name: commonNameOf(subject), notAfter, publicKeySha256: bytesToHex(sha256(publicKeyInfo.whole)) };
  } catch (error) {
    if (error instanceof RangeError) {
      return null;
    }
    throw error;
  }
}
