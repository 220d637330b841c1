import type { Double, Int32, Long } from 'bson';
import { notImplemented } from '../errors/mongodb-error';
import { isDocument } from './document';

export type TypeName =
  | 'minKey'
  | 'undefined'
  | 'null'
  | 'double'
  | 'int'
  | 'long'
  | 'string'
  | 'object'
  | 'array'
  | 'binData'
  | 'objectId'
  | 'bool'
  | 'date'
  | 'timestamp'
  | 'regex'
  | 'maxKey';

/** Order of types in comparisons and sorts (MongoDB manual, "Comparison/Sort Order"); numbers share one rank. */
export const RANKS: Record<TypeName, number> = {
  minKey: 0,
  undefined: 1,
  null: 2,
  double: 3,
  int: 3,
  long: 3,
  string: 4,
  object: 5,
  array: 6,
  binData: 7,
  objectId: 8,
  bool: 9,
  date: 10,
  timestamp: 11,
  regex: 12,
  maxKey: 13,
};

const BY_BSON_CLASS: Record<string, TypeName> = {
  Int32: 'int',
  Double: 'double',
  Long: 'long',
  ObjectId: 'objectId',
  Binary: 'binData',
  Timestamp: 'timestamp',
  BSONRegExp: 'regex',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
};

/** The BSON type of a decoded value. Throws NotImplemented for types outside the subset (Decimal128, code, symbol …). */
export function typeOf(value: unknown): TypeName {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    case 'undefined':
      return 'undefined';
    case 'number':
      return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? 'int' : 'double';
    case 'object':
      break;
    default:
      throw notImplemented(`a value of JavaScript type ${typeof value}`);
  }
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (isDocument(value)) return 'object';
  const name = String((value as { _bsontype?: unknown })._bsontype);
  const type = BY_BSON_CLASS[name];
  if (type === undefined) throw notImplemented(`the BSON type ${name}`);
  return type;
}

export function rankOf(value: unknown): number {
  return RANKS[typeOf(value)];
}

export function isNumeric(value: unknown): value is Int32 | Double | Long | number {
  return rankOf(value) === RANKS.int;
}

/** BSON type numbers and aliases as `$type` takes them; "number" stands for three of them here. */
export const TYPES_BY_ALIAS: Record<string, readonly TypeName[]> = {
  double: ['double'],
  string: ['string'],
  object: ['object'],
  array: ['array'],
  binData: ['binData'],
  objectId: ['objectId'],
  bool: ['bool'],
  date: ['date'],
  null: ['null'],
  regex: ['regex'],
  int: ['int'],
  timestamp: ['timestamp'],
  long: ['long'],
  minKey: ['minKey'],
  maxKey: ['maxKey'],
  number: ['int', 'long', 'double'],
};

export const ALIAS_BY_TYPE_NUMBER: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  [-1]: 'minKey',
  127: 'maxKey',
};
