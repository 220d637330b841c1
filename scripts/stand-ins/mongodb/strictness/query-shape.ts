import { isOperatorDocument } from '../match/field-conditions';
import { type IndexPlan, plansToMerge, type QueryPlan } from '../planning/query-plan';
import type { WatchedQuery } from '../planning/watched-query';
import { type Document, isDocument } from '../values/document';

/** A kind of query: names of fields and operators, never a value. */
export interface QueryShape {
  readonly collection: string;
  readonly command: string;
  readonly filter: string;
  readonly sort: string;
  readonly isLimited: boolean;
  /** Nothing is left out, so no index would help. */
  readonly takesAll: boolean;
  /** How it is answered, with the names of indexes. */
  readonly answered: string;
  /** Why all documents may be looked at; null: nobody said so. */
  readonly remark: string | null;
  readonly scans: boolean;
}

/** What begins so says why a query looks at everything. */
const REMARK = 'scan: ';

export function shapeOf({ command, collection, filter, sort, limit, comment, plan }: WatchedQuery): QueryShape {
  const isLimited = (limit ?? 0) > 0;
  const isUnfiltered = Object.keys(filter).length === 0;
  const narrows = plan.kind === 'union' || (plan.kind === 'index' && plan.plan.service !== 'order');
  const sorts = sort.length > 0 && plansToMerge(plan) === null;
  return {
    collection,
    command,
    filter: isUnfiltered ? '' : filterShape(filter),
    sort: sort.map(({ path, direction }) => (direction === 1 ? path : `-${path}`)).join(', '),
    isLimited,
    takesAll: isUnfiltered && !isLimited,
    answered: answerOf(plan) + (sorts ? ', sorted in memory' : ''),
    remark: comment?.startsWith(REMARK) ? comment.slice(REMARK.length) : null,
    // The first of all in the order of an index are found without looking at the others.
    scans: !narrows && !(isUnfiltered && (!isLimited || !sorts)),
  };
}

function filterShape(filter: Document): string {
  return Object.entries(filter)
    .map(([field, condition]) => conditionShape(field, condition))
    .sort()
    .join(', ');
}

function conditionShape(field: string, condition: unknown): string {
  if (/^\$(and|or|nor)$/.test(field) && Array.isArray(condition)) {
    const branches = new Set(condition.map((one) => (isDocument(one) ? filterShape(one) : '')));
    return `${field} [${[...branches].join(' | ')}]`;
  }
  if (!isOperatorDocument(condition)) return field;
  const operators = Object.entries(condition).map(([operator, operand]) => {
    if (operator !== '$elemMatch' || !isDocument(operand)) return operator;
    return `$elemMatch (${filterShape(operand)})`;
  });
  return `${field} ${operators.sort().join(' ')}`;
}

function answerOf(plan: QueryPlan): string {
  if (plan.kind === 'scan') return 'no index';
  return plan.kind === 'index' ? indexAnswer(plan.plan) : [...new Set(plan.plans.map(indexAnswer))].join(' or ');
}

const SERVICES = { values: 'by', range: 'range of', kind: 'all of', order: 'order of' };

function indexAnswer({ index, service, bound }: IndexPlan): string {
  const fields = bound.length > 0 ? ` (${bound.join(', ')})` : '';
  return `${SERVICES[service]} ${index.specification.name}${fields}`;
}
