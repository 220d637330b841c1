import { AppError } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import type { FileModel, FileRecord } from './file.model';
import type { FileHolder } from './file-holder';

const ID_CARD_SIDES = 2;
const SIGNATURES = 1;
const SHEETS_A_PAPER = 5;
/** Whoever takes every picture four times has room for all of them. */
const TRIES = 4;

/** How many uploads of an order are stored at a time. */
export const uploadRoom = ({ papersAsked }: Pick<FileHolder, 'papersAsked'>): number =>
  TRIES * (ID_CARD_SIDES + SIGNATURES + papersAsked * SHEETS_A_PAPER);

/** What a review has seen takes up no room: an order that was returned begins afresh. @throws AppError files.too_many */
export async function refuseBeyond(
  files: FileModel,
  { accountId, orderId, holder, most }: { accountId: string; orderId: string; holder: FileHolder; most: number },
): Promise<void> {
  const { submittedAt } = holder;
  const stored: QueryFilter<FileRecord> = {
    accountId,
    orderId,
    ...(submittedAt && { createdAt: { $gt: submittedAt } }),
  };
  if ((await files.countDocuments(stored)) > most) {
    throw new AppError('files.too_many');
  }
}
