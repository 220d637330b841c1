import type { ApplicationFormDraft } from '@acceptance/shared';
import { decryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { FORM_PURPOSE, type OrderRecord } from './order.model';

/** The form as typed so far; empty when nothing was typed. */
export const readFormDraft = (cipher: FieldCipher, order: OrderRecord): ApplicationFormDraft =>
  order.formDraft ? decryptJson<ApplicationFormDraft>(cipher, order.formDraft, FORM_PURPOSE, recordIdOf(order)) : {};
