import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { compileFilter } from '../match/compile-filter';
import { isOperatorDocument } from '../match/field-conditions';
import { valuesEqual } from '../values/compare-values';
import { type Document, isDocument, isIntegerLike } from '../values/document';
import { isNumeric, typeOf } from '../values/value-type';

/** An index as clients describe it; `key` keeps the order of its fields. */
export interface IndexSpecification {
  readonly name: string;
  readonly key: Document;
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partialFilterExpression?: Document;
  readonly expireAfterSeconds?: number;
}

export const ID_INDEX: IndexSpecification = { name: '_id_', key: { _id: 1 }, unique: true, sparse: false };

const OPTIONS = new Set(['key', 'name', 'v', 'ns', 'background', 'unique', 'sparse', 'partialFilterExpression']);

/** Reads one element of `createIndexes.indexes`; kinds and options outside the subset are refused by name. */
export function parseIndexSpecification(index: unknown): IndexSpecification {
  if (!isDocument(index) || !isDocument(index.key)) {
    throw new MongodbError('FailedToParse', 'Each index needs a key document');
  }
  for (const option of Object.keys(index)) {
    if (!OPTIONS.has(option) && option !== 'expireAfterSeconds') throw notImplemented(`the index option '${option}'`);
  }
  validateKey(index.key);
  if (typeof index.name !== 'string' || index.name === '') {
    throw new MongodbError('FailedToParse', "The 'name' field is a required property of an index specification");
  }
  if (isTrue(index.sparse) && index.partialFilterExpression !== undefined) {
    throw new MongodbError('CannotCreateIndex', 'cannot mix "partialFilterExpression" and "sparse" options');
  }
  const expiry = expireAfterSeconds(index);
  return {
    name: index.name,
    key: index.key,
    unique: isTrue(index.unique),
    sparse: isTrue(index.sparse),
    ...(index.partialFilterExpression === undefined ? {} : { partialFilterExpression: partialFilter(index) }),
    ...(expiry === undefined ? {} : { expireAfterSeconds: expiry }),
  };
}

function isTrue(value: unknown): boolean {
  return value === true || (isNumeric(value) && Number(value) !== 0);
}

function validateKey(key: Document): void {
  const fields = Object.entries(key);
  if (fields.length === 0) throw new MongodbError('CannotCreateIndex', 'Index keys cannot be an empty document');
  for (const [path, direction] of fields) {
    if (!isNumeric(direction)) throw notImplemented(`an index of kind ${JSON.stringify(direction)} on '${path}'`);
    if (Number(direction) === 0) throw new MongodbError('CannotCreateIndex', 'Values in the index key cannot be 0');
    const segments = path.split('.');
    if (segments.some((segment) => segment === '' || segment.startsWith('$') || isIntegerLike(segment))) {
      throw notImplemented(`an index on '${path}' (wildcards and array positions)`);
    }
  }
}

function partialFilter(index: Document): Document {
  if (!isDocument(index.partialFilterExpression)) {
    throw new MongodbError('CannotCreateIndex', 'partialFilterExpression must be a document');
  }
  compileFilter(index.partialFilterExpression);
  refuseUnindexable(index.partialFilterExpression);
  return index.partialFilterExpression;
}

/** What MongoDB's manual lists for partial indexes (6.0 on); `$exists: false`, `$ne`, `$nin`, `$not` and regular expressions are not among it. */
const PARTIAL_OPERATORS = new Set(['$eq', '$exists', '$gt', '$gte', '$in', '$lt', '$lte', '$type']);

function refuseUnindexable(filter: Document): void {
  for (const [field, condition] of Object.entries(filter)) {
    if ((field === '$and' || field === '$or') && Array.isArray(condition)) {
      for (const clause of condition) refuseUnindexable(clause as Document);
    } else if (field.startsWith('$') || !isIndexable(condition)) {
      throw new MongodbError('CannotCreateIndex', `Expression not supported in partial index: ${field}`);
    }
  }
}

function isIndexable(condition: unknown): boolean {
  if (!isOperatorDocument(condition)) return typeOf(condition) !== 'regex';
  return Object.entries(condition).every(([operator, value]) => {
    const isRegex = typeOf(value) === 'regex' || (Array.isArray(value) && value.some((one) => typeOf(one) === 'regex'));
    return PARTIAL_OPERATORS.has(operator) && !isRegex && (operator !== '$exists' || isTrue(value));
  });
}

function expireAfterSeconds(index: Document): number | undefined {
  const seconds = index.expireAfterSeconds;
  if (seconds === undefined) return undefined;
  if (!isNumeric(seconds) || !(Number(seconds) >= 0)) {
    throw new MongodbError('CannotCreateIndex', 'TTL index expireAfterSeconds must be a number, zero or more');
  }
  const fields = Object.keys(index.key as Document);
  if (fields.length > 1 || fields[0] === '_id') {
    throw new MongodbError('CannotCreateIndex', 'TTL indexes are single-field indexes, not on _id');
  }
  return Number(seconds);
}

/** As `listIndexes` answers it and as the store keeps it. */
export function indexDocument(index: IndexSpecification): Document {
  return {
    v: 2,
    key: index.key,
    name: index.name,
    ...(index.unique && index.name !== ID_INDEX.name ? { unique: true } : {}),
    ...(index.sparse ? { sparse: true } : {}),
    ...(index.partialFilterExpression ? { partialFilterExpression: index.partialFilterExpression } : {}),
    ...(index.expireAfterSeconds === undefined ? {} : { expireAfterSeconds: index.expireAfterSeconds }),
  };
}

export function sameKey(left: IndexSpecification, right: IndexSpecification): boolean {
  return valuesEqual(left.key, right.key);
}

/** Throws when the new index contradicts one that exists; true when it is that one. */
export function isSameIndex(existing: IndexSpecification, wanted: IndexSpecification): boolean {
  const equal = valuesEqual(comparedOptions(existing), comparedOptions(wanted));
  if (existing.name === wanted.name) {
    if (equal) return true;
    throw new MongodbError(
      sameKey(existing, wanted) ? 'IndexOptionsConflict' : 'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index: ${wanted.name}, with other keys or options`,
    );
  }
  if (sameKey(existing, wanted) && valuesEqual(existing.partialFilterExpression, wanted.partialFilterExpression)) {
    throw new MongodbError('IndexOptionsConflict', `Index already exists with a different name: ${existing.name}`);
  }
  return false;
}

function comparedOptions(index: IndexSpecification): Document {
  const { v, ...compared } = indexDocument(index);
  return compared;
}
