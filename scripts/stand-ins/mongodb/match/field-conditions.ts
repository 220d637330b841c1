import type { BSONRegExp } from 'bson';
import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { type Document, isDocument } from '../values/document';
import { toInteger } from '../values/numbers';
import { ALIAS_BY_TYPE_NUMBER, isNumeric, TYPES_BY_ALIAS, type TypeName, typeOf } from '../values/value-type';
import { equals, isIn, isOrdered, matchesRegularExpression } from './comparison-conditions';
import { compileFilter } from './compile-filter';
import { compileRegularExpression } from './regular-expression';
import { not, onAnyValue, onWholeValue, type ValueCondition, valueMeets } from './value-condition';

const REGULAR_EXPRESSION_OPTIONS = '$options';

/** True for `{$gt: 1}`, false for an embedded document to be compared as a whole. */
export function isOperatorDocument(value: unknown): value is Document {
  return isDocument(value) && (Object.keys(value)[0]?.startsWith('$') ?? false);
}

/** Compiles what stands after a field name in a filter: a value, a regular expression, or operators. */
export function compileFieldConditions(condition: unknown): ValueCondition[] {
  if (condition !== null && typeOf(condition) === 'regex') return [matchesRegularExpression(condition as BSONRegExp)];
  if (!isOperatorDocument(condition)) return [equals(condition)];
  return Object.entries(condition)
    .filter(([operator]) => operator !== REGULAR_EXPRESSION_OPTIONS || !('$regex' in condition))
    .map(([operator, operand]) => compileOperator(operator, operand, condition));
}

function compileOperator(operator: string, operand: unknown, condition: Document): ValueCondition {
  switch (operator) {
    case '$eq':
      return equals(operand);
    case '$ne':
      if (typeOf(operand) === 'regex') throw new MongodbError('BadValue', `Can't have regex as arg to $ne.`);
      return not([equals(operand)]);
    case '$in':
      return isIn(operator, operand);
    case '$nin':
      return not([isIn(operator, operand)]);
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return isOrdered(operator, operand);
    case '$exists':
      return exists(operand);
    case '$not':
      return negation(operand);
    case '$elemMatch':
      return elementMatch(operand);
    case '$size':
      return size(operand);
    case '$all':
      return all(operand);
    case '$regex':
      return regularExpression(operand, condition[REGULAR_EXPRESSION_OPTIONS]);
    case '$type':
      return isOfType(operand);
    default:
      throw notImplemented(`the query operator ${operator}`);
  }
}

function exists(operand: unknown): ValueCondition {
  const wanted = isNumeric(operand) ? Number(operand) !== 0 : operand !== false && operand !== null;
  const present = onWholeValue((value) => value !== undefined);
  return wanted ? present : not([present]);
}

function negation(operand: unknown): ValueCondition {
  const isRegularExpression = operand !== null && typeOf(operand) === 'regex';
  if (!isRegularExpression && !isOperatorDocument(operand)) {
    throw new MongodbError('BadValue', '$not needs a regex or a document with operators');
  }
  return not(compileFieldConditions(operand));
}

const LOGICAL_OPERATORS = ['$and', '$or', '$nor'];

function elementMatch(operand: unknown): ValueCondition {
  if (!isDocument(operand)) throw new MongodbError('BadValue', '$elemMatch needs an Object');
  const test = elementTest(operand);
  const everyElement = (value: unknown) => Array.isArray(value) && value.some(test);
  return (any) => {
    // Found through the expanded array, so that the position of the element is known to the positional operator.
    if (!any(everyElement, { expandsLastArray: false, recordsPosition: true })) return false;
    any((value) => !Array.isArray(value) && test(value), { expandsLastArray: true, recordsPosition: true });
    return true;
  };
}

/** Operators apply to the element itself; anything else is a filter on embedded documents. */
export function elementTest(operand: Document): (element: unknown) => boolean {
  if (isOperatorDocument(operand) && !LOGICAL_OPERATORS.includes(Object.keys(operand)[0] ?? '')) {
    const conditions = compileFieldConditions(operand);
    return (element) => valueMeets(element, conditions);
  }
  const matches = compileFilter(operand);
  return (element) => isDocument(element) && matches(element);
}

function size(operand: unknown): ValueCondition {
  const length = toInteger(operand, '$size');
  if (length < 0) throw new MongodbError('BadValue', '$size may not be negative');
  return onWholeValue((value) => Array.isArray(value) && value.length === length);
}

function all(operand: unknown): ValueCondition {
  if (!Array.isArray(operand)) throw new MongodbError('BadValue', '$all needs an array');
  const conditions = operand.flatMap((item) => {
    if (!isOperatorDocument(item)) return compileFieldConditions(item);
    if (Object.keys(item).length === 1 && '$elemMatch' in item) return [elementMatch(item.$elemMatch)];
    throw new MongodbError('BadValue', 'no $ expressions in $all');
  });
  return (any) => conditions.length > 0 && conditions.every((condition) => condition(any));
}

function regularExpression(operand: unknown, options: unknown): ValueCondition {
  const isExpression = operand !== null && typeOf(operand) === 'regex';
  if (!isExpression && typeof operand !== 'string') {
    throw new MongodbError('BadValue', '$regex has to be a string');
  }
  if (options !== undefined && typeof options !== 'string') {
    throw new MongodbError('BadValue', '$options has to be a string');
  }
  const pattern = isExpression ? (operand as BSONRegExp).pattern : String(operand);
  const compiled = compileRegularExpression(pattern, options ?? (isExpression ? (operand as BSONRegExp).options : ''));
  return onAnyValue((value) => typeof value === 'string' && compiled.test(value));
}

function isOfType(operand: unknown): ValueCondition {
  const wanted = new Set<TypeName>();
  for (const item of Array.isArray(operand) ? operand : [operand]) {
    const alias = isNumeric(item) ? ALIAS_BY_TYPE_NUMBER[Number(item)] : String(item);
    const types = alias === undefined ? undefined : TYPES_BY_ALIAS[alias];
    if (!types) throw notImplemented(`$type ${String(item)}`);
    for (const type of types) wanted.add(type);
  }
  return onAnyValue((value) => value !== undefined && wanted.has(typeOf(value)));
}
