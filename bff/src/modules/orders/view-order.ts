import type { ApplicationFormDraft, OrderSummary, OrderView } from '@acceptance/shared';
import { decryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import type { Person } from '../person';
import { viewCardReadings } from './card-reading/view-card-readings';
import { FORM_PURPOSE, type OrderRecord } from './order.model';
import { presentOrder, presentSummary } from './order.presenter';
import { viewOwnRefund } from './refund/view-own-refund';

/** The form as typed so far; empty when nothing was typed. */
export const readFormDraft = (cipher: FieldCipher, order: OrderRecord): ApplicationFormDraft =>
  order.formDraft ? decryptJson<ApplicationFormDraft>(cipher, order.formDraft, FORM_PURPOSE, recordIdOf(order)) : {};

/**
 * Views of an order for the signed-in applicant who owns it. `verified` is compared with photos of the card while the
 * contract names nobody.
 */
export const viewOwnOrder = (
  cipher: FieldCipher,
  order: OrderRecord,
  identityVerified: boolean,
  verified: Person | null = null,
): OrderView =>
  presentOrder(
    order,
    { draft: readFormDraft(cipher, order), identityVerified, actor: 'applicant' },
    { idCardReading: viewCardReadings(cipher, order, verified), refund: viewOwnRefund(cipher, order) },
  );

export const summariseOwnOrder = (cipher: FieldCipher, order: OrderRecord, identityVerified: boolean): OrderSummary =>
  presentSummary(order, { draft: readFormDraft(cipher, order), identityVerified, actor: 'applicant' });
