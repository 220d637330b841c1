import type { ApplicationFormDraft } from '@acceptance/shared';
import { encryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { editOrder } from './edit-order';
import { findOwnOrder } from './find-order';
import { FORM_PURPOSE, type OrderModel, type OrderRecord } from './order.model';

/** Keeps what was typed so far, complete or not. @throws AppError orders.not_found, orders.not_editable */
export async function saveForm(
  { orders, cipher }: { orders: OrderModel; cipher: FieldCipher },
  { accountId, orderId, draft }: { accountId: string; orderId: string; draft: ApplicationFormDraft },
): Promise<OrderRecord> {
  const set = {
    formDraft: encryptJson(cipher, draft, FORM_PURPOSE, orderId),
    deliveryWay: draft.delivery?.way ?? null,
  };
  const saved = await editOrder(orders, { accountId, orderId, set });
  return saved ?? findOwnOrder(orders, accountId, orderId);
}
