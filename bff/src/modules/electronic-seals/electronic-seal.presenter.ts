import type { ElectronicSealView } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { type ElectronicSealRecord, openWords } from './electronic-seal.model';

export const presentSeal = (cipher: FieldCipher, record: ElectronicSealRecord): ElectronicSealView => ({
  id: recordIdOf(record),
  certificateId: record.certificateId,
  orderId: record.orderId,
  orderNumber: record.orderNumber,
  kind: record.kind,
  state: record.state,
  ...openWords(cipher, record),
  purpose: record.purpose,
  createdAt: record.createdAt.toISOString(),
  validFrom: record.made?.validFrom.toISOString() ?? null,
  validTo: record.made?.validTo.toISOString() ?? null,
});
