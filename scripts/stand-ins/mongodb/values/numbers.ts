import { Double, Int32, Long } from 'bson';
import { MongodbError } from '../errors/mongodb-error';
import { isNumeric, typeOf } from './value-type';

type Numeric = Int32 | Double | Long | number;

const INT32_MIN = -(2 ** 31);
const INT32_MAX = 2 ** 31 - 1;
const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;

function isLong(value: Numeric): value is Long {
  return typeOf(value) === 'long';
}

/** As a JavaScript number; a Long beyond 2^53 loses digits, so comparisons and sums do not go through here. */
export function toNumber(value: Numeric): number {
  if (typeof value === 'number') return value;
  return isLong(value) ? value.toNumber() : Number(value.valueOf());
}

/** Reads an integer option of a command (limit, skip, batchSize …). */
export function toInteger(value: unknown, name: string): number {
  if (!isNumeric(value)) throw new MongodbError('TypeMismatch', `'${name}' must be a number`);
  const number = toNumber(value);
  if (!Number.isSafeInteger(number)) throw new MongodbError('BadValue', `'${name}' must be an integer`);
  return number;
}

/** Exact comparison across Int32, Double and Long; NaN equals itself and is less than every number. */
export function compareNumbers(left: Numeric, right: Numeric): number {
  const leftNumber = toNumber(left);
  const rightNumber = toNumber(right);
  if ((isLong(left) || isLong(right)) && Number.isFinite(leftNumber) && Number.isFinite(rightNumber)) {
    return compareExactly(left, right);
  }
  if (leftNumber < rightNumber) return -1;
  if (leftNumber > rightNumber) return 1;
  if (leftNumber === rightNumber) return 0;
  return Number(Number.isNaN(rightNumber)) - Number(Number.isNaN(leftNumber));
}

function compareExactly(left: Numeric, right: Numeric): number {
  const [leftWhole, leftRest] = split(left);
  const [rightWhole, rightRest] = split(right);
  if (leftWhole !== rightWhole) return leftWhole < rightWhole ? -1 : 1;
  return Math.sign(leftRest - rightRest);
}

function split(value: Numeric): [whole: bigint, rest: number] {
  if (isLong(value)) return [value.toBigInt(), 0];
  const number = toNumber(value);
  const whole = Math.floor(number);
  return [BigInt(whole), number - whole];
}

/** The same text for numbers that compare equal, whatever their type. */
export function numberKey(value: Numeric): string {
  if (isLong(value)) return value.toString();
  const number = toNumber(value);
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) return BigInt(number).toString();
  return String(number === 0 ? 0 : number);
}

function arithmetic(
  left: Numeric,
  right: Numeric,
  exact: (a: bigint, b: bigint) => bigint,
  floating: (a: number, b: number) => number,
): Int32 | Double | Long {
  if (typeOf(left) === 'double' || typeOf(right) === 'double') {
    return new Double(floating(toNumber(left), toNumber(right)));
  }
  const result = exact(BigInt(numberKey(left)), BigInt(numberKey(right)));
  if (result < INT64_MIN || result > INT64_MAX) {
    throw new MongodbError('BadValue', `integer overflow: the result ${result} does not fit a 64-bit integer`);
  }
  const fitsInt32 = result >= INT32_MIN && result <= INT32_MAX;
  if (fitsInt32 && !isLong(left) && !isLong(right)) return new Int32(Number(result));
  return Long.fromBigInt(result);
}

/** Int32 + Int32 stays Int32 or becomes Long; Long stays Long; a Double makes the sum a Double. */
export function addNumbers(left: Numeric, right: Numeric): Int32 | Double | Long {
  return arithmetic(
    left,
    right,
    (a, b) => a + b,
    (a, b) => a + b,
  );
}

export function subtractNumbers(left: Numeric, right: Numeric): Int32 | Double | Long {
  return arithmetic(
    left,
    right,
    (a, b) => a - b,
    (a, b) => a - b,
  );
}

export function multiplyNumbers(left: Numeric, right: Numeric): Int32 | Double | Long {
  return arithmetic(
    left,
    right,
    (a, b) => a * b,
    (a, b) => a * b,
  );
}
