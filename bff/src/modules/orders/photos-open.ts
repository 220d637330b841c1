import { AppError } from '@acceptance/shared';
import type { OrderEdit } from './edit-order';
import type { OrderRecord } from './order.model';
import { isSigned, UNSIGNED_STATES } from './parts/contract';

/** Photos may be changed before signing any time; afterwards only when the order was returned. For filters of an edit. */
export const PHOTOS_OPEN: NonNullable<OrderEdit['where']> = {
  $or: [{ 'contract.state': { $in: UNSIGNED_STATES } }, { status: 'returned' }],
};

/** @throws AppError contracts.already_signed */
export function refuseClosedPhotos({ contract, status }: OrderRecord): void {
  if (isSigned(contract) && status !== 'returned') {
    throw new AppError('contracts.already_signed');
  }
}
