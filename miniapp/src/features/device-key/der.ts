/** DER (ITU-T X.690) of the few types that keys, requests and PKCS#12 files are made of. */

const UNIVERSAL = { integer: 0x02, bitString: 0x03, octets: 0x04, null: 0x05, oid: 0x06, utf8: 0x0c } as const;
const CONSTRUCTED = 0x20;
const CONTEXT = 0x80;

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function lengthOf(content: Uint8Array): Uint8Array {
  const { length } = content;
  if (length < 0x80) {
    return Uint8Array.of(length);
  }
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) {
    bytes.unshift(rest % 256);
  }
  return Uint8Array.of(0x80 | bytes.length, ...bytes);
}

const tagged = (tag: number, content: Uint8Array): Uint8Array => concat(Uint8Array.of(tag), lengthOf(content), content);

export const sequence = (...members: readonly Uint8Array[]): Uint8Array => tagged(0x30, concat(...members));
/** The members in the order of their bytes (X.690, 11.6). */
export const setOf = (...members: readonly Uint8Array[]): Uint8Array =>
  tagged(0x31, concat(...[...members].sort(compareBytes)));

function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const different = left.findIndex((byte, index) => byte !== right[index]);
  return different < 0 ? left.length - right.length : (left[different] ?? 0) - (right[different] ?? 0);
}

export const octets = (content: Uint8Array): Uint8Array => tagged(UNIVERSAL.octets, content);
export const bitString = (content: Uint8Array): Uint8Array =>
  tagged(UNIVERSAL.bitString, concat(Uint8Array.of(0), content));
export const nothing = (): Uint8Array => Uint8Array.of(UNIVERSAL.null, 0);
/** Constructed, `[number]`: around a whole value (EXPLICIT), or in place of a constructed one's tag (IMPLICIT). */
export const context = (number: number, content: Uint8Array): Uint8Array =>
  tagged(CONTEXT | CONSTRUCTED | number, content);
/** Primitive, `[number] IMPLICIT`. */
export const contextPrimitive = (number: number, content: Uint8Array): Uint8Array => tagged(CONTEXT | number, content);
/** A BMPString (PKCS#12's friendly names). */
export const bmpString = (text: string): Uint8Array => tagged(0x1e, utf16(text));

/** Big-endian UTF-16 without an end. */
export function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes[index * 2] = unit >> 8;
    bytes[index * 2 + 1] = unit & 0xff;
  }
  return bytes;
}

/** A number that is not negative, as bytes or as a small number. */
export function integer(value: number | Uint8Array): Uint8Array {
  const bytes = typeof value === 'number' ? bytesOf(value) : value;
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) {
    start += 1;
  }
  const magnitude = bytes.slice(start);
  const isNegative = ((magnitude[0] ?? 0) & 0x80) !== 0;
  return tagged(UNIVERSAL.integer, isNegative ? concat(Uint8Array.of(0), magnitude) : magnitude);
}

function bytesOf(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) {
    bytes.unshift(rest % 256);
  }
  return Uint8Array.from(bytes.length > 0 ? bytes : [0]);
}

export function objectIdentifier(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const digits = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
      digits.unshift((left % 128) | 0x80);
    }
    return digits;
  });
  return tagged(UNIVERSAL.oid, Uint8Array.from(bytes));
}
