import { AppError } from '@acceptance/shared';
import type { mongo, Types } from 'mongoose';

/** Where a list stopped that is sorted by a time and, at the same time, by id. */
export interface TimeCursor {
  readonly at: Date;
  readonly id: string;
}

export const writeTimeCursor = (at: Date | null, id: Types.ObjectId): string =>
  Buffer.from(`${at?.getTime() ?? 0}|${id.toHexString()}`).toString('base64url');

/** Fifteen digits are within what a Date can hold. @throws AppError request.cursor_invalid */
export function readTimeCursor(cursor: string): TimeCursor {
  const match = /^(\d{1,15})\|([0-9a-f]{24})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!match?.[1] || !match[2]) {
    throw new AppError('request.cursor_invalid');
  }
  return { at: new Date(Number(match[1])), id: match[2] };
}

type Beyond = '$gt' | '$lt';

/** What a list has behind a cursor. The time is asked by itself, too: so an index begins where the page does. */
export const beyondTime = (field: string, beyond: Beyond, { at, id }: TimeCursor): mongo.Filter<mongo.Document> => ({
  [field]: { [`${beyond}e`]: at },
  $or: [{ [field]: { [beyond]: at } }, { _id: { [beyond]: id } }],
});
