import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { compileFilter, type Matcher } from '../match/compile-filter';
import type { Document } from '../values/document';
import { valueKey } from '../values/value-key';
import { valuesAtPath } from '../values/values-at-path';
import type { IndexSpecification } from './index-specification';

/** One sequence number as it is, several in a set: most keys have one, and a set each would cost too much memory. */
type Sequences = number | Set<number>;

/** For each length of prefix, 1 first, the keys of the document's values. */
type KeysByPrefix = string[][];

/**
 * An index by hash: the documents (by sequence number) for every value of every prefix of its fields. It finds
 * candidates for equality only; the matcher still decides. Arrays make it multikey: one key for each element.
 */
export class HashIndex {
  readonly paths: readonly string[];
  private readonly prefixes: Map<string, Sequences>[];
  private readonly partialFilter: Matcher | undefined;

  constructor(readonly specification: IndexSpecification) {
    this.paths = Object.keys(specification.key);
    this.prefixes = this.paths.map(() => new Map());
    const filter = specification.partialFilterExpression;
    this.partialFilter = filter ? compileFilter(filter) : undefined;
  }

  /** Throws CannotIndexParallelArrays when two fields of the index are arrays. */
  add(sequence: number, document: Document): void {
    this.keysOf(document)?.forEach((keys, depth) => {
      const map = this.prefixes[depth] as Map<string, Sequences>;
      for (const key of keys) addSequence(map, key, sequence);
    });
  }

  remove(sequence: number, document: Document): void {
    this.keysOf(document)?.forEach((keys, depth) => {
      const map = this.prefixes[depth] as Map<string, Sequences>;
      for (const key of keys) removeSequence(map, key, sequence);
    });
  }

  /** True when this document would break uniqueness, apart from the one it replaces. Also checks the keys can be made. */
  conflicts(document: Document, replacedSequence: number | undefined): boolean {
    const keys = this.keysOf(document);
    if (!keys || !this.specification.unique) return false;
    const map = this.prefixes.at(-1) as Map<string, Sequences>;
    return (keys.at(-1) ?? []).some((key) => {
      const found = map.get(key);
      if (found === undefined) return false;
      return typeof found === 'number'
        ? found !== replacedSequence
        : [...found].some((one) => one !== replacedSequence);
    });
  }

  /** The documents whose first fields have these values, one value a field. */
  find(values: readonly unknown[]): Iterable<number> {
    const found = this.prefixes[values.length - 1]?.get(values.map(valueKey).join(''));
    if (found === undefined) return [];
    return typeof found === 'number' ? [found] : found;
  }

  /** False for a document outside a partial index. */
  covers(document: Document): boolean {
    return this.partialFilter?.(document) ?? true;
  }

  private keysOf(document: Document): KeysByPrefix | undefined {
    if (!this.covers(document)) return undefined;
    let arrays = 0;
    let present = false;
    const columns = this.paths.map((path) => {
      const found = valuesAtPath(document, path);
      if (found.sawArray) arrays += 1;
      present ||= found.present;
      return [...new Set(found.values.map(valueKey))];
    });
    if (arrays > 1) throw this.severalArrays(document);
    if (this.specification.sparse && !present) return undefined;
    const byPrefix: KeysByPrefix = [];
    columns.forEach((column, depth) => {
      const before = byPrefix[depth - 1] ?? [''];
      byPrefix.push(before.flatMap((key) => column.map((value) => key + value)));
    });
    return byPrefix;
  }

  /** Different arrays are an error of a server too; one array of documents a server could index element by element. */
  private severalArrays(document: Document): Error {
    const roots = this.paths
      .filter((path) => valuesAtPath(document, path).sawArray)
      .map((path) => path.split('.')[0] as string);
    if (new Set(roots).size === 1) {
      return notImplemented(`a compound index with several fields of one array (${this.specification.name})`);
    }
    return new MongodbError('CannotIndexParallelArrays', `cannot index parallel arrays [${roots.join('] [')}]`);
  }
}

function addSequence(map: Map<string, Sequences>, key: string, sequence: number): void {
  const found = map.get(key);
  if (found === undefined) map.set(key, sequence);
  else if (typeof found === 'number') map.set(key, new Set([found, sequence]));
  else found.add(sequence);
}

function removeSequence(map: Map<string, Sequences>, key: string, sequence: number): void {
  const found = map.get(key);
  if (found === sequence) map.delete(key);
  else if (typeof found === 'object') {
    found.delete(sequence);
    if (found.size === 0) map.delete(key);
  }
}
