import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { type Document, isDocument, isIntegerLike } from '../values/document';
import { type ArrayFilters, compileArrayFilters } from './array-filters';
import { isUpdateOperator, type UpdateOperator } from './update-operators';

export interface UpdateAction {
  readonly operator: UpdateOperator;
  readonly segments: readonly string[];
  readonly argument: unknown;
}

export type CompiledUpdate =
  | { kind: 'replacement'; replacement: Document }
  | { kind: 'operators'; actions: readonly UpdateAction[]; arrayFilters: ArrayFilters };

/** Compiles the `u` of an update; pipelines and unknown operators are refused by name. */
export function compileUpdate(update: unknown, arrayFilters: unknown): CompiledUpdate {
  if (Array.isArray(update)) throw notImplemented('an update by an aggregation pipeline');
  if (!isDocument(update)) throw new MongodbError('FailedToParse', 'Update argument must be an object');
  const names = Object.keys(update);
  if (!names[0]?.startsWith('$')) return compileReplacement(update, names, arrayFilters);
  const filters = compileArrayFilters(arrayFilters);
  const actions = names.flatMap((name) => compileOperator(name, update[name])).sort(byPath);
  rejectConflicts(actions);
  filters.rejectUnused(actions.map((action) => action.segments));
  return { kind: 'operators', actions, arrayFilters: filters };
}

function compileReplacement(update: Document, names: string[], arrayFilters: unknown): CompiledUpdate {
  if (names.some((name) => name.startsWith('$'))) {
    throw new MongodbError('DollarPrefixedFieldName', 'A replacement document may not contain update operators');
  }
  if (arrayFilters !== undefined) {
    throw new MongodbError('FailedToParse', 'Cannot specify arrayFilters for a replacement');
  }
  return { kind: 'replacement', replacement: update };
}

function compileOperator(operator: string, fields: unknown): UpdateAction[] {
  if (!operator.startsWith('$')) {
    throw new MongodbError('FailedToParse', `Unknown modifier: ${operator}. Expected a valid update modifier`);
  }
  if (!isUpdateOperator(operator)) throw notImplemented(`the update operator ${operator}`);
  if (!isDocument(fields)) {
    throw new MongodbError('FailedToParse', `Modifiers operate on fields but we found another type for ${operator}`);
  }
  return Object.entries(fields).map(([path, argument]) => {
    const segments = path.split('.');
    if (segments.includes('')) {
      throw new MongodbError('EmptyFieldName', `The update path '${path}' contains an empty field name`);
    }
    if (segments.some((segment) => segment.startsWith('$') && !/^\$(\[\w*\])?$/.test(segment))) {
      throw new MongodbError('DollarPrefixedFieldName', `The dollar ($) prefixed field in '${path}' is not allowed`);
    }
    return { operator, segments, argument };
  });
}

/** A server works through the fields in this order, numbers as numbers; it decides the order of new fields. */
function byPath(left: UpdateAction, right: UpdateAction): number {
  const length = Math.min(left.segments.length, right.segments.length);
  for (let index = 0; index < length; index += 1) {
    const a = left.segments[index] as string;
    const b = right.segments[index] as string;
    if (a === b) continue;
    if (isIntegerLike(a) && isIntegerLike(b)) return Number(a) - Number(b);
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
  }
  return left.segments.length - right.segments.length;
}

/** After sorting, a path that is equal to or the beginning of another stands before it. */
function rejectConflicts(actions: readonly UpdateAction[]): void {
  const seen = new Set<string>();
  for (const { segments } of actions) {
    for (let length = 1; length <= segments.length; length += 1) {
      const beginning = segments.slice(0, length).join('.');
      if (seen.has(beginning)) {
        throw new MongodbError(
          'ConflictingUpdateOperators',
          `Updating the path '${segments.join('.')}' would create a conflict at '${beginning}'`,
        );
      }
    }
    seen.add(segments.join('.'));
  }
}
