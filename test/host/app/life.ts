import { type Bag, type Callable, isCallable } from '../bag';

/** Where errors of the app's code and its log go. */
export interface Reports {
  exception(error: unknown): void;
  log(type: string, args: unknown[]): void;
  /** Data goes to the view of a page or component. */
  setData(path: string, patch: unknown): void;
}

/** Calls a method of the app's object if it has it; an error is reported, not thrown: WeChat goes on. */
export function callIfPresent(target: Bag, name: string, args: unknown[], reports: Reports): unknown {
  const method = target[name];
  return isCallable(method) ? callGuarded(() => method.apply(target, args), reports) : undefined;
}

export function callGuarded(work: Callable, reports: Reports): unknown {
  try {
    return work();
  } catch (error) {
    reports.exception(error);
    return undefined;
  }
}
