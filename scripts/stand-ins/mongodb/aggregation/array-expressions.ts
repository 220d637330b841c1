import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { valuesEqual } from '../values/compare-values';
import { isDocument } from '../values/document';
import { toInteger } from '../values/numbers';
import { isTrue } from './basic-expressions';
import { compileArguments, compileExpression, type Expression } from './compile-expression';

/** `$size $in $isArray $arrayElemAt $filter $map`, with our own equality. */
export function compileArrayOperator(operator: string, argument: unknown): Expression | undefined {
  switch (operator) {
    case '$size': {
      const [list] = compileArguments(operator, argument, 1) as [Expression];
      return (scope) => arrayOf(operator, list(scope)).length;
    }
    case '$isArray': {
      const [list] = compileArguments(operator, argument, 1) as [Expression];
      return (scope) => Array.isArray(list(scope));
    }
    case '$in': {
      const [item, list] = compileArguments(operator, argument, 2) as [Expression, Expression];
      return (scope) => arrayOf(operator, list(scope)).some((one) => valuesEqual(one, item(scope)));
    }
    case '$arrayElemAt': {
      const [list, index] = compileArguments(operator, argument, 2) as [Expression, Expression];
      return (scope) => {
        const array = list(scope);
        if (array === undefined || array === null) return null;
        return arrayOf(operator, array).at(toInteger(index(scope), operator));
      };
    }
    case '$filter':
    case '$map':
      return compileIteration(operator, argument);
    default:
      return undefined;
  }
}

function arrayOf(operator: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  throw new MongodbError('TypeMismatch', `The argument to ${operator} must be an array`);
}

function compileIteration(operator: '$filter' | '$map', argument: unknown): Expression {
  const bodyName = operator === '$filter' ? 'cond' : 'in';
  if (!isDocument(argument)) throw new MongodbError('BadValue', `${operator} only supports an object as its argument`);
  for (const option of Object.keys(argument)) {
    if (!['input', 'as', bodyName].includes(option)) throw notImplemented(`the option '${option}' of ${operator}`);
  }
  const input = compileExpression(argument.input);
  const body = compileExpression(argument[bodyName]);
  const name = typeof argument.as === 'string' ? argument.as : 'this';
  return (scope) => {
    const array = input(scope);
    if (array === undefined || array === null) return null;
    const evaluate = (item: unknown) => body({ ...scope, variables: { ...scope.variables, [name]: item } });
    const items = arrayOf(operator, array);
    return operator === '$filter'
      ? items.filter((item) => isTrue(evaluate(item)))
      : items.map((item) => evaluate(item) ?? null);
  };
}
