import { AppError } from '@acceptance/shared';

/** Where a page of a list ends that is sorted by a moment, and by id among equal ones. */
export interface MomentCursor {
  readonly at: Date;
  readonly id: string;
}

export const writeMomentCursor = ({ at, id }: MomentCursor): string =>
  Buffer.from(`${at.getTime()}|${id}`).toString('base64url');

/** Fifteen digits are within what a Date can hold. @throws AppError request.cursor_invalid */
export function readMomentCursor(cursor: string): MomentCursor {
  const match = /^(\d{1,15})\|([0-9a-f]{24})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!match?.[1] || !match[2]) {
    throw new AppError('request.cursor_invalid');
  }
  return { at: new Date(Number(match[1])), id: match[2] };
}
