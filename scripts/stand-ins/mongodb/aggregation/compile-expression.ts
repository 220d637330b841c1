import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { isOperatorDocument } from '../match/field-conditions';
import { type Document, isDocument } from '../values/document';
import { compileArrayOperator } from './array-expressions';
import { compileBasicOperator } from './basic-expressions';
import { compileTextOrDateOperator } from './text-and-date-expressions';

/** What an expression can see. */
export interface Scope {
  readonly root: Document;
  readonly variables: Document;
  readonly now: Date;
}

/** A compiled aggregation expression; `undefined` means a missing value. */
export type Expression = (scope: Scope) => unknown;

/** Compiles an aggregation expression; operators outside the subset are refused by name, before any document. */
export function compileExpression(expression: unknown): Expression {
  if (typeof expression === 'string' && expression.startsWith('$')) return compilePath(expression);
  if (Array.isArray(expression)) {
    const items = expression.map(compileExpression);
    return (scope) => items.map((item) => item(scope) ?? null);
  }
  if (isOperatorDocument(expression)) return compileOperator(expression);
  if (isDocument(expression)) return compileDocument(expression);
  return () => expression;
}

function compilePath(path: string): Expression {
  const isVariable = path.startsWith('$$');
  const [head, ...rest] = path.slice(isVariable ? 2 : 1).split('.');
  if (!head || rest.includes('')) throw new MongodbError('BadValue', `'${path}' is not a valid field path`);
  if (!isVariable) return ({ root }) => valueAt(root, [head, ...rest]);
  return (scope) => valueAt(variable(scope, head), rest);
}

function variable({ root, variables, now }: Scope, name: string): unknown {
  if (Object.hasOwn(variables, name)) return variables[name];
  if (name === 'ROOT' || name === 'CURRENT') return root;
  if (name === 'NOW') return now;
  throw notImplemented(`the aggregation variable $$${name}`);
}

/** A path through an array of documents gives the array of their values, without the missing ones. */
function valueAt(value: unknown, segments: readonly string[]): unknown {
  const [segment, ...rest] = segments;
  if (segment === undefined) return value;
  if (Array.isArray(value)) {
    return value
      .map((item) => (Array.isArray(item) ? undefined : valueAt(item, segments)))
      .filter((item) => item !== undefined);
  }
  return isDocument(value) && Object.hasOwn(value, segment) ? valueAt(value[segment], rest) : undefined;
}

function compileDocument(expression: Document): Expression {
  const fields = Object.entries(expression).map(([field, value]) => ({ field, evaluate: compileExpression(value) }));
  return (scope) => {
    const result: Document = {};
    for (const { field, evaluate } of fields) {
      const value = evaluate(scope);
      if (value !== undefined) result[field] = value;
    }
    return result;
  };
}

function compileOperator(expression: Document): Expression {
  const entries = Object.entries(expression);
  const [entry] = entries;
  if (!entry || entries.length > 1) {
    throw new MongodbError('BadValue', 'an expression specification must contain exactly one operator');
  }
  const [operator, argument] = entry;
  if (operator === '$literal') return () => argument;
  const compiled =
    compileBasicOperator(operator, argument) ??
    compileArrayOperator(operator, argument) ??
    compileTextOrDateOperator(operator, argument);
  if (!compiled) throw notImplemented(`the aggregation expression ${operator}`);
  return compiled;
}

/** Compiles the arguments of an operator that takes a fixed number of them; one alone needs no array. */
export function compileArguments(operator: string, argument: unknown, count: number): Expression[] {
  const list = Array.isArray(argument) ? argument : [argument];
  if (list.length !== count) {
    throw new MongodbError(
      'BadValue',
      `Expression ${operator} takes exactly ${count} arguments. ${list.length} were passed in.`,
    );
  }
  return list.map(compileExpression);
}
