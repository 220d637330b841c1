import { isOperatorDocument } from '../match/field-conditions';
import { type Document, isDocument } from '../values/document';
import { compileExpression, type Expression } from './compile-expression';

export interface ComputedField {
  readonly path: string;
  readonly segments: readonly string[];
  readonly specification: unknown;
  readonly evaluate: Expression;
}

/** The fields of `$project` and `$addFields`; `{a: {b: <expression>}}` means `{'a.b': <expression>}`. */
export function compileFields(specification: Document, prefix = ''): ComputedField[] {
  return Object.entries(specification).flatMap(([field, value]) => {
    const path = prefix + field;
    if (isDocument(value) && !isOperatorDocument(value) && Object.keys(value).length > 0) {
      return compileFields(value, `${path}.`);
    }
    return [{ path, segments: path.split('.'), specification: value, evaluate: compileExpression(value) }];
  });
}
