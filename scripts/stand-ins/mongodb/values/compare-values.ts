import type { Binary, BSONRegExp, Int32, ObjectId, Timestamp } from 'bson';
import type { Document } from './document';
import { compareNumbers } from './numbers';
import { rankOf, typeOf } from './value-type';

/**
 * BSON comparison order across all types (MongoDB manual, "Comparison/Sort Order"): negative, zero or positive.
 * A missing value (`undefined`) sorts before null. Field order in embedded documents matters.
 */
export function compareValues(left: unknown, right: unknown): number {
  if (typeof left === 'string' && typeof right === 'string') return compareStrings(left, right);
  const rankDifference = rankOf(left) - rankOf(right);
  if (rankDifference !== 0) return rankDifference;
  switch (typeOf(left)) {
    case 'int':
    case 'double':
    case 'long':
      return compareNumbers(left as Int32, right as Int32);
    case 'object':
      return compareDocuments(left as Document, right as Document);
    case 'array':
      return compareArrays(left as unknown[], right as unknown[]);
    case 'binData':
      return compareBinary(left as Binary, right as Binary);
    case 'objectId':
      return Buffer.compare((left as ObjectId).id, (right as ObjectId).id);
    case 'bool':
      return Number(left) - Number(right);
    case 'date':
      return Math.sign((left as Date).getTime() - (right as Date).getTime());
    case 'timestamp':
      return (left as Timestamp).compare(right as Timestamp);
    case 'regex':
      return compareRegularExpressions(left as BSONRegExp, right as BSONRegExp);
    default:
      return 0;
  }
}

export function valuesEqual(left: unknown, right: unknown): boolean {
  return compareValues(left, right) === 0;
}

/** By code point, which is the order of the UTF-8 bytes; JavaScript's `<` orders surrogates below U+E000. */
export function compareStrings(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const leftUnit = left.charCodeAt(index);
    const rightUnit = right.charCodeAt(index);
    if (leftUnit !== rightUnit) return codePointOrder(leftUnit) - codePointOrder(rightUnit);
  }
  return left.length - right.length;
}

function codePointOrder(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

function compareDocuments(left: Document, right: Document): number {
  const leftFields = Object.keys(left);
  const rightFields = Object.keys(right);
  const length = Math.min(leftFields.length, rightFields.length);
  for (let index = 0; index < length; index += 1) {
    const leftField = leftFields[index] as string;
    const rightField = rightFields[index] as string;
    const difference =
      rankOf(left[leftField]) - rankOf(right[rightField]) ||
      compareStrings(leftField, rightField) ||
      compareValues(left[leftField], right[rightField]);
    if (difference !== 0) return difference;
  }
  return leftFields.length - rightFields.length;
}

function compareArrays(left: unknown[], right: unknown[]): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const difference = compareValues(left[index], right[index]);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Length first, then subtype, then bytes. */
function compareBinary(left: Binary, right: Binary): number {
  return (
    left.position - right.position || left.sub_type - right.sub_type || Buffer.compare(left.value(), right.value())
  );
}

function compareRegularExpressions(left: BSONRegExp, right: BSONRegExp): number {
  return compareStrings(left.pattern, right.pattern) || compareStrings(left.options, right.options);
}
