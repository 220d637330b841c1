/** A plain object whose fields are not known: what mini-programs and clients pass. */
export type Bag = Record<string, unknown>;

export const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const bagOf = (value: unknown): Bag => (isBag(value) ? value : {});

export const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

export type Callable = (...args: unknown[]) => unknown;

export const isCallable = (value: unknown): value is Callable => typeof value === 'function';
