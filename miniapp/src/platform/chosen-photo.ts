import type { AccessRefusal } from './photo-access';

/** A picture taken or picked; `path` is a temporary path or an object URL. */
export interface ChosenPhoto {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly fileName: string;
  readonly width: number;
  readonly height: number;
  /** The file itself, in a browser only. */
  readonly blob?: Blob;
}

export type PhotoSource = 'camera' | 'album';

/** `refused`: camera or album stay shut until `reconsiderAccess` has changed that. */
export type PhotoChoice =
  | { readonly kind: 'chosen'; readonly photo: ChosenPhoto }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly refusal: AccessRefusal }
  | { readonly kind: 'unreadable' };
