import type { ValueTest } from './walk-path';

/**
 * How a condition asks about the values of its field: whether any passes the test. `expandsLastArray` also offers the
 * elements of an array; `recordsPosition` is false inside negations, which never say what `$` stands for.
 */
export type AnyValue = (test: ValueTest, how: { expandsLastArray: boolean; recordsPosition: boolean }) => boolean;

/** One compiled condition on a field, such as `{$gt: 5}`. */
export type ValueCondition = (any: AnyValue) => boolean;

export function onAnyValue(test: ValueTest): ValueCondition {
  return (any) => any(test, { expandsLastArray: true, recordsPosition: true });
}

export function onWholeValue(test: ValueTest): ValueCondition {
  return (any) => any(test, { expandsLastArray: false, recordsPosition: true });
}

export function not(conditions: readonly ValueCondition[]): ValueCondition {
  return (any) => {
    const silent: AnyValue = (test, how) => any(test, { ...how, recordsPosition: false });
    return !conditions.every((condition) => condition(silent));
  };
}

/** Applies conditions to one value as it stands, as `$elemMatch` and `$pull` do with array elements. */
export function valueMeets(value: unknown, conditions: readonly ValueCondition[]): boolean {
  const any: AnyValue = (test) => test(value);
  return conditions.every((condition) => condition(any));
}
