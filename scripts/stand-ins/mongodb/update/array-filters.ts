import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { compileFilter, type Matcher } from '../match/compile-filter';
import { type Document, isDocument } from '../values/document';

const LOGICAL = new Set(['$and', '$or', '$nor']);

/** The `arrayFilters` of an update, by identifier: which elements `$[identifier]` stands for. */
export class ArrayFilters {
  constructor(private readonly matchers: ReadonlyMap<string, Matcher>) {}

  accepts(identifier: string, element: unknown): boolean {
    const matches = this.matchers.get(identifier);
    if (!matches) {
      throw new MongodbError('BadValue', `No array filter found for identifier '${identifier}'`);
    }
    return matches({ [identifier]: element });
  }

  /** Both directions are errors of a server: a filter no path uses, and an identifier without a filter. */
  rejectUnused(paths: readonly (readonly string[])[]): void {
    const used = new Set(paths.flat().flatMap((segment) => /^\$\[(\w+)\]$/.exec(segment)?.[1] ?? []));
    for (const identifier of used) {
      if (!this.matchers.has(identifier)) {
        throw new MongodbError('BadValue', `No array filter found for identifier '${identifier}'`);
      }
    }
    for (const identifier of this.matchers.keys()) {
      if (!used.has(identifier)) {
        throw new MongodbError(
          'FailedToParse',
          `The array filter for identifier '${identifier}' was not used in the update`,
        );
      }
    }
  }
}

export function compileArrayFilters(arrayFilters: unknown): ArrayFilters {
  const matchers = new Map<string, Matcher>();
  if (arrayFilters === undefined) return new ArrayFilters(matchers);
  if (!Array.isArray(arrayFilters)) throw new MongodbError('TypeMismatch', 'arrayFilters must be an array');
  for (const filter of arrayFilters) {
    if (!isDocument(filter)) throw new MongodbError('TypeMismatch', 'arrayFilters must contain documents');
    const [identifier, ...others] = identifiersOf(filter);
    if (identifier === undefined || others.length > 0) {
      throw new MongodbError('FailedToParse', 'Each array filter must use exactly one top-level identifier');
    }
    if (!/^[a-z]\w*$/.test(identifier)) {
      throw new MongodbError(
        'BadValue',
        `The array filter identifier '${identifier}' must begin with a lowercase letter`,
      );
    }
    if (matchers.has(identifier)) {
      throw new MongodbError('FailedToParse', `Found multiple array filters with the identifier '${identifier}'`);
    }
    matchers.set(identifier, compileFilter(filter));
  }
  return new ArrayFilters(matchers);
}

function identifiersOf(filter: Document): string[] {
  const identifiers = Object.entries(filter).flatMap(([field, condition]) => {
    if (!field.startsWith('$')) return [field.split('.')[0] as string];
    if (!LOGICAL.has(field) || !Array.isArray(condition)) throw notImplemented(`${field} in arrayFilters`);
    return condition.filter(isDocument).flatMap(identifiersOf);
  });
  return [...new Set(identifiers)];
}
