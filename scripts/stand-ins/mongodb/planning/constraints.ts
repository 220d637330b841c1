import type { BSONRegExp } from 'bson';
import { keyCode } from '../keys/key-code';
import { isOperatorDocument } from '../match/field-conditions';
import { isDocument } from '../values/document';
import { isNumeric, RANKS, TYPES_BY_ALIAS, typeOf } from '../values/value-type';
import { allBut, bracketOf, complement, type Interval, pointOf, sideOf, unite } from './intervals';
import { prefixIntervals } from './regular-expression-prefix';

/** What a filter demands of one field of every document that matches: a value in one of the intervals. */
export interface Constraint {
  readonly path: string;
  /** null: of no use to find by. */
  readonly intervals: readonly Interval[] | null;
  /** No document without the field matches. */
  readonly excludesMissing: boolean;
  /**
   * A value in the intervals is all that is demanded, unless the path leads through arrays: what a server calls exact bounds
   * (mongo/db/query/index_bounds_builder.cpp). null is not, as it stands for what is missing, too.
   */
  readonly isExact: boolean;
  /** It demands that no value is null: of an array without elements the index says null, though none of them is. */
  readonly forbidsNull?: true;
}

type Demand = Omit<Constraint, 'path'>;

/** What is left out only means that more documents are looked at. */
export function constraintsOf(filter: unknown, prefix = ''): Constraint[] {
  if (!isDocument(filter)) return [];
  return Object.entries(filter).flatMap(([field, condition]) => {
    if (field === '$and' && Array.isArray(condition)) return condition.flatMap((one) => constraintsOf(one, prefix));
    return field.startsWith('$') ? [{ path: field, ...UNTOLD }] : onField(prefix + field, condition);
  });
}

function onField(path: string, condition: unknown): Constraint[] {
  if (!isOperatorDocument(condition)) return [{ path, ...equalTo(condition) }];
  return Object.entries(condition).flatMap(([operator, operand]) => onOperator(path, operator, operand));
}

function onOperator(path: string, operator: string, operand: unknown): Constraint[] {
  switch (operator) {
    case '$elemMatch':
      // What it demands of one element need not be true of several.
      return [{ path, ...PRESENT }, ...inElement(path, operand)];
    case '$all':
      if (!Array.isArray(operand) || operand.length === 0) return [{ path, ...UNTOLD }];
      return operand.flatMap((one) => onField(path, one));
    default:
      return [{ path, ...demandOf(operator, operand) }];
  }
}

function inElement(path: string, operand: unknown): Constraint[] {
  if (!isOperatorDocument(operand)) return constraintsOf(operand, `${path}.`);
  return Object.keys(operand)[0]?.match(/^\$(and|or|nor)$/)
    ? constraintsOf(operand, `${path}.`)
    : onField(path, operand);
}

/** Something else than a value in some intervals. */
const UNTOLD: Demand = { intervals: null, excludesMissing: false, isExact: false };
const PRESENT: Demand = { ...UNTOLD, excludesMissing: true };
/** Anything but null. */
const VALUED: Demand = { intervals: allBut(null), excludesMissing: true, isExact: true, forbidsNull: true };
const NULL: Demand = { intervals: [pointOf(null)], excludesMissing: false, isExact: false };

function demandOf(operator: string, operand: unknown): Demand {
  switch (operator) {
    case '$eq':
      return equalTo(operand);
    case '$in':
      return Array.isArray(operand) ? oneOf(operand) : UNTOLD;
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return beside(operator, operand);
    case '$exists':
      return isTrue(operand) ? PRESENT : NULL;
    case '$ne':
      return operand === null ? VALUED : UNTOLD;
    case '$nin':
      return Array.isArray(operand) && operand.includes(null) ? { ...VALUED, isExact: false } : UNTOLD;
    case '$not':
      return negated(operand);
    case '$regex':
      return startingAs(operand);
    case '$type':
      return ofType(operand);
    case '$size':
      return PRESENT;
    default:
      return UNTOLD;
  }
}

/** Of one comparison: all values but those, and what has none. */
function negated(condition: unknown): Demand {
  if (!isOperatorDocument(condition)) return UNTOLD;
  const [[operator, operand] = ['', undefined], ...others] = Object.entries(condition);
  if (others.length > 0) return UNTOLD;
  if (operator === '$eq') return demandOf('$ne', operand);
  if (!/^\$[gl]te?$/.test(operator)) return UNTOLD;
  const { intervals, isExact } = beside(operator, operand);
  return isExact && intervals ? { intervals: complement(intervals), excludesMissing: false, isExact } : UNTOLD;
}

const isTrue = (operand: unknown): boolean => (isNumeric(operand) ? Number(operand) !== 0 : operand !== false);

/** null also means "missing". The elements of an array lie in an index each by itself, so an array is nowhere in it. */
function equalTo(value: unknown): Demand {
  const type = typeOf(value);
  if (type === 'array') return PRESENT;
  if (type === 'regex') return startingAs(value);
  return type === 'null' ? NULL : { intervals: [pointOf(value)], excludesMissing: true, isExact: true };
}

function oneOf(values: readonly unknown[]): Demand {
  const each = values.map(equalTo);
  const intervals = each.map((demand) => demand.intervals);
  return {
    intervals: intervals.includes(null) ? null : unite(intervals.flatMap((one) => one ?? [])),
    excludesMissing: each.every(({ excludesMissing }) => excludesMissing),
    isExact: each.every(({ isExact }) => isExact),
  };
}

/** A value of which a key says exactly on which side of another one it lies. */
const isSimple = (value: unknown): boolean =>
  (isNumeric(value) || /^(string|bool|date|objectId)$/.test(typeOf(value))) && keyCode(value).cut === null;

function beside(operator: string, bound: unknown): Demand {
  const type = typeOf(bound);
  if (type === 'null') return NULL;
  if (type === 'array' || (type === 'double' && Number.isNaN(Number(bound)))) return PRESENT;
  return { intervals: [sideOf(operator, bound)], excludesMissing: true, isExact: isSimple(bound) };
}

function startingAs(operand: unknown): Demand {
  const isExpression = typeOf(operand) === 'regex';
  const { pattern, options } = isExpression ? (operand as BSONRegExp) : { pattern: String(operand), options: '' };
  return { ...PRESENT, intervals: prefixIntervals(pattern, options) };
}

function ofType(operand: unknown): Demand {
  const [type] = typeof operand === 'string' ? (TYPES_BY_ALIAS[operand] ?? []) : [];
  if (type === undefined || type === 'array' || type === 'null') return PRESENT;
  return { ...PRESENT, intervals: [bracketOf(RANKS[type])] };
}
