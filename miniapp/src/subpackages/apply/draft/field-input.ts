import type { DraftTextField } from '@acceptance/shared';
import type { TypedKind } from '../../../platform/input-keyboard-props';

/** How a field is typed: the same limits as its schema in shared, and the keyboard it needs. */
export interface FieldInput {
  readonly keyboard?: TypedKind;
  readonly maxLength?: number;
}

export const FIELD_INPUT: Readonly<Record<DraftTextField, FieldInput>> = {
  'unit.name': { maxLength: 100 },
  'unit.unifiedSocialCreditCode': { keyboard: 'code', maxLength: 18 },
  'unit.legalRepresentative': { maxLength: 50 },
  email: { keyboard: 'email', maxLength: 100 },
  address: { maxLength: 120 },
  'invoice.title': { maxLength: 100 },
  'invoice.taxpayerNumber': { keyboard: 'code', maxLength: 20 },
  'invoice.email': { keyboard: 'email', maxLength: 100 },
  'invoice.businessAddress': { maxLength: 100 },
  'invoice.businessPhone': { maxLength: 20 },
  'invoice.bankName': { maxLength: 60 },
  'invoice.bankAccount': { keyboard: 'digits', maxLength: 31 },
  'delivery.courier': {},
  'delivery.receiver': { maxLength: 30 },
  'delivery.phone': { keyboard: 'phone', maxLength: 11 },
  'delivery.province': { maxLength: 20 },
  'delivery.city': { maxLength: 30 },
  'delivery.district': { maxLength: 30 },
  'delivery.street': { maxLength: 100 },
};
