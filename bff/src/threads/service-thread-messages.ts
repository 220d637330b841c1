/** What a service thread is asked; `end` lets it close what it holds. */
export type ToServiceThread =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly kind: 'end' };

/** `opened` once, before any answer. An error is its message only: classes do not survive the way between threads. */
export type FromServiceThread =
  | { readonly kind: 'opened' }
  | { readonly kind: 'answer'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly message: string };
