import type { Binary, BSONRegExp, Int32, ObjectId, Timestamp } from 'bson';
import type { Document } from './document';
import { numberKey } from './numbers';
import { typeOf } from './value-type';

/**
 * A text that is the same for two values exactly when they compare equal: the key of hash indexes, `$in`, `distinct`
 * and groups. Texts inside are preceded by their length, so that no two values run into each other.
 */
export function valueKey(value: unknown): string {
  const type = typeOf(value);
  switch (type) {
    case 'string':
      return text('s', value as string);
    case 'int':
    case 'double':
    case 'long':
      return `n${numberKey(value as Int32)};`;
    case 'objectId':
      return `i${(value as ObjectId).toHexString()}`;
    case 'bool':
      return value ? 'b1' : 'b0';
    case 'date':
      return `d${(value as Date).getTime()};`;
    case 'binData':
      return binaryKey(value as Binary);
    case 'timestamp':
      return `t${(value as Timestamp).toString()};`;
    case 'regex':
      return text('r', (value as BSONRegExp).pattern) + text('', (value as BSONRegExp).options);
    case 'array':
      return `[${(value as unknown[]).map(valueKey).join('')}]`;
    case 'object':
      return documentKey(value as Document);
    default:
      return `<${type}>`;
  }
}

function text(prefix: string, content: string): string {
  return `${prefix}${content.length}:${content}`;
}

function binaryKey(value: Binary): string {
  return text(`x${value.sub_type},`, Buffer.from(value.value()).toString('base64'));
}

function documentKey(value: Document): string {
  let key = '{';
  for (const field of Object.keys(value)) key += text('', field) + valueKey(value[field]);
  return `${key}}`;
}
