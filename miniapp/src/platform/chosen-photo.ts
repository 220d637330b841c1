import type { AccessRefusal } from './photo-access';

/** A picture taken or picked, of which nothing is known yet; `path` is a temporary path or an object URL. */
export interface PickedPhoto {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly fileName: string;
  /** The file itself, in a browser only. */
  readonly blob?: Blob;
}

/** A picture that the phone has decoded. */
export interface ChosenPhoto extends PickedPhoto {
  /** Pixels of the upright picture. */
  readonly width: number;
  readonly height: number;
}

export type PhotoSource = 'camera' | 'album';

/** `refused`: camera or album stay shut until `reconsiderAccess` has changed that. */
export type PhotoChoice =
  | { readonly kind: 'chosen'; readonly photo: PickedPhoto }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly refusal: AccessRefusal }
  | { readonly kind: 'unreadable' };
