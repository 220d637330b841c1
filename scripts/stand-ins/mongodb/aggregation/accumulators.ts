import { Double, Int32 } from 'bson';
import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { compareValues } from '../values/compare-values';
import { isDocument } from '../values/document';
import { addNumbers, toNumber } from '../values/numbers';
import { valueKey } from '../values/value-key';
import { isNumeric } from '../values/value-type';
import { compileExpression, type Expression, type Scope } from './compile-expression';

/** Gathers one output field of one group. */
export interface Accumulator {
  add(scope: Scope): void;
  result(): unknown;
}

type CreateAccumulator = (evaluate: Expression) => Accumulator;

function fold<T>(start: T, step: (state: T, value: unknown) => T, finish: (state: T) => unknown): CreateAccumulator {
  return (evaluate) => {
    let state = start;
    return {
      add: (scope) => {
        state = step(state, evaluate(scope));
      },
      result: () => finish(state),
    };
  };
}

function extreme(direction: 1 | -1): CreateAccumulator {
  return fold<unknown>(
    undefined,
    (best, value) => {
      if (value === undefined || value === null) return best;
      return best === undefined || compareValues(value, best) * direction > 0 ? value : best;
    },
    (best) => best ?? null,
  );
}

const ACCUMULATORS: Record<string, CreateAccumulator> = {
  $sum: fold<Parameters<typeof addNumbers>[0]>(
    new Int32(0),
    (sum, value) => (isNumeric(value) ? addNumbers(sum, value) : sum),
    (sum) => sum,
  ),
  $count: fold(
    0,
    (count) => count + 1,
    (count) => count,
  ),
  $avg: fold(
    { sum: 0, count: 0 },
    (state, value) => (isNumeric(value) ? { sum: state.sum + toNumber(value), count: state.count + 1 } : state),
    ({ sum, count }) => (count === 0 ? null : new Double(sum / count)),
  ),
  $min: extreme(-1),
  $max: extreme(1),
  $first: fold<{ value: unknown } | undefined>(
    undefined,
    (first, value) => first ?? { value },
    (first) => first?.value ?? null,
  ),
  $last: fold<unknown>(
    null,
    (_, value) => value,
    (last) => last ?? null,
  ),
  $push: (evaluate) => {
    const list: unknown[] = [];
    return {
      add: (scope) => {
        const value = evaluate(scope);
        if (value !== undefined) list.push(value);
      },
      result: () => list,
    };
  },
  $addToSet: (evaluate) => {
    const set = new Map<string, unknown>();
    return {
      add: (scope) => {
        const value = evaluate(scope);
        if (value !== undefined) set.set(valueKey(value), value);
      },
      result: () => [...set.values()],
    };
  },
};

/** Compiles `{$sum: <expression>}`; answers a maker, because every group needs an accumulator of its own. */
export function compileAccumulator(field: string, specification: unknown): () => Accumulator {
  const entries = isDocument(specification) ? Object.entries(specification) : [];
  const [entry] = entries;
  if (!entry || entries.length > 1) {
    throw new MongodbError('BadValue', `The field '${field}' must be an accumulator object`);
  }
  const [operator, argument] = entry;
  const create = Object.hasOwn(ACCUMULATORS, operator) ? ACCUMULATORS[operator] : undefined;
  if (!create) throw notImplemented(`the accumulator ${operator}`);
  const evaluate = compileExpression(argument);
  return () => create(evaluate);
}
