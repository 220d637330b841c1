import { compileFunction, createContext, runInContext, runInNewContext } from 'node:vm';
import { type Bag, type Callable, isCallable } from '../bag';

/** Names of browsers and of Node that WeChat's module wrapper declares without a value. */
const SHADOWED = [
  ...['window', 'document', 'frames', 'self', 'location', 'navigator', 'localStorage', 'history', 'screen'],
  ...['alert', 'confirm', 'prompt', 'XMLHttpRequest', 'WebSocket', 'globalThis', 'process', 'global', 'Buffer'],
];

/** Copies plain objects, arrays and buffers into objects of the realm where this text is evaluated. */
const COPY_SOURCE = `(function copy(value) {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(function (item) { return copy(item); });
  var tag = Object.prototype.toString.call(value);
  if (tag === '[object ArrayBuffer]') return new Uint8Array(new Uint8Array(value)).buffer;
  var proto = Object.getPrototypeOf(value);
  if (proto !== null && Object.getPrototypeOf(proto) !== null) return value;
  var out = {};
  Object.keys(value).forEach(function (key) { out[key] = copy(value[key]); });
  return out;
})`;

/**
 * What ECMAScript brings, declared as constants beside the global object: V8 asks whoever made a context for each global that is not,
 * and a phone does not.
 */
const OWN_GLOBALS: readonly string[] = runInNewContext('Object.getOwnPropertyNames(globalThis)');
const NEVER_DECLARED = ['globalThis', 'Infinity', 'NaN', 'undefined', 'eval', 'console'];
const CONSTANTS = OWN_GLOBALS.filter((name) => !NEVER_DECLARED.includes(name))
  .map((name) => `const ${name} = this.${name};`)
  .join('\n');

export interface AppRealm {
  /** The realm's global object: what is put there is visible to all modules. */
  readonly globals: Bag;
  /** Runs one module's text, wrapped as WeChat does. */
  runModule(code: string, fileName: string, scope: Bag): void;
  /** A function of the realm from its text. */
  compile(code: string, parameters: string[]): Callable;
  /** The same plain data as objects of the realm (`x.constructor === Object` holds inside). */
  enter<T>(value: T): T;
  /** A promise of the realm that follows one of the host; its values must have entered. */
  promise(outcome: Promise<unknown>): unknown;
  /** Whether a promise was made inside. */
  ownsPromise(promise: unknown): boolean;
  /** Ends all timers. Nothing of the realm runs by itself afterwards. */
  dispose(): void;
}

function installTimers(globals: Bag, report: (error: unknown) => void): () => void {
  const running = new Map<number, NodeJS.Timeout>();
  let last = 0;
  const guarded = (id: number, once: boolean, work: unknown, args: unknown[]) => () => {
    if (once) {
      running.delete(id);
    }
    try {
      if (isCallable(work)) {
        work(...args);
      }
    } catch (error) {
      report(error);
    }
  };
  const clear = (id: unknown) => {
    clearTimeout(running.get(id as number));
    running.delete(id as number);
  };
  globals.setTimeout = (work: unknown, ms?: number, ...args: unknown[]) => {
    last += 1;
    running.set(last, setTimeout(guarded(last, true, work, args), ms));
    return last;
  };
  globals.setInterval = (work: unknown, ms?: number, ...args: unknown[]) => {
    last += 1;
    running.set(last, setInterval(guarded(last, false, work, args), ms));
    return last;
  };
  globals.clearTimeout = clear;
  globals.clearInterval = clear;
  return () => {
    for (const id of [...running.keys()]) {
      clear(id);
    }
    const nothing = () => 0;
    globals.setTimeout = nothing;
    globals.setInterval = nothing;
  };
}

/**
 * A JavaScript world of its own that has ECMAScript's globals, timers and what is put into `globals`, and nothing of
 * Node. `eval` and `new Function` are refused, as in WeChat.
 */
export function createAppRealm(report: (error: unknown) => void): AppRealm {
  const globals: Bag = {};
  const context = createContext(globals, { codeGeneration: { strings: false, wasm: false } });
  runInContext(CONSTANTS, context);
  const endTimers = installTimers(globals, report);
  const copy = runInContext(COPY_SOURCE, context) as Callable;
  const realmPromise = runInContext('Promise', context) as new (
    start: (resolve: Callable, reject: Callable) => void,
  ) => unknown;
  const compile = (code: string, parameters: string[], filename?: string) =>
    compileFunction(code, parameters, { parsingContext: context, filename }) as Callable;
  return {
    globals,
    runModule(code, fileName, scope) {
      const names = Object.keys(scope);
      const run = compile(code, [...names, ...SHADOWED], fileName);
      run(...names.map((name) => scope[name]));
    },
    compile: (code, parameters) => compile(code, parameters),
    enter: <T>(value: T) => copy(value) as T,
    promise: (outcome) => new realmPromise((resolve, reject) => void outcome.then(resolve, reject)),
    ownsPromise: (promise) => promise instanceof realmPromise,
    dispose: endTimers,
  };
}
