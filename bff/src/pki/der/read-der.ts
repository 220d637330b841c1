import { PkiError } from '../pki-error';

/** One value, read in place: `whole` and `content` are views of the bytes that were given. */
export interface Der {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly whole: Uint8Array;
}

const DEEPEST = 40;

/**
 * One value and nothing after it, in distinguished encoding (X.690, 10.1): definite lengths in their shortest form, tag numbers below 31.
 * @throws PkiError broken
 */
export function readDer(bytes: Uint8Array): Der {
  const der = readAt(bytes, 0);
  if (der.whole.length !== bytes.length) throw broken('there are bytes after the value');
  return der;
}

/** The members of a constructed value. @throws PkiError broken */
export function membersOf(der: Der): Der[] {
  if (!isConstructed(der)) throw broken('a constructed value was expected');
  const members: Der[] = [];
  for (let offset = 0; offset < der.content.length; ) {
    const member = readAt(der.content, offset);
    members.push(member);
    offset += member.whole.length;
  }
  return members;
}

/** The first member alone, for long lists that are read by one field. @throws PkiError broken */
export function firstOf(der: Der): Der {
  if (!isConstructed(der)) throw broken('a constructed value was expected');
  return readAt(der.content, 0);
}

/** Goes through all constructed values, so that nothing malformed hides where nobody looks. @throws PkiError broken */
export function checkDeeply(der: Der, depth = 0): void {
  if (!isConstructed(der)) return;
  if (depth > DEEPEST) throw broken('values are nested too deeply');
  for (const member of membersOf(der)) checkDeeply(member, depth + 1);
}

export const broken = (what: string): PkiError => new PkiError('broken', `Not readable: ${what}`);

const isConstructed = (der: Der): boolean => (der.tag & 0x20) !== 0;

function readAt(bytes: Uint8Array, offset: number): Der {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined) throw broken('it ends early');
  if ((tag & 0x1f) === 0x1f) throw broken('it has a long tag');
  const lengthOctets = first < 0x80 ? 0 : first & 0x7f;
  const length = first < 0x80 ? first : longLength(bytes, offset + 2, lengthOctets);
  const start = offset + 2 + lengthOctets;
  const end = start + length;
  if (end > bytes.length) throw broken('it ends early');
  return { tag, content: bytes.subarray(start, end), whole: bytes.subarray(offset, end) };
}

function longLength(bytes: Uint8Array, offset: number, octets: number): number {
  if (octets === 0 || octets > 4) throw broken('it has a length that is not definite, or too long a one');
  let length = 0;
  for (let index = 0; index < octets; index += 1) {
    const octet = bytes[offset + index];
    if (octet === undefined) throw broken('it ends early');
    length = length * 256 + octet;
  }
  const isShortest = length >= 0x80 && length >= 256 ** (octets - 1);
  if (!isShortest) throw broken('a length is not in its shortest form');
  return length;
}

/** Members of a SEQUENCE (or of another constructed value), taken one after another. */
export class DerMembers {
  readonly #members: readonly Der[];
  #next = 0;

  /** @throws PkiError broken when the value has another tag or is malformed */
  constructor(der: Der, tag: number = 0x30) {
    if (der.tag !== tag) throw broken('a value of another type was expected');
    this.#members = membersOf(der);
  }

  /** The next one, whatever it is. @throws PkiError broken at the end */
  any(): Der {
    const member = this.#members[this.#next];
    if (!member) throw broken('a value is missing');
    this.#next += 1;
    return member;
  }

  /** @throws PkiError broken when the next one has another tag */
  take(tag: number): Der {
    const member = this.any();
    if (member.tag !== tag) throw broken('a value of another type was expected');
    return member;
  }

  /** The next one if it has the tag. */
  optional(...allowed: readonly number[]): Der | null {
    const member = this.#members[this.#next];
    if (!member || !allowed.includes(member.tag)) return null;
    this.#next += 1;
    return member;
  }

  /** What is left. */
  rest(): Der[] {
    const rest = this.#members.slice(this.#next);
    this.#next = this.#members.length;
    return rest;
  }

  /** @throws PkiError broken when something is left */
  end(): void {
    if (this.#next < this.#members.length) throw broken('there are more values than there should be');
  }
}
