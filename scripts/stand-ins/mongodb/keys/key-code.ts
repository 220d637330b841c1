import { createHash } from 'node:crypto';
import type { Binary, BSONRegExp, Int32, Long, ObjectId, Timestamp } from 'bson';
import type { Document } from '../values/document';
import { toNumber } from '../values/numbers';
import { rankOf, typeOf } from '../values/value-type';
import { type ByteText, doubleText, invert } from './byte-text';

/** A value in an index: codes are in the order in which a server compares values, and none is the beginning of another. */
export interface KeyCode {
  readonly code: ByteText;
  /** Of a value too long for a key: its beginning, which all that follow it in order share or exceed. */
  readonly cut: ByteText | null;
}

/** LMDB takes keys of 1978 bytes; an index of four such fields still fits. */
const LONGEST = 400;
const KEPT = 360;

const END = '\0';

/** What all values of one rank begin with; 0 stands for the end of a document or array. */
export const rankCode = (rank: number): ByteText => String.fromCharCode(rank + 1);

/** Values that compare equal have one code, others have different ones. */
export function keyCode(value: unknown): KeyCode {
  const code = codeOf(value);
  if (code.length <= LONGEST) return { code, cut: null };
  const cut = code.slice(0, KEPT);
  return { code: cut + createHash('sha256').update(code, 'latin1').digest().toString('latin1'), cut };
}

/** As it stands in an index that is descending by its field. */
export const descending = invert;

function codeOf(value: unknown): ByteText {
  return rankCode(rankOf(value)) + contentOf(value);
}

function contentOf(value: unknown): ByteText {
  switch (typeOf(value)) {
    case 'string':
      return textCode(value as string);
    case 'int':
    case 'double':
    case 'long':
      return numberCode(value as Int32);
    case 'objectId':
      return bytesText((value as ObjectId).id);
    case 'bool':
      return value ? '\x01' : '\0';
    case 'date':
      return doubleText((value as Date).getTime());
    case 'binData':
      return binaryCode(value as Binary);
    case 'timestamp':
      return bytesText(Uint8Array.from((value as Timestamp).toBytesBE()));
    case 'regex':
      return textCode((value as BSONRegExp).pattern) + textCode((value as BSONRegExp).options);
    case 'array':
      return (value as unknown[]).map(codeOf).join('') + END;
    case 'object':
      return documentCode(value as Document);
    default:
      return '';
  }
}

/** UTF-8; a zero byte is followed by 0xff, the end by 0x00 twice, so that a text comes before those that it begins. */
export function textCode(text: string): ByteText {
  return `${escapedText(text)}\0\0`;
}

export function escapedText(text: string): ByteText {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what needs no encoding
  if (/^[\x01-\x7f]*$/.test(text)) return text;
  return Buffer.from(text, 'utf8').toString('latin1').replaceAll('\0', '\0\xff');
}

/** The nearest double, and what a long of more digits lies beside it. */
function numberCode(value: Int32): ByteText {
  const near = toNumber(value);
  const rest = typeOf(value) === 'long' ? restOf(value as unknown as Long, near) : 0;
  return doubleText(near) + String.fromCharCode(((rest + 0x8000) >> 8) & 0xff, (rest + 0x8000) & 0xff);
}

const restOf = (value: Long, near: number): number =>
  Number.isSafeInteger(near) ? 0 : Number(value.toBigInt() - BigInt(near));

/** As compared: the length first, then the subtype. */
function binaryCode(value: Binary): ByteText {
  const bytes = value.value();
  const head = Buffer.alloc(5);
  head.writeUInt32BE(bytes.length, 0);
  head[4] = value.sub_type;
  return head.toString('latin1') + bytesText(bytes);
}

function documentCode(value: Document): ByteText {
  let code = '';
  for (const [field, content] of Object.entries(value)) {
    code += rankCode(rankOf(content)) + textCode(field) + contentOf(content);
  }
  return code + END;
}

function bytesText(bytes: Uint8Array): ByteText {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
