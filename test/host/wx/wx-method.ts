import { callGuarded } from '../app/life';
import { type Bag, bagOf, type Callable, isCallable } from '../bag';
import { NotInHost } from '../refusal';
import type { WxContext } from './wx-context';
import { WxFailure } from './wx-failure';

export type WxMethods = Record<string, Callable>;
type Work = (options: Bag) => unknown;

/** What `fail` gets for an error of a method. */
export function failureOf(name: string, error: unknown): Bag {
  if (error instanceof WxFailure) {
    return { errMsg: `${name}:fail ${error.reason}`.trim(), ...error.fields };
  }
  return { errMsg: `${name}:fail ${(error as Error).message}` };
}

/**
 * A method with `success`, `fail`, `complete`; without them it answers a promise, as WeChat's do. What is not the app's
 * fault (a bug here, something the host does not do) is reported as an exception besides.
 */
export function asyncMethod(context: WxContext, name: string, work: Work): Callable {
  const { running, reports } = context;
  return (given) => {
    const options = bagOf(given);
    const answered = (async () => work(options))().then(
      (value) => ({ ok: true, value: running.realm.enter({ errMsg: `${name}:ok`, ...bagOf(value) }) }),
      (error: unknown) => {
        if (!(error instanceof WxFailure)) {
          reports.exception(
            error instanceof NotInHost ? error : new Error(`wx.${name}: ${String(error)}`, { cause: error }),
          );
        }
        return { ok: false, value: running.realm.enter(failureOf(name, error)) };
      },
    );
    const callbacks = [options.success, options.fail, options.complete];
    if (callbacks.some(isCallable)) {
      void answered.then(({ ok, value }) => {
        for (const callback of [ok ? options.success : options.fail, options.complete]) {
          if (context.isAlive() && isCallable(callback)) {
            running.activity.touch();
            callGuarded(() => callback(value), reports);
          }
        }
      });
      return undefined;
    }
    return running.realm.promise(
      answered.then(({ ok, value }) => {
        if (!context.isAlive()) {
          return new Promise(() => undefined);
        }
        running.activity.touch();
        if (!ok) throw value;
        return value;
      }),
    );
  };
}

export const asyncMethods = (context: WxContext, works: Record<string, Work>): WxMethods =>
  Object.fromEntries(Object.entries(works).map(([name, work]) => [name, asyncMethod(context, name, work)]));

/** `wx.xSync` from the same work: answers at once, throws what `fail` would get. */
export function syncMethod(context: WxContext, name: string, work: (...args: unknown[]) => unknown): Callable {
  return (...args) => {
    try {
      return context.running.realm.enter(work(...args));
    } catch (error) {
      const { errMsg } = failureOf(name, error);
      throw Object.assign(new Error(String(errMsg)), { errMsg });
    }
  };
}

/** `wx.onX` and `wx.offX` for each name. */
export function listenerMethods(context: WxContext, names: readonly string[]): WxMethods {
  const methods: WxMethods = {};
  for (const name of names) {
    methods[`on${name}`] = (listener) => {
      if (!isCallable(listener)) throw new Error(`on${name}: listener should be a function`);
      const set = context.listeners.get(name) ?? new Set();
      context.listeners.set(name, set.add(listener));
    };
    methods[`off${name}`] = (listener) => {
      if (isCallable(listener)) context.listeners.get(name)?.delete(listener);
      else context.listeners.delete(name);
    };
  }
  return methods;
}

/** Tells listeners of `wx.on<name>`. */
export function emit(context: WxContext, name: string, payload?: unknown): void {
  for (const listener of [...(context.listeners.get(name) ?? [])]) {
    context.running.activity.touch();
    callGuarded(() => listener(context.running.realm.enter(payload)), context.reports);
  }
}
