import { Double } from 'bson';
import { MongodbError } from '../errors/mongodb-error';
import { compareValues } from '../values/compare-values';
import { isDocument } from '../values/document';
import { addNumbers, multiplyNumbers, subtractNumbers, toNumber } from '../values/numbers';
import { isNumeric } from '../values/value-type';
import { compileArguments, compileExpression, type Expression } from './compile-expression';

type Operand = Parameters<typeof addNumbers>[0];

const COMPARISONS: Record<string, (difference: number) => unknown> = {
  $eq: (difference) => difference === 0,
  $ne: (difference) => difference !== 0,
  $gt: (difference) => difference > 0,
  $gte: (difference) => difference >= 0,
  $lt: (difference) => difference < 0,
  $lte: (difference) => difference <= 0,
  $cmp: (difference) => Math.sign(difference),
};

const ARITHMETIC: Record<string, { combine: (left: Operand, right: Operand) => Operand; count?: number }> = {
  $add: { combine: addNumbers },
  $multiply: { combine: multiplyNumbers },
  $subtract: { combine: subtractNumbers, count: 2 },
  $divide: { combine: divide, count: 2 },
};

/** Comparison, logic, choice and arithmetic: our own, so that numbers keep their BSON type and BSON order holds. */
export function compileBasicOperator(operator: string, argument: unknown): Expression | undefined {
  const compare = Object.hasOwn(COMPARISONS, operator) ? COMPARISONS[operator] : undefined;
  if (compare) {
    const [left, right] = compileArguments(operator, argument, 2) as [Expression, Expression];
    return (scope) => compare(compareValues(left(scope), right(scope)));
  }
  const arithmetic = Object.hasOwn(ARITHMETIC, operator) ? ARITHMETIC[operator] : undefined;
  if (arithmetic) return compileArithmetic(operator, argument, arithmetic);
  switch (operator) {
    case '$and': {
      const operands = compileList(argument);
      return (scope) => operands.every((operand) => isTrue(operand(scope)));
    }
    case '$or': {
      const operands = compileList(argument);
      return (scope) => operands.some((operand) => isTrue(operand(scope)));
    }
    case '$not': {
      const [operand] = compileArguments(operator, argument, 1) as [Expression];
      return (scope) => !isTrue(operand(scope));
    }
    case '$cond':
      return compileCondition(argument);
    case '$ifNull':
      return compileIfNull(argument);
    default:
      return undefined;
  }
}

function compileList(argument: unknown): Expression[] {
  return (Array.isArray(argument) ? argument : [argument]).map(compileExpression);
}

/** null, missing, false and zero are false; everything else, also an empty text, is true. */
export function isTrue(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return false;
  return !isNumeric(value) || toNumber(value) !== 0;
}

function compileCondition(argument: unknown): Expression {
  const parts = isDocument(argument) ? [argument.if, argument.then, argument.else] : argument;
  if (isDocument(argument) && (Object.keys(argument).length !== 3 || !('if' in argument && 'then' in argument))) {
    throw new MongodbError('BadValue', '$cond takes exactly if, then and else');
  }
  const [test, then, otherwise] = compileArguments('$cond', parts, 3) as [Expression, Expression, Expression];
  return (scope) => (isTrue(test(scope)) ? then(scope) : otherwise(scope));
}

function compileIfNull(argument: unknown): Expression {
  const operands = compileList(argument);
  if (operands.length < 2) throw new MongodbError('BadValue', '$ifNull needs at least two arguments');
  return (scope) => {
    let value: unknown;
    for (const operand of operands) {
      value = operand(scope);
      if (value !== undefined && value !== null) return value;
    }
    return value;
  };
}

function compileArithmetic(
  operator: string,
  argument: unknown,
  { combine, count }: { combine: (left: Operand, right: Operand) => Operand; count?: number },
): Expression {
  const operands = count ? compileArguments(operator, argument, count) : compileList(argument);
  return (scope) => {
    const values = operands.map((operand) => operand(scope));
    if (values.some((value) => value === undefined || value === null)) return null;
    if (!values.every(isNumeric)) {
      throw new MongodbError('TypeMismatch', `${operator} only supports numeric types here (no dates)`);
    }
    const [first, ...others] = values;
    return others.reduce(combine, first ?? 0);
  };
}

function divide(left: Operand, right: Operand): Double {
  if (toNumber(right) === 0) throw new MongodbError('BadValue', "can't $divide by zero");
  return new Double(toNumber(left) / toNumber(right));
}
