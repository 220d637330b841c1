import { Timestamp } from 'bson';
import { MongodbError } from '../errors/mongodb-error';
import { compareValues } from '../values/compare-values';
import { cloneValue, isDocument } from '../values/document';
import { addNumbers } from '../values/numbers';
import { isNumeric } from '../values/value-type';
import { addToSet, pull, pullAll, push } from './array-operators';
import type { UpdateLocation } from './update-location';

/** Applies one operator at one place of a document that may be changed. `now` is the server's clock. */
type ApplyOperator = (location: UpdateLocation, argument: unknown, now: Date) => void;

const OPERATORS = {
  $set: (location, argument) => location.set(cloneValue(argument)),
  $setOnInsert: (location, argument) => location.set(cloneValue(argument)),
  $unset: (location) => location.remove(),
  $inc: increment,
  $min: (location, argument) => setWhen(location, argument, (difference) => difference < 0),
  $max: (location, argument) => setWhen(location, argument, (difference) => difference > 0),
  $currentDate: currentDate,
  $push: push,
  $addToSet: addToSet,
  $pull: pull,
  $pullAll: pullAll,
} as const satisfies Record<string, ApplyOperator>;

export type UpdateOperator = keyof typeof OPERATORS;

export function isUpdateOperator(name: string): name is UpdateOperator {
  return Object.hasOwn(OPERATORS, name);
}

export function applyOperator(operator: UpdateOperator, location: UpdateLocation, argument: unknown, now: Date): void {
  const apply: ApplyOperator = OPERATORS[operator];
  apply(location, argument, now);
}

function increment(location: UpdateLocation, argument: unknown): void {
  if (!isNumeric(argument)) throw new MongodbError('TypeMismatch', 'Cannot increment with non-numeric argument');
  const current = location.get();
  if (current === undefined) {
    location.set(argument);
    return;
  }
  if (!isNumeric(current)) {
    throw new MongodbError('TypeMismatch', 'Cannot apply $inc to a value of non-numeric type');
  }
  location.set(addNumbers(current, argument));
}

function setWhen(location: UpdateLocation, argument: unknown, wins: (difference: number) => boolean): void {
  const current = location.get();
  if (current === undefined || wins(compareValues(argument, current))) location.set(cloneValue(argument));
}

function currentDate(location: UpdateLocation, argument: unknown, now: Date): void {
  const type = isDocument(argument) ? argument.$type : argument;
  if (type === true || type === 'date') location.set(now);
  else if (type === 'timestamp') location.set(new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 }));
  else throw new MongodbError('BadValue', '$currentDate takes true, {$type: "date"} or {$type: "timestamp"}');
}
