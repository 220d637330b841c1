import { isDeepStrictEqual } from 'node:util';
import { AppError, type ApplicationFormDraft, type DraftChanges, mergeDrafts } from '@acceptance/shared';
import { encryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { keepTrying } from '../../database/keep-trying';
import { editOrder, refuseUneditable } from './edit-order';
import { findOwnOrder } from './find-order';
import { keepLocked } from './locked-fields';
import { FORM_PURPOSE, type OrderModel, type OrderRecord } from './order.model';
import { isSigned } from './parts/contract';
import { readFormDraft } from './read-form-draft';
import { refuseUnmarked } from './review-rounds';

/** What the contract prints of a draft. */
const printedOf = ({ unit, email, address }: ApplicationFormDraft) => ({ unit, email, address });

/** What the registry was asked about. */
const askedOf = ({ unit }: ApplicationFormDraft) => [
  unit?.name,
  unit?.unifiedSocialCreditCode,
  unit?.legalRepresentative,
];

/** What a change of the draft undoes: the registry's answer about another unit, the consent to another contract. */
function undoneBy(order: OrderRecord, before: ApplicationFormDraft, after: ApplicationFormDraft) {
  const printsOther = !isDeepStrictEqual(printedOf(before), printedOf(after));
  return {
    ...(!isDeepStrictEqual(askedOf(before), askedOf(after)) && { unitCheck: null }),
    ...(printsOther &&
      order.contract.state === 'consented' && { 'contract.state': 'unread', 'contract.consent': null }),
  };
}

/** What may be changed: nothing that a signed contract prints, nothing that the kind of order locks. */
function changeable(order: OrderRecord, before: ApplicationFormDraft, { base, draft }: DraftChanges): DraftChanges {
  const kept = isSigned(order.contract) ? { ...draft, ...printedOf(before) } : keepLocked(order.kind, before, draft);
  return { base, draft: kept };
}

/** @throws AppError orders.changed_elsewhere, naming each field; what it holds is read with the order */
function joinWith(before: ApplicationFormDraft, changes: DraftChanges): ApplicationFormDraft {
  const { merged, conflicts } = mergeDrafts(changes, before);
  if (conflicts.length > 0) {
    const fields = conflicts.flat().map((path) => ({ path, message: '另一处也改过这一项，请选择保留哪一个' }));
    throw new AppError('orders.changed_elsewhere', { fields });
  }
  return merged;
}

/**
 * Keeps what was typed so far, complete or not, field by field: what was typed elsewhere meanwhile stays. What a signed
 * contract prints stays as it was signed: it is changed by signing anew (`renewContract`); what the kind of order locks stays
 * as it began; in what came back only what was marked is changed.
 * @throws AppError orders.not_found, orders.not_editable, orders.changed_elsewhere, request.conflict, review.not_marked
 */
export async function saveForm(
  { orders, cipher }: { orders: OrderModel; cipher: FieldCipher },
  { accountId, orderId, changes }: { accountId: string; orderId: string; changes: DraftChanges },
): Promise<OrderRecord> {
  return keepTrying(async () => {
    const order = await findOwnOrder(orders, accountId, orderId);
    refuseUneditable(order);
    const before = readFormDraft(cipher, order);
    const after = joinWith(before, changeable(order, before, changes));
    refuseUnmarked(cipher, order, { form: after });
    const set = {
      formDraft: encryptJson(cipher, after, FORM_PURPOSE, orderId),
      deliveryWay: after.delivery?.way ?? null,
      ...undoneBy(order, before, after),
    };
    const where = { formDraft: order.formDraft, 'contract.state': order.contract.state };
    return editOrder(orders, { accountId, orderId, where, set });
  });
}
