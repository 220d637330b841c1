/** A file that somebody picked; `path` is a temporary path or an object URL. */
export interface ChosenDocument {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly fileName: string;
}

/** `refused`: no consent to WeChat's privacy guideline, or the operator has not declared the interface. */
export type DocumentChoice =
  | { readonly kind: 'chosen'; readonly document: ChosenDocument }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed' };
