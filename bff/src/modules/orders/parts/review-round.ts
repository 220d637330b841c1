import type { ReviewMark } from '@acceptance/shared';
import type { FileReference } from '../../files';

/** One return: what was asked for, and what had been handed in. The photos stay, for a review has seen them. */
export interface ReviewRound {
  readonly at: Date;
  readonly marks: readonly ReviewMark[];
  /** Envelope of the draft as it was. */
  readonly draft: string | null;
  readonly idCard: { readonly front: FileReference | null; readonly back: FileReference | null };
  readonly attachments: readonly { readonly kind: string; readonly file: FileReference }[];
}
