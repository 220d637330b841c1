import compat from 'core-js-compat/compat';
import { MINIMUM_ENGINES } from './minimum';

/** Things of the language's library, by how code names them. */
export interface Features {
  /** `value.name(…)` */
  readonly methods: ReadonlySet<string>;
  /** `Object.groupBy(…)` */
  readonly statics: ReadonlySet<string>;
  readonly globals: ReadonlySet<string>;
}

/** Modules of core-js by the name that code uses. Left out: names that older objects have too (`map` of an iterator). */
const METHODS: Readonly<Record<string, string>> = {
  ...{ 'es.array.at': 'at', 'es.string.at-alternative': 'at', 'es.array.flat': 'flat', 'es.array.flat-map': 'flatMap' },
  ...{ 'es.array.find-last': 'findLast', 'es.array.find-last-index': 'findLastIndex', 'es.array.with': 'with' },
  ...{ 'es.array.to-reversed': 'toReversed', 'es.array.to-sorted': 'toSorted', 'es.array.to-spliced': 'toSpliced' },
  ...{ 'es.string.match-all': 'matchAll', 'es.string.replace-all': 'replaceAll' },
  ...{ 'es.string.is-well-formed': 'isWellFormed', 'es.string.to-well-formed': 'toWellFormed' },
  ...{ 'es.set.union.v2': 'union', 'es.set.intersection.v2': 'intersection', 'es.set.difference.v2': 'difference' },
  ...{ 'es.set.is-subset-of.v2': 'isSubsetOf', 'es.set.is-superset-of.v2': 'isSupersetOf' },
  ...{ 'es.uint8-array.to-base64': 'toBase64' },
  ...{ 'es.map.get-or-insert': 'getOrInsert', 'es.iterator.to-array': 'toArray' },
};
const STATICS: Readonly<Record<string, string>> = {
  ...{ 'es.object.from-entries': 'Object.fromEntries', 'es.object.group-by': 'Object.groupBy' },
  ...{
    'es.object.has-own': 'Object.hasOwn',
    'es.map.group-by': 'Map.groupBy',
    'es.array.from-async': 'Array.fromAsync',
  },
  ...{
    'es.promise.all-settled': 'Promise.allSettled',
    'es.promise.any': 'Promise.any',
    'es.promise.try': 'Promise.try',
  },
  ...{ 'es.promise.with-resolvers': 'Promise.withResolvers', 'es.regexp.escape': 'RegExp.escape' },
  ...{ 'es.uint8-array.from-base64': 'Uint8Array.fromBase64', 'es.uint8-array.from-hex': 'Uint8Array.fromHex' },
};
const GLOBALS: Readonly<Record<string, string>> = {
  ...{ 'web.structured-clone': 'structuredClone', 'web.queue-microtask': 'queueMicrotask' },
  ...{ 'es.global-this': 'globalThis', 'es.aggregate-error': 'AggregateError' },
};

/** No polyfill can bring these, and iOS has them from 14.5 on. */
const BEYOND_POLYFILLS = ['WeakRef', 'FinalizationRegistry', 'BigInt64Array', 'BigUint64Array'];

/** What the engines of the minimum lack after `provided` (modules of core-js) was added to them. */
export function missingFeatures(provided: readonly string[]): Features {
  const { list } = compat({ targets: MINIMUM_ENGINES.join(', '), exclude: [...provided] });
  const named = (names: Readonly<Record<string, string>>) => list.flatMap((module) => names[module] ?? []);
  return {
    methods: new Set(named(METHODS)),
    statics: new Set(named(STATICS)),
    globals: new Set([...named(GLOBALS), ...BEYOND_POLYFILLS]),
  };
}
