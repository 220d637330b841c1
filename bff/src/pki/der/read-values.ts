import { broken, type Der, DerMembers, readDer } from './read-der';
import { tags } from './write-der';

/** Dotted form. @throws PkiError broken */
export function oidOf(der: Der): string {
  expect(der, tags.objectIdentifier);
  if (der.content.length === 0 || der.content.length > 64) throw broken('an object identifier has a wrong length');
  const numbers: bigint[] = [];
  let number = 0n;
  let isInside = false;
  for (const octet of der.content) {
    if (!isInside && octet === 0x80) throw broken('an object identifier is not in its shortest form');
    number = (number << 7n) | BigInt(octet & 0x7f);
    isInside = (octet & 0x80) !== 0;
    if (!isInside) {
      numbers.push(number);
      number = 0n;
    }
  }
  if (isInside) throw broken('an object identifier ends early');
  const [head = 0n, ...others] = numbers;
  const first = head < 80n ? head / 40n : 2n;
  return [first, head - first * 40n, ...others].join('.');
}

/** Upper-case hexadecimal without leading zeros, `0` for zero. @throws PkiError broken for negative ones and for surplus octets */
export function unsignedHexOf(der: Der, tag: number = tags.integer): string {
  expect(der, tag);
  const [first, second] = der.content;
  if (first === undefined) throw broken('a number is empty');
  if (first & 0x80) throw broken('a number is negative');
  if (first === 0 && second !== undefined && (second & 0x80) === 0) throw broken('a number has a surplus octet');
  return hexOf(der.content)
    .toUpperCase()
    .replace(/^0+(?=.)/, '');
}

export const bigintOf = (der: Der): bigint => BigInt(`0x${unsignedHexOf(der)}`);

/** @throws PkiError broken also for what nobody counts that high */
export function smallNumberOf(der: Der, tag: number = tags.integer): number {
  const hex = unsignedHexOf(der, tag);
  if (hex.length > 8) throw broken('a number is too large');
  return Number.parseInt(hex, 16);
}

/** @throws PkiError broken */
export function boolOf(der: Der): boolean {
  expect(der, tags.boolean);
  const [octet] = der.content;
  if (der.content.length !== 1 || (octet !== 0 && octet !== 0xff)) throw broken('a truth value is neither');
  return octet === 0xff;
}

/** The octets of a BIT STRING that has no unused bits. @throws PkiError broken */
export function bitOctetsOf(der: Der): Uint8Array {
  expect(der, tags.bitString);
  if (der.content[0] !== 0) throw broken('a bit string is not made of whole octets');
  return der.content.subarray(1);
}

/** The numbers of the bits that are set. @throws PkiError broken */
export function namedBitsOf(der: Der): number[] {
  expect(der, tags.bitString);
  const [unused = 8, ...octets] = der.content;
  if (unused > 7 || octets.length > 4 || (octets.length === 0 && unused > 0)) throw broken('a bit list is malformed');
  return octets.flatMap((octet, index) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => octet & (0x80 >> bit)).map((bit) => index * 8 + bit),
  );
}

/** UTCTime (1950 to 2049) or GeneralizedTime, in whole seconds and UTC (RFC 5280, 4.1.2.5). @throws PkiError broken */
export function timeOf(der: Der): Date {
  const text = Buffer.from(der.content).toString('latin1');
  const isUtc = der.tag === tags.utcTime;
  if (!isUtc && der.tag !== tags.generalizedTime) throw broken('a time was expected');
  if (!(isUtc ? /^\d{12}Z$/ : /^\d{14}Z$/).test(text)) throw broken('a time is malformed');
  const digits = isUtc ? `${Number(text.slice(0, 2)) >= 50 ? '19' : '20'}${text}` : text;
  const iso = digits.replace(/^(....)(..)(..)(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6.000Z');
  const date = new Date(iso);
  // Date carries 31 February over into March
  if (Number.isNaN(date.getTime()) || date.toISOString() !== iso) throw broken('a time does not exist');
  return date;
}

/** The one value inside `[n] EXPLICIT`. @throws PkiError broken */
export const insideOf = (der: Der): Der => readDer(der.content);

/** AlgorithmIdentifier: `parameters` is null when there are none, and for NULL `isNull` is true. @throws PkiError broken */
export function algorithmOf(der: Der): { oid: string; parameters: Der | null; isNull: boolean } {
  const members = new DerMembers(der);
  const oid = oidOf(members.any());
  const [parameters = null, surplus] = members.rest();
  if (surplus) throw broken('an algorithm has more than one set of parameters');
  if (parameters?.tag === tags.null && parameters.content.length > 0) throw broken('a NULL is not empty');
  return { oid, parameters, isNull: parameters?.tag === tags.null };
}

export function expect(der: Der, tag: number): void {
  if (der.tag !== tag) throw broken('a value of another type was expected');
}

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const areEqual = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
