import { AppError } from '@acceptance/shared';
import type { Types } from 'mongoose';

/** Of lists that are paged by the id of their last item: whether no page has handed it out. */
export const isForeignCursor = (cursor: string | undefined): boolean =>
  cursor !== undefined && !/^[0-9a-f]{24}$/.test(cursor);

/** To begin again would look like the next page. @throws AppError request.cursor_invalid */
export function refuseForeignCursor(cursor: string | undefined): void {
  if (isForeignCursor(cursor)) {
    throw new AppError('request.cursor_invalid');
  }
}

/** Of a page of `limit` that was read with one more: null at the end of the list. */
export const nextIdCursor = (found: readonly { readonly _id: Types.ObjectId }[], limit: number): string | null =>
  found.length > limit ? (found[limit - 1]?._id.toHexString() ?? null) : null;
