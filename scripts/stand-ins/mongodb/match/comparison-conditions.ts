import type { BSONRegExp } from 'bson';
import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { compareValues, valuesEqual } from '../values/compare-values';
import { isDocument } from '../values/document';
import { valueKey } from '../values/value-key';
import { rankOf, typeOf } from '../values/value-type';
import { compileBsonRegularExpression } from './regular-expression';
import { onAnyValue, type ValueCondition } from './value-condition';
import type { ValueTest } from './walk-path';

/** Equality as queries mean it: null also finds a missing field. */
export function equals(operand: unknown): ValueCondition {
  return onAnyValue(equalityTest(operand));
}

export function equalityTest(operand: unknown): ValueTest {
  if (operand === null) return (value) => value === null || value === undefined;
  if (typeof operand === 'string') return (value) => value === operand;
  return (value) => value !== undefined && valuesEqual(value, operand);
}

/** A bare regular expression finds matching strings and itself. */
export function matchesRegularExpression(expression: BSONRegExp): ValueCondition {
  return onAnyValue(regularExpressionTest(expression));
}

function regularExpressionTest(expression: BSONRegExp): ValueTest {
  const compiled = compileBsonRegularExpression(expression);
  return (value) =>
    typeof value === 'string'
      ? compiled.test(value)
      : value !== undefined && typeOf(value) === 'regex' && valuesEqual(value, expression);
}

export function isIn(operator: string, list: unknown): ValueCondition {
  if (!Array.isArray(list)) throw new MongodbError('BadValue', `${operator} needs an array`);
  const keys = new Set<string>();
  const tests: ValueTest[] = [];
  for (const item of list) {
    if (isDocument(item) && Object.keys(item)[0]?.startsWith('$')) {
      throw new MongodbError('BadValue', `cannot nest $ under ${operator}`);
    }
    if (item !== null && typeOf(item) === 'regex') tests.push(regularExpressionTest(item as BSONRegExp));
    else keys.add(valueKey(item));
  }
  const hasNull = keys.has(valueKey(null));
  return onAnyValue((value) => {
    if (value === undefined) return hasNull;
    return keys.has(valueKey(value)) || tests.some((test) => test(value));
  });
}

const ORDERINGS: Record<string, (difference: number) => boolean> = {
  $gt: (difference) => difference > 0,
  $gte: (difference) => difference >= 0,
  $lt: (difference) => difference < 0,
  $lte: (difference) => difference <= 0,
};

/** `$gt $gte $lt $lte`: only values of the operand's own type are compared ("type bracketing"). */
export function isOrdered(operator: string, operand: unknown): ValueCondition {
  const accepts = ORDERINGS[operator];
  if (!accepts) throw notImplemented(`the query operator ${operator}`);
  const type = typeOf(operand);
  if (type === 'regex') throw new MongodbError('BadValue', `Can't have RegEx as arg to predicate over field`);
  if (type === 'minKey' || type === 'maxKey') throw notImplemented(`${operator} with ${type}`);
  if (type === 'null') return onAnyValue((value) => (value === null || value === undefined) && accepts(0));
  const rank = rankOf(operand);
  if (Number.isNaN(Number(operand)) && type === 'double') {
    return onAnyValue((value) => value !== undefined && accepts(0) && valuesEqual(value, operand));
  }
  return onAnyValue((value) => {
    if (value === undefined || rankOf(value) !== rank || isNotANumber(value)) return false;
    return accepts(compareValues(value, operand));
  });
}

/** NaN is neither less nor greater than a number in queries, though it sorts before them. */
function isNotANumber(value: unknown): boolean {
  return typeOf(value) === 'double' && Number.isNaN(Number(value));
}
