import { AppError, areTimesOfText, type ContractText, isReadInHaste, type ReadingTimes } from '@acceptance/shared';
import { type ContractReading, EDITABLE_STATUSES, isSigned, type OrderModel, type OrderRecord } from '../orders';

/** What a phone's clock may go fast, and two of ours differ. */
const TOLERANCE_MS = 2_000;

/**
 * Notes when the applicant is first given a text, before it is given: however often it is opened again, what is read of it
 * counts from then. Neither the revision nor anything else of the order changes.
 */
export async function noteOpening(
  orders: OrderModel,
  { _id, status, contract, contractOpened }: OrderRecord,
  { sha256, now }: { readonly sha256: string; readonly now: Date },
): Promise<void> {
  if (contractOpened?.textSha256 === sha256 || isSigned(contract) || !EDITABLE_STATUSES.includes(status)) {
    return;
  }
  await orders.updateOne(
    { _id, 'contractOpened.textSha256': { $ne: sha256 } },
    { $set: { contractOpened: { textSha256: sha256, at: now } } },
  );
}

export interface ToldReading extends ReadingTimes {
  readonly confirmsRead: boolean;
  readonly now: Date;
}

/**
 * Judges how a text was read, as it is kept with the consent.
 * @throws AppError contracts.reading_time_wrong for times that cannot be true (of other sections, longer than has passed since
 * the text was first given), contracts.read_in_haste where the second tick is missing
 */
export function judgeReading(
  text: ContractText,
  { contractOpened }: Pick<OrderRecord, 'contractOpened'>,
  { confirmsRead, now, ...times }: ToldReading,
): ContractReading {
  const openedAt = contractOpened?.textSha256 === text.sha256 ? contractOpened.at : null;
  const isLonger = (from: Date) => times.readingSeconds * 1000 > now.getTime() - from.getTime() + TOLERANCE_MS;
  if (!openedAt || isLonger(openedAt) || !areTimesOfText(text, times)) {
    throw new AppError('contracts.reading_time_wrong');
  }
  const inHaste = isReadInHaste(text, times);
  if (inHaste && !confirmsRead) {
    throw new AppError('contracts.read_in_haste');
  }
  return { sections: times.readingSections, openedAt, inHaste, confirmsRead };
}
