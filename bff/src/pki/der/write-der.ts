import { PkiError } from '../pki-error';

/** Identifier octets of ITU-T X.690. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  objectIdentifier: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** `[number]` around values, or in place of the tag of a constructed one. */
export const constructedTag = (number: number): number => 0xa0 | number;
/** `[number]` in place of the tag of a primitive value. */
export const primitiveTag = (number: number): number => 0x80 | number;

/** One value: tag, length, and the parts one after another. */
export function value(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([header(tag, length), ...parts]);
}

/** Tag and length in their shortest form (X.690, 10.1). */
export function header(tag: number, length: number): Buffer {
  if (length < 0x80) return Buffer.of(tag, length);
  const octets = Buffer.from(evenHex(length.toString(16)), 'hex');
  return Buffer.concat([Buffer.of(tag, 0x80 | octets.length), octets]);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => value(tags.sequence, ...parts);
export const octetString = (content: Uint8Array): Buffer => value(tags.octetString, content);
export const nothing = (): Buffer => value(tags.null);
export const explicit = (number: number, ...parts: readonly Uint8Array[]): Buffer =>
  value(constructedTag(number), ...parts);
export const bool = (truth: boolean): Buffer => Buffer.of(tags.boolean, 1, truth ? 0xff : 0);
export const enumerated = (number: number): Buffer => Buffer.of(tags.enumerated, 1, number);
export const utf8String = (text: string): Buffer => value(tags.utf8String, Buffer.from(text, 'utf8'));

/** SET OF: members in the order of their encodings (X.690, 11.6). */
export const setOf = (...members: readonly Uint8Array[]): Buffer =>
  value(tags.set, ...[...members].sort((one, other) => Buffer.compare(one, other)));

/** @param number zero or above */
export function integer(number: bigint | number): Buffer {
  return integerOfHex(number.toString(16));
}

/** @param hex an unsigned number; leading zeros do not matter */
export function integerOfHex(hex: string): Buffer {
  return value(tags.integer, unsignedOctets(hex));
}

/** The content of an INTEGER: as short as can be, with a 00 in front where the first bit would make it negative. */
export function unsignedOctets(hex: string): Buffer {
  if (!/^[0-9a-f]+$/i.test(hex)) throw new PkiError('invalid_input', 'A number is not hexadecimal');
  const octets = Buffer.from(evenHex(hex.replace(/^0+(?=.)/, '')), 'hex');
  return (octets[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.of(0), octets]) : octets;
}

const evenHex = (hex: string): string => (hex.length % 2 === 0 ? hex : `0${hex}`);

/** @param dotted such as `2.5.4.3`. @throws PkiError invalid_input */
export function objectIdentifier(dotted: string): Buffer {
  if (!/^[0-2](\.(0|[1-9]\d*)){1,30}$/.test(dotted)) throw new PkiError('invalid_input', 'Not an object identifier');
  const [first = 0n, second = 0n, ...others] = dotted.split('.').map(BigInt);
  if (first < 2n && second > 39n) throw new PkiError('invalid_input', 'Not an object identifier');
  return value(tags.objectIdentifier, ...[first * 40n + second, ...others].map(base128));
}

function base128(number: bigint): Buffer {
  const octets = [Number(number & 0x7fn)];
  for (let rest = number >> 7n; rest > 0n; rest >>= 7n) octets.unshift(Number(rest & 0x7fn) | 0x80);
  return Buffer.from(octets);
}

/** Whole octets. */
export const bitString = (content: Uint8Array): Buffer => value(tags.bitString, Buffer.of(0), content);

/** A named bit list: trailing zero bits are left off (X.690, 11.2.2). @param bits numbers of the bits that are set */
export function namedBits(bits: readonly number[]): Buffer {
  const highest = Math.max(-1, ...bits);
  if (highest < 0) return value(tags.bitString, Buffer.of(0));
  const octets = Buffer.alloc(1 + (highest >> 3));
  for (const bit of bits) octets[bit >> 3] = (octets[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  return value(tags.bitString, Buffer.of(7 - (highest & 7)), octets);
}

/** UTCTime until 2049, then GeneralizedTime (RFC 5280, 4.1.2.5); parts of a second are cut off. @throws PkiError invalid_input */
export function time(date: Date): Buffer {
  return date.getUTCFullYear() >= 1950 && date.getUTCFullYear() < 2050
    ? value(tags.utcTime, Buffer.from(digitsOf(date).slice(2), 'latin1'))
    : generalizedTime(date);
}

/** @throws PkiError invalid_input */
export const generalizedTime = (date: Date): Buffer =>
  value(tags.generalizedTime, Buffer.from(digitsOf(date), 'latin1'));

function digitsOf(date: Date): string {
  const year = date.getUTCFullYear();
  if (Number.isNaN(year) || year < 0 || year > 9999) throw new PkiError('invalid_input', 'A date is out of range');
  const text = date.toISOString();
  return `${text.slice(0, 4)}${text.slice(5, 7)}${text.slice(8, 10)}${text.slice(11, 13)}${text.slice(14, 16)}${text.slice(17, 19)}Z`;
}

/** @throws PkiError invalid_input for anything but letters, digits and a few signs (X.680, 41.4) */
export function printableString(text: string): Buffer {
  if (!/^[A-Za-z0-9 '()+,\-./:=?]*$/.test(text)) {
    throw new PkiError('invalid_input', 'A value has characters that a PrintableString does not');
  }
  return value(tags.printableString, Buffer.from(text, 'latin1'));
}

/** The octets of an IA5String, whatever its tag. @throws PkiError invalid_input for anything but printable ASCII */
export function asciiOctets(text: string): Buffer {
  if (!/^[\x21-\x7e]+$/.test(text)) throw new PkiError('invalid_input', 'An address has characters beyond ASCII');
  return Buffer.from(text, 'latin1');
}
