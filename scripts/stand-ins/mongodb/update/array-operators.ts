import type { BSONRegExp } from 'bson';
import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { equalityTest, isIn } from '../match/comparison-conditions';
import { elementTest } from '../match/field-conditions';
import { valueMeets } from '../match/value-condition';
import { compileSort } from '../sort/compile-sort';
import { compareValues, valuesEqual } from '../values/compare-values';
import { cloneValue, type Document, isDocument } from '../values/document';
import { toInteger } from '../values/numbers';
import { isNumeric, typeOf } from '../values/value-type';
import type { UpdateLocation } from './update-location';

function arrayAt(location: UpdateLocation, operator: string): unknown[] | undefined {
  const value = location.get();
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) {
    throw new MongodbError('BadValue', `The field must be an array for ${operator} but is of type ${typeOf(value)}`);
  }
  return value;
}

const PUSH_MODIFIERS = new Set(['$each', '$slice', '$position', '$sort']);

/** `$push`, in a server's order: insert at `$position`, then `$sort`, then `$slice`. */
export function push(location: UpdateLocation, argument: unknown): void {
  const array = [...(arrayAt(location, '$push') ?? [])];
  if (!isDocument(argument) || !('$each' in argument)) {
    location.set([...array, cloneValue(argument)]);
    return;
  }
  for (const modifier of Object.keys(argument)) {
    if (!PUSH_MODIFIERS.has(modifier)) throw new MongodbError('BadValue', `Unrecognized clause in $push: ${modifier}`);
  }
  const position = argument.$position === undefined ? array.length : toInteger(argument.$position, '$position');
  array.splice(position < 0 ? Math.max(0, array.length + position) : position, 0, ...each(argument, '$push'));
  const sorted = argument.$sort === undefined ? array : sortArray(array, argument.$sort);
  location.set(argument.$slice === undefined ? sorted : slice(sorted, toInteger(argument.$slice, '$slice')));
}

function each(argument: Document, operator: string): unknown[] {
  if (!Array.isArray(argument.$each)) {
    throw new MongodbError('BadValue', `The argument to $each in ${operator} must be an array`);
  }
  return argument.$each.map((item) => cloneValue(item));
}

function slice(array: unknown[], limit: number): unknown[] {
  if (limit === 0) return [];
  return limit < 0 ? array.slice(limit) : array.slice(0, limit);
}

function sortArray(array: unknown[], order: unknown): unknown[] {
  if (isDocument(order)) {
    const sort = compileSort(order);
    return sort(array, (item) => (isDocument(item) ? item : {}));
  }
  const direction = isNumeric(order) ? Number(order) : 0;
  if (direction !== 1 && direction !== -1) throw new MongodbError('BadValue', '$sort takes 1, -1 or a document');
  return array.sort((left, right) => compareValues(left, right) * direction);
}

export function addToSet(location: UpdateLocation, argument: unknown): void {
  const current = arrayAt(location, '$addToSet');
  const array = [...(current ?? [])];
  const hasEach = isDocument(argument) && Object.keys(argument)[0] === '$each';
  if (hasEach && Object.keys(argument).length > 1) {
    throw new MongodbError('BadValue', `Found unexpected fields after $each in $addToSet`);
  }
  for (const item of hasEach ? each(argument, '$addToSet') : [cloneValue(argument)]) {
    if (!array.some((existing) => valuesEqual(existing, item))) array.push(item);
  }
  if (current === undefined || array.length > current.length) location.set(array);
}

/** `$pull`: by value, by regular expression, by operators on the element, or by a filter on embedded documents. */
export function pull(location: UpdateLocation, argument: unknown): void {
  const array = arrayAt(location, '$pull');
  if (!array) return;
  const removes = pullTest(argument);
  if (array.some(removes)) location.set(array.filter((item) => !removes(item)));
}

function pullTest(argument: unknown): (item: unknown) => boolean {
  if (isDocument(argument)) return elementTest(argument);
  if (argument !== null && typeOf(argument) === 'regex') {
    const condition = isIn('$pull', [argument as BSONRegExp]);
    return (item) => valueMeets(item, [condition]);
  }
  return equalityTest(argument);
}

export function pullAll(location: UpdateLocation, argument: unknown): void {
  if (!Array.isArray(argument)) throw new MongodbError('BadValue', '$pullAll requires an array argument');
  if (argument.some((item) => item === undefined)) throw notImplemented('undefined in $pullAll');
  const array = arrayAt(location, '$pullAll');
  if (!array) return;
  const kept = array.filter((item) => !argument.some((removed) => valuesEqual(item, removed)));
  if (kept.length < array.length) location.set(kept);
}
