import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { isOperatorDocument } from '../match/field-conditions';
import { cloneValue, type Document, isDocument } from '../values/document';
import { typeOf } from '../values/value-type';
import { locate } from './update-location';

/** The document an upsert starts from: the equalities of its filter (MongoDB manual, "Upsert with Operator Expressions"). */
export function upsertDocument(filter: Document, onlyId: boolean): Document {
  const equalities = new Map<string, unknown>();
  collectEqualities(filter, equalities);
  const document: Document = {};
  for (const [path, value] of equalities) {
    if (onlyId && path !== '_id') continue;
    locate(document, path.split('.')).set(cloneValue(value));
  }
  return document;
}

function collectEqualities(filter: Document, equalities: Map<string, unknown>): void {
  for (const [field, condition] of Object.entries(filter)) {
    if (field === '$and') collectFromClauses(condition, equalities);
    else if (field === '$or' && Array.isArray(condition) && condition.length === 1) {
      collectFromClauses(condition, equalities);
    } else if (!field.startsWith('$')) collectFromField(field, condition, equalities);
  }
}

function collectFromClauses(clauses: unknown, equalities: Map<string, unknown>): void {
  if (!Array.isArray(clauses)) return;
  for (const clause of clauses) if (isDocument(clause)) collectEqualities(clause, equalities);
}

function collectFromField(path: string, condition: unknown, equalities: Map<string, unknown>): void {
  if (isOperatorDocument(condition)) {
    for (const operator of ['$in', '$all']) {
      const operand = condition[operator];
      if (Array.isArray(operand) && operand.length === 1) {
        throw notImplemented(`an upsert with ${operator} of one element on '${path}' (write the equality)`);
      }
    }
    if ('$eq' in condition) addEquality(path, condition.$eq, equalities);
  } else if (condition === null || typeOf(condition) !== 'regex') {
    addEquality(path, condition, equalities);
  }
}

function addEquality(path: string, value: unknown, equalities: Map<string, unknown>): void {
  for (const known of equalities.keys()) {
    if (known === path || known.startsWith(`${path}.`) || path.startsWith(`${known}.`)) {
      throw new MongodbError(
        'NotSingleValueField',
        `cannot infer query fields to set, path '${path}' is matched twice`,
      );
    }
  }
  equalities.set(path, value);
}
