import type { ApplicationFormDraft } from '@acceptance/shared';
import { decryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { FORM_PURPOSE } from './order.model';
import type { ListedOrder } from './shown-order';

/** The form as typed so far; empty when nothing was typed. */
export const readFormDraft = (
  cipher: FieldCipher,
  order: Pick<ListedOrder, '_id' | 'formDraft'>,
): ApplicationFormDraft =>
  order.formDraft ? decryptJson<ApplicationFormDraft>(cipher, order.formDraft, FORM_PURPOSE, recordIdOf(order)) : {};
