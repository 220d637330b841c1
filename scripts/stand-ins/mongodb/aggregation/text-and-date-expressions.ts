import { MongodbError } from '../errors/mongodb-error';
import { toInteger } from '../values/numbers';
import { compileArguments, compileExpression, type Expression } from './compile-expression';
import { compileDateOperator } from './date-expressions';
import { evaluateWithMingo } from './mingo-operators';

/** Text operators; mingo computes them after their arguments were checked here. */
export function compileTextOrDateOperator(operator: string, argument: unknown): Expression | undefined {
  switch (operator) {
    case '$concat': {
      const parts = (Array.isArray(argument) ? argument : [argument]).map(compileExpression);
      return (scope) => {
        const texts = parts.map((part) => textOrNull(operator, part(scope)));
        if (texts.includes(null)) return null;
        return evaluateWithMingo(
          operator,
          texts.map((_, index) => `$v${index}`),
          Object.fromEntries(texts.map((text, index) => [`v${index}`, text])),
        );
      };
    }
    case '$toLower':
    case '$toUpper': {
      const [text] = compileArguments(operator, argument, 1) as [Expression];
      return (scope) =>
        evaluateWithMingo(operator, '$v', { v: asciiOnly(operator, textOrNull(operator, text(scope)) ?? '') });
    }
    case '$strLenCP': {
      const [text] = compileArguments(operator, argument, 1) as [Expression];
      return (scope) => {
        const value = textOrNull(operator, text(scope));
        if (value === null) throw new MongodbError('TypeMismatch', `${operator} requires a string argument`);
        return evaluateWithMingo(operator, '$v', { v: value });
      };
    }
    case '$substrCP': {
      const [text, start, count] = compileArguments(operator, argument, 3) as [Expression, Expression, Expression];
      return (scope) => {
        const from = toInteger(start(scope), operator);
        const length = toInteger(count(scope), operator);
        if (from < 0 || length < 0)
          throw new MongodbError('BadValue', `${operator}: start and length must not be negative`);
        const values = { text: textOrNull(operator, text(scope)) ?? '', from, length };
        return evaluateWithMingo(operator, ['$text', '$from', '$length'], values);
      };
    }
    default:
      return compileDateOperator(operator, argument);
  }
}

function textOrNull(operator: string, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  throw new MongodbError('TypeMismatch', `${operator} only supports strings here`);
}

/** A server changes the case of ASCII letters only; JavaScript of all. */
function asciiOnly(operator: string, text: string): string {
  const changed = operator === '$toLower' ? text.toLowerCase() : text.toUpperCase();
  const ascii = text.replace(/[A-Za-z]/g, (letter) =>
    operator === '$toLower' ? letter.toLowerCase() : letter.toUpperCase(),
  );
  if (changed !== ascii)
    throw new MongodbError('NotImplemented', `${operator} of letters outside ASCII: use a real MongoDB`);
  return text;
}
