import { AppError, type StaffOrderPerson } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { consentedPerson, type OrderModel, viewCardReadings } from '../orders';
import { findSubmittedOrder } from './view-submitted-order';

interface PersonLook {
  readonly orderId: string;
  readonly staffId: string;
  readonly now: Date;
}

/**
 * Name and number in full, to be compared with the photo: only for who reviews the order at the moment, for a look without
 * need is one too many. @throws AppError orders.not_found, review.not_claimed
 */
export async function viewPerson(
  { orders, cipher }: { readonly orders: OrderModel; readonly cipher: FieldCipher },
  { orderId, staffId, now }: PersonLook,
): Promise<StaffOrderPerson> {
  const order = await findSubmittedOrder(orders, orderId);
  const { status, reviewClaim: claim } = order;
  const person = consentedPerson(cipher, order);
  if (status !== 'submitted' || !person || claim?.by !== staffId || claim.until <= now) {
    throw new AppError('review.not_claimed');
  }
  const { front } = viewCardReadings(cipher, order, null);
  const { name, idNumber, phone } = person;
  return { name, idNumber, phone, card: front && { name: front.name, idNumber: front.idNumber } };
}
