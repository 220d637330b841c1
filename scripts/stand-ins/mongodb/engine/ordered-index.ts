import { MongodbError, notImplemented } from '../errors/mongodb-error';
import { type ByteText, wholeNumberText } from '../keys/byte-text';
import { endOfCode } from '../keys/end-of-code';
import { descending, keyCode } from '../keys/key-code';
import { compileFilter, type Matcher } from '../match/compile-filter';
import type { BeyondBounds, IndexPlan } from '../planning/query-plan';
import type { KeyRange, OrderedStore } from '../storage/ordered-store';
import type { Document } from '../values/document';
import { valuesAtPath } from '../values/values-at-path';
import type { IndexSpecification } from './index-specification';
import { indexPrefix, rangeOf, sequenceIn } from './store-keys';

/** What was met in the documents; it is never forgotten again, as on a server. */
export interface IndexTraits {
  /** Paths that led through an array: such a document has several keys. */
  readonly multikey: readonly string[];
  /** Some values were too long for a key: the order of keys is not the order of values any more. */
  readonly hasCutKeys: boolean;
}

interface Keys {
  readonly codes: readonly ByteText[];
  readonly traits: IndexTraits;
}

/** The documents of a collection in the order of some fields, by their sequence numbers. */
export class OrderedIndex {
  readonly paths: readonly string[];
  readonly isDescending: readonly boolean[];
  private readonly prefix: ByteText;
  private readonly partialFilter: Matcher | undefined;
  /** Fields that decide on the keys; null: any may. */
  private readonly fields: readonly string[] | null;
  /** Of the document that was asked of last: a write asks for its keys once to refuse them and once to keep them. */
  private latest: { readonly document: Document; readonly keys: Keys | undefined } | undefined;

  constructor(
    private readonly store: OrderedStore,
    readonly id: number,
    readonly specification: IndexSpecification,
    public traits: IndexTraits = { multikey: [], hasCutKeys: false },
  ) {
    this.paths = Object.keys(specification.key);
    this.isDescending = Object.values(specification.key).map((direction) => Number(direction) < 0);
    this.prefix = indexPrefix(id);
    const filter = specification.partialFilterExpression;
    this.partialFilter = filter ? compileFilter(filter) : undefined;
    const fields = [...this.paths, ...Object.keys(filter ?? {})].map((path) => path.split('.')[0] as string);
    this.fields = fields.some((field) => field.startsWith('$')) ? null : [...new Set(fields)];
  }

  /** False where one document becomes another that shares with it all that decides on its keys. */
  isTouched(previous: Document, document: Document): boolean {
    return this.fields?.some((field) => previous[field] !== document[field]) ?? true;
  }

  /** True when this document brought something new that the index's description must tell. */
  add(sequence: number, document: Document): boolean {
    const keys = this.keysOf(document);
    if (!keys) return false;
    for (const code of keys.codes) this.store.put(this.entryKey(code, sequence), NOTHING);
    const multikey = keys.traits.multikey.filter((path) => !this.traits.multikey.includes(path));
    const isNew = multikey.length > 0 || (keys.traits.hasCutKeys && !this.traits.hasCutKeys);
    if (isNew) {
      this.traits = {
        multikey: [...this.traits.multikey, ...multikey],
        hasCutKeys: this.traits.hasCutKeys || keys.traits.hasCutKeys,
      };
    }
    return isNew;
  }

  remove(sequence: number, document: Document): void {
    for (const code of this.keysOf(document)?.codes ?? []) this.store.remove(this.entryKey(code, sequence));
  }

  /** Throws when the keys cannot be made. True when this document would break uniqueness, apart from the one it replaces. */
  conflicts(document: Document, replacedSequence: number | undefined): boolean {
    const keys = this.keysOf(document);
    if (!keys || !this.specification.unique) return false;
    return keys.codes.some((code) => {
      for (const key of this.store.keys(rangeOf(this.prefix + code))) {
        if (sequenceIn(key) !== replacedSequence) return true;
      }
      return false;
    });
  }

  /** Numbers of the documents whose keys lie in a range, in the order of the keys; each one once. */
  *find(
    { start, end }: KeyRange,
    { reverse = false, beyond = [] }: Partial<Pick<IndexPlan, 'reverse' | 'beyond'>> = {},
  ): Iterable<number> {
    const seen = this.traits.multikey.length > 0 ? new Set<number>() : null;
    for (const key of this.store.keys({ start: this.prefix + start, end: this.prefix + end }, reverse)) {
      if (beyond.length > 0 && !this.isWithin(key, beyond)) continue;
      const sequence = sequenceIn(key);
      if (seen?.has(sequence)) continue;
      seen?.add(sequence);
      yield sequence;
    }
  }

  clear(): void {
    for (const key of [...this.store.keys(rangeOf(this.prefix))]) this.store.remove(key);
  }

  /** False for a document outside a partial index. */
  covers(document: Document): boolean {
    return this.partialFilter?.(document) ?? true;
  }

  private isWithin(key: ByteText, beyond: readonly BeyondBounds[]): boolean {
    let from = this.prefix.length;
    let position = 0;
    for (const { position: wanted, intervals } of beyond) {
      for (; position < wanted; position += 1) from = endOfCode(key, from, this.isDescending[position] ?? false);
      const code = key.slice(from, endOfCode(key, from, this.isDescending[position] ?? false));
      if (!intervals.some(({ low, high }) => low <= code && code < high)) return false;
    }
    return true;
  }

  private entryKey(code: ByteText, sequence: number): ByteText {
    return this.prefix + code + wholeNumberText(sequence);
  }

  /** Throws CannotIndexParallelArrays when two fields of the index are arrays. */
  private keysOf(document: Document): Keys | undefined {
    if (this.latest?.document !== document) this.latest = { document, keys: this.makeKeys(document) };
    return this.latest.keys;
  }

  private makeKeys(document: Document): Keys | undefined {
    if (!this.covers(document)) return undefined;
    const multikey: string[] = [];
    let present = false;
    let hasCutKeys = false;
    const columns = this.paths.map((path, column) => {
      const found = valuesAtPath(document, path);
      if (found.sawArray) multikey.push(path);
      present ||= found.present;
      const codes = found.values.map((value) => {
        const { code, cut } = keyCode(value);
        hasCutKeys ||= cut !== null;
        return this.isDescending[column] ? descending(code) : code;
      });
      return codes.length > 1 ? [...new Set(codes)] : codes;
    });
    if (multikey.length > 1) throw this.severalArrays(multikey);
    // An array without elements is met, too, though nothing is kept of it.
    if (this.specification.sparse && !present) return { codes: [], traits: { multikey, hasCutKeys } };
    const codes = columns.reduce(
      (before, column) => before.flatMap((code) => column.map((value) => code + value)),
      [''],
    );
    return { codes, traits: { multikey, hasCutKeys } };
  }

  /** Different arrays are an error of a server too; one array of documents a server could index element by element. */
  private severalArrays(paths: readonly string[]): Error {
    const roots = paths.map((path) => path.split('.')[0] as string);
    if (new Set(roots).size === 1) {
      return notImplemented(`a compound index with several fields of one array (${this.specification.name})`);
    }
    return new MongodbError('CannotIndexParallelArrays', `cannot index parallel arrays [${roots.join('] [')}]`);
  }
}

const NOTHING = new Uint8Array(0);
