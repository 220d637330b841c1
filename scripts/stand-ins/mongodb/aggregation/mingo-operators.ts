import { Int32 } from 'bson';
import { Context, evalExpr, ProcessingMode } from 'mingo/core';
import {
  $dateToString,
  $dateTrunc,
  $dayOfMonth,
  $dayOfWeek,
  $hour,
  $month,
  $year,
} from 'mingo/operators/expression/date';
import { $concat, $strLenCP, $substrCP, $toLower, $toUpper, $trim } from 'mingo/operators/expression/string';
import type { Document } from '../values/document';

const expression = {
  $concat,
  $strLenCP,
  $substrCP,
  $toLower,
  $toUpper,
  $trim,
  $dateToString,
  $dateTrunc,
  $year,
  $month,
  $dayOfMonth,
  $dayOfWeek,
  $hour,
};

const OPTIONS = {
  idKey: '_id',
  processingMode: ProcessingMode.CLONE_OFF,
  useStrictMode: true,
  scriptEnabled: false,
  failOnError: true,
  context: Context.init({ expression }),
};

export type MingoOperator = keyof typeof expression;

/**
 * Lets mingo work out one text or date operator over values that are texts, dates and plain numbers already. `shape`
 * names them, e.g. `['$first', '$second']`: texts that begin with $ are thus never taken for paths.
 */
export function evaluateWithMingo(operator: MingoOperator, shape: unknown, values: Document): unknown {
  const result: unknown = evalExpr(values, { [operator]: shape }, OPTIONS);
  return typeof result === 'number' ? new Int32(result) : result;
}
