import type { BSONRegExp } from 'bson';
import { isOperatorDocument } from '../match/field-conditions';
import { isDocument } from '../values/document';
import { isNumeric, RANKS, TYPES_BY_ALIAS, typeOf } from '../values/value-type';
import { allBut, bracketOf, type Interval, pointOf, sideOf, unite } from './intervals';
import { prefixIntervals } from './regular-expression-prefix';

/** What a filter demands of one field of every document that matches: a value in one of the intervals. */
export interface Constraint {
  readonly path: string;
  /** null: of no use to find by. */
  readonly intervals: readonly Interval[] | null;
  /** No document without the field matches. */
  readonly excludesMissing: boolean;
}

type Demand = Omit<Constraint, 'path'>;

/** What is left out only means that more documents are looked at. */
export function constraintsOf(filter: unknown, prefix = ''): Constraint[] {
  if (!isDocument(filter)) return [];
  return Object.entries(filter).flatMap(([field, condition]) => {
    if (field === '$and' && Array.isArray(condition)) return condition.flatMap((one) => constraintsOf(one, prefix));
    return field.startsWith('$') ? [] : onField(prefix + field, condition);
  });
}

function onField(path: string, condition: unknown): Constraint[] {
  if (!isOperatorDocument(condition)) return [{ path, ...equalTo(condition) }];
  return Object.entries(condition).flatMap(([operator, operand]) => onOperator(path, operator, operand));
}

function onOperator(path: string, operator: string, operand: unknown): Constraint[] {
  switch (operator) {
    case '$elemMatch':
      return [{ path, ...PRESENT }, ...inElement(path, operand)];
    case '$all':
      return (Array.isArray(operand) ? operand : []).flatMap((one) => onField(path, one));
    default: {
      const demand = demandOf(operator, operand);
      return demand ? [{ path, ...demand }] : [];
    }
  }
}

function inElement(path: string, operand: unknown): Constraint[] {
  if (!isOperatorDocument(operand)) return constraintsOf(operand, `${path}.`);
  return Object.keys(operand)[0]?.match(/^\$(and|or|nor)$/)
    ? constraintsOf(operand, `${path}.`)
    : onField(path, operand);
}

/** Anything but null. */
const VALUED: Demand = { intervals: allBut(null), excludesMissing: true };
const PRESENT: Demand = { intervals: null, excludesMissing: true };

function demandOf(operator: string, operand: unknown): Demand | null {
  switch (operator) {
    case '$eq':
      return equalTo(operand);
    case '$in':
      return Array.isArray(operand) ? oneOf(operand) : null;
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return beside(operator, operand);
    case '$exists':
      return isTrue(operand) ? PRESENT : { intervals: [pointOf(null)], excludesMissing: false };
    case '$ne':
      return operand === null ? VALUED : null;
    case '$nin':
      return Array.isArray(operand) && operand.includes(null) ? VALUED : null;
    case '$not':
      return isOperatorDocument(operand) && operand.$eq === null ? VALUED : null;
    case '$regex':
      return startingAs(operand);
    case '$type':
      return ofType(operand);
    case '$size':
      return PRESENT;
    default:
      return null;
  }
}

const isTrue = (operand: unknown): boolean => (isNumeric(operand) ? Number(operand) !== 0 : operand !== false);

/** null also means "missing". The elements of an array lie in an index each by itself, so an array is nowhere in it. */
function equalTo(value: unknown): Demand {
  const type = typeOf(value);
  if (type === 'array') return PRESENT;
  if (type === 'regex') return startingAs(value);
  return { intervals: [pointOf(value)], excludesMissing: type !== 'null' };
}

function oneOf(values: readonly unknown[]): Demand {
  const each = values.map(equalTo);
  const intervals = each.map((demand) => demand.intervals);
  return {
    intervals: intervals.includes(null) ? null : unite(intervals.flatMap((one) => one ?? [])),
    excludesMissing: each.every(({ excludesMissing }) => excludesMissing),
  };
}

function beside(operator: string, bound: unknown): Demand {
  const type = typeOf(bound);
  if (type === 'null') return { intervals: [pointOf(null)], excludesMissing: false };
  if (type === 'array' || (type === 'double' && Number.isNaN(Number(bound)))) return PRESENT;
  return { intervals: [sideOf(operator, bound)], excludesMissing: true };
}

function startingAs(operand: unknown): Demand {
  const isExpression = typeOf(operand) === 'regex';
  const { pattern, options } = isExpression ? (operand as BSONRegExp) : { pattern: String(operand), options: '' };
  return { intervals: prefixIntervals(pattern, options), excludesMissing: true };
}

function ofType(operand: unknown): Demand {
  const [type] = typeof operand === 'string' ? (TYPES_BY_ALIAS[operand] ?? []) : [];
  if (type === undefined || type === 'array' || type === 'null') return PRESENT;
  return { intervals: [bracketOf(RANKS[type])], excludesMissing: true };
}
