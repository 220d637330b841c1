import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { type Document, isDocument } from '../values/document';
import { ArrayPositions } from './array-positions';
import { compileFieldConditions } from './field-conditions';
import { parseJsonSchema, rulesUnmet } from './json-schema';
import type { AnyValue } from './value-condition';
import { anyValueAtPath } from './walk-path';

/** A compiled filter. Given `positions`, it also records which array elements matched (for the positional `$`). */
export type Matcher = (document: Document, positions?: ArrayPositions) => boolean;

/** Compiles a query filter; refuses, before looking at any document, what is not implemented. */
export function compileFilter(filter: Document): Matcher {
  const matchers = Object.entries(filter).map(([field, condition]) => compileEntry(field, condition));
  if (matchers.length === 1 && matchers[0]) return matchers[0];
  return (document, positions) => matchers.every((matches) => matches(document, positions));
}

function compileEntry(field: string, condition: unknown): Matcher {
  switch (field) {
    case '$and': {
      const clauses = compileClauses(field, condition);
      return (document, positions) => clauses.every((matches) => matches(document, positions));
    }
    case '$or':
      return compileOr(compileClauses(field, condition));
    case '$nor': {
      const clauses = compileClauses(field, condition);
      return (document) => !clauses.some((matches) => matches(document));
    }
    case '$jsonSchema': {
      const schema = parseJsonSchema(condition);
      return (document) => rulesUnmet(schema, document).length === 0;
    }
    case '$comment':
      return () => true;
    default:
      if (field.startsWith('$')) throw notImplemented(`the query operator ${field}`);
      return compileField(field, condition);
  }
}

function compileClauses(operator: string, clauses: unknown): Matcher[] {
  if (!Array.isArray(clauses) || clauses.length === 0 || !clauses.every(isDocument)) {
    throw new MongodbError('BadValue', `${operator} must be a nonempty array of documents`);
  }
  return clauses.map((clause) => compileFilter(clause as Document));
}

/** What a branch recorded counts only when the whole branch matched. */
function compileOr(clauses: Matcher[]): Matcher {
  return (document, positions) =>
    clauses.some((matches) => {
      if (!positions) return matches(document);
      const branch = new ArrayPositions();
      if (!matches(document, branch)) return false;
      positions.merge(branch);
      return true;
    });
}

function compileField(path: string, condition: unknown): Matcher {
  const segments = path.split('.');
  const conditions = compileFieldConditions(condition);
  return (document, positions) => {
    const any: AnyValue = (test, { expandsLastArray, recordsPosition }) =>
      anyValueAtPath(document, {
        segments,
        test,
        expandsLastArray,
        positions: recordsPosition ? positions : undefined,
      });
    return conditions.every((meets) => meets(any));
  };
}
