import { isOperatorDocument } from '../match/field-conditions';
import { valuesEqual } from '../values/compare-values';
import { type Document, isDocument } from '../values/document';
import { type Constraint, constraintsOf } from './constraints';
import { contains } from './intervals';

/**
 * Whether a filter demands all that a partial index does. As a server sees it, a value does not imply its `$type`: the filter has
 * to say so itself (mongo/db/matcher/expression_algo.cpp, isSubsetOf).
 */
export function impliesPartialFilter(partial: Document, filter: Document, constraints: readonly Constraint[]): boolean {
  return Object.entries(partial).every(([field, condition]) => {
    if (says(filter, field, condition)) return true;
    if (field.startsWith('$') || needsSaying(condition)) return false;
    const own = constraints.filter(({ path }) => path === field);
    return constraintsOf({ [field]: condition }).every((wanted) => own.some((given) => isWithin(given, wanted)));
  });
}

function needsSaying(condition: unknown): boolean {
  return isOperatorDocument(condition) && ('$type' in condition || '$in' in condition);
}

function says(filter: Document, field: string, condition: unknown): boolean {
  if (Array.isArray(filter.$and) && filter.$and.some((one) => isDocument(one) && says(one, field, condition)))
    return true;
  const given = filter[field];
  if (given === undefined) return false;
  if (!isOperatorDocument(condition)) return valuesEqual(given, condition);
  return (
    isOperatorDocument(given) &&
    Object.entries(condition).every(([operator, operand]) => operator in given && valuesEqual(given[operator], operand))
  );
}

function isWithin(given: Constraint, wanted: Constraint): boolean {
  if (wanted.excludesMissing && !given.excludesMissing) return false;
  const { intervals } = wanted;
  if (intervals === null) return true;
  return given.intervals?.every((one) => intervals.some((outer) => contains(outer, one))) ?? false;
}
