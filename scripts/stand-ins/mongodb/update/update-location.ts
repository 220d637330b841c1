import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { type Document, isDocument, isIntegerLike } from '../values/document';

/** How far a server lets an update fill an array with nulls. */
const MAX_ARRAY_PADDING = 1_500_000;

/** One concrete place in a document that an update works on. */
export interface UpdateLocation {
  /** `undefined` when nothing is there yet. */
  get(): unknown;
  /** Creates missing embedded documents on the way. Throws PathNotViable where the way is blocked. */
  set(value: unknown): void;
  remove(): void;
}

/** Finds the place of a path without `$` segments. */
export function locate(root: Document, segments: readonly string[]): UpdateLocation {
  let container: unknown = root;
  for (const [depth, segment] of segments.entries()) {
    const rest = segments.slice(depth + 1);
    const next = childOf(container, segment);
    if (rest.length === 0 || next === undefined) return locationIn(container, segment, rest, segments);
    container = next;
  }
  throw new MongodbError('EmptyFieldName', 'An empty update path is not valid');
}

function childOf(container: unknown, segment: string): unknown {
  if (Array.isArray(container)) return isIntegerLike(segment) ? container[Number(segment)] : undefined;
  return isDocument(container) && Object.hasOwn(container, segment) ? container[segment] : undefined;
}

function locationIn(
  container: unknown,
  segment: string,
  rest: readonly string[],
  path: readonly string[],
): UpdateLocation {
  return {
    get: () => (rest.length === 0 ? childOf(container, segment) : undefined),
    set: (value) => {
      const nested = rest.reduceRight<unknown>((inner, field) => ({ [field]: inner }), value);
      if (Array.isArray(container)) setElement(container, segment, nested, path);
      else if (isDocument(container)) setField(container, segment, nested);
      else throw notViable(segment, path);
    },
    remove: () => {
      if (rest.length > 0 || childOf(container, segment) === undefined) return;
      if (Array.isArray(container)) container[Number(segment)] = null;
      else if (isDocument(container)) delete container[segment];
    },
  };
}

function setElement(container: unknown[], segment: string, value: unknown, path: readonly string[]): void {
  if (!isIntegerLike(segment)) throw notViable(segment, path);
  const index = Number(segment);
  if (index - container.length > MAX_ARRAY_PADDING) {
    throw new MongodbError('BadValue', `can't backfill more than ${MAX_ARRAY_PADDING} elements`);
  }
  while (container.length < index) container.push(null);
  container[index] = value;
}

/** JavaScript objects put integer-like names first; a server appends, so a name that would move is refused. */
export function setField(container: Document, field: string, value: unknown): void {
  if (!Object.hasOwn(container, field) && isIntegerLike(field)) {
    const stays = Object.keys(container).every((name) => isIntegerLike(name) && Number(name) < Number(field));
    if (!stays) throw notImplemented(`a new integer-like field name '${field}' after other field names`);
  }
  container[field] = value;
}

function notViable(segment: string, path: readonly string[]): MongodbError {
  return new MongodbError('PathNotViable', `Cannot create field '${segment}' in element of path '${path.join('.')}'`);
}
