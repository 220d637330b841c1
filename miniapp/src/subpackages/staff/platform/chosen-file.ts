import type { LocalFile } from '../../../api/upload';

/** A file that was picked; `size` in bytes. */
export type ChosenFile = LocalFile & { readonly size: number };
