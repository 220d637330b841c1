import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { isOperatorDocument } from '../match/field-conditions';
import { type Document, isDocument } from '../values/document';
import { compileArguments, compileExpression, type Expression } from './compile-expression';
import { evaluateWithMingo, type MingoOperator } from './mingo-operators';
import { compileTimeZone, type OffsetAt } from './time-zone';

const PARTS: readonly MingoOperator[] = ['$year', '$month', '$dayOfMonth', '$dayOfWeek', '$hour'];
const FORMAT = '%Y-%m-%dT%H:%M:%S.%LZ';
const UNITS = ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second'];

/**
 * Date operators. The date is moved by the zone's offset before mingo sees it, so that mingo works in UTC only: its own
 * idea of daylight saving time depends on the machine.
 */
export function compileDateOperator(operator: string, argument: unknown): Expression | undefined {
  const part = PARTS.find((name) => name === operator);
  if (part) return compilePart(part, argument);
  if (operator === '$dateToString') return compileToString(argument);
  if (operator === '$dateTrunc') return compileTruncate(argument);
  return undefined;
}

function compilePart(operator: MingoOperator, argument: unknown): Expression {
  if (!isDocument(argument) || isOperatorDocument(argument)) {
    const [date] = compileArguments(operator, argument, 1) as [Expression];
    return (scope) => mapDate(operator, date(scope), (value) => evaluateWithMingo(operator, '$v', { v: value }));
  }
  const { date, offsetAt } = compileDateOptions(operator, argument, []);
  return (scope) =>
    mapDate(operator, date(scope), (value) => evaluateWithMingo(operator, '$v', { v: moved(value, offsetAt(value)) }));
}

function compileToString(argument: unknown): Expression {
  const { date, offsetAt, options } = compileDateOptions('$dateToString', argument, ['format', 'onNull']);
  const format = options.format ?? (options.timezone === undefined ? FORMAT : FORMAT.slice(0, -1));
  if (typeof format !== 'string' || /%[^YmdHMSL]|%$/.test(format)) {
    throw notImplemented(`the $dateToString format ${JSON.stringify(format)} (only %Y %m %d %H %M %S %L)`);
  }
  const onNull = compileExpression(options.onNull ?? null);
  return (scope) => {
    const text = mapDate('$dateToString', date(scope), (value) =>
      evaluateWithMingo(
        '$dateToString',
        { date: '$v', format: '$format' },
        { v: moved(value, offsetAt(value)), format },
      ),
    );
    return text ?? onNull(scope);
  };
}

function compileTruncate(argument: unknown): Expression {
  const { date, offsetAt, options } = compileDateOptions('$dateTrunc', argument, ['unit', 'startOfWeek']);
  const { unit, startOfWeek = 'sunday' } = options;
  if (typeof unit !== 'string' || !UNITS.includes(unit)) {
    throw notImplemented(`the $dateTrunc unit ${JSON.stringify(unit)} (only a constant: ${UNITS.join(', ')})`);
  }
  return (scope) =>
    mapDate('$dateTrunc', date(scope), (value) => {
      const offset = offsetAt(value);
      const local = { v: moved(value, offset), unit, startOfWeek };
      const start = evaluateWithMingo('$dateTrunc', { date: '$v', unit: '$unit', startOfWeek: '$startOfWeek' }, local);
      const result = moved(start as Date, -offset);
      if (offsetAt(result) !== offset) throw notImplemented('$dateTrunc across a change of daylight saving time');
      return result;
    });
}

function compileDateOptions(
  operator: string,
  argument: unknown,
  more: readonly string[],
): { date: Expression; offsetAt: OffsetAt; options: Document } {
  if (!isDocument(argument)) throw new MongodbError('BadValue', `${operator} only supports an object as its argument`);
  for (const option of Object.keys(argument)) {
    if (!['date', 'timezone', ...more].includes(option)) throw notImplemented(`the option '${option}' of ${operator}`);
  }
  return { date: compileExpression(argument.date), offsetAt: compileTimeZone(argument.timezone), options: argument };
}

function mapDate(operator: string, value: unknown, map: (date: Date) => unknown): unknown {
  if (value === undefined || value === null) return null;
  if (!(value instanceof Date)) throw new MongodbError('TypeMismatch', `${operator} only supports dates here`);
  return map(value);
}

function moved(date: Date, minutes: number): Date {
  return new Date(date.getTime() + minutes * 60_000);
}
