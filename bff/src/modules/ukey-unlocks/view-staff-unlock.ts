import {
  AppError,
  IDENTITY_DOCUMENT_LABELS,
  maskIdNumber,
  type StaffUkeyUnlock,
  type UkeyUnlockSummary,
} from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { type CertificateModel, findCertificate, holderOfOrder } from '../certificates';
import { iso, NOT_RETAINED, type OrderModel, type OrderRecord } from '../orders';
import type { UkeyUnlockModel, UkeyUnlockRecord } from './ukey-unlock.model';
import { hindranceOf } from './unlock-hindrance';

export interface HolderDependencies {
  readonly ukeyUnlocks: UkeyUnlockModel;
  readonly certificates: CertificateModel;
  readonly orders: OrderModel;
  readonly cipher: FieldCipher;
}

/** Of somebody whose account is deleted staff see nothing. @throws AppError ukey_unlocks.not_found */
export async function orderOfHolder({ orders }: HolderDependencies, orderId: string): Promise<OrderRecord> {
  const order = await orders.findOne({ _id: orderId, ...NOT_RETAINED }).lean<OrderRecord>();
  if (!order) {
    throw new AppError('ukey_unlocks.not_found');
  }
  return order;
}

export const presentUnlock = (record: UkeyUnlockRecord) => ({
  id: recordIdOf(record),
  state: record.state,
  askedAt: record.askedAt.toISOString(),
  endsAt: record.endsAt.toISOString(),
  endedAt: iso(record.endedAt),
});

export const presentUnlockSummary = (record: UkeyUnlockRecord): UkeyUnlockSummary => ({
  ...presentUnlock(record),
  orderNumber: record.orderNumber,
  projectName: record.projectName,
  serialNumber: record.serialNumber,
});

/** Whom to compare and which UKey it must be, as one member of the staff sees it. @throws AppError ukey_unlocks.not_found */
export async function viewStaffUnlock(
  needs: HolderDependencies,
  record: UkeyUnlockRecord,
  { staffId, now }: { readonly staffId: string; readonly now: Date },
): Promise<StaffUkeyUnlock> {
  const { certificates, cipher } = needs;
  const holder = holderOfOrder(cipher, await orderOfHolder(needs, record.orderId));
  if (!holder) {
    throw new AppError('ukey_unlocks.not_found');
  }
  const certificate = await findCertificate(certificates, record.certificateId);
  const { name, documentType, idNumber } = holder.person;
  const { document } = record;
  return {
    ...presentUnlockSummary(record),
    certificateId: record.certificateId,
    orderId: record.orderId,
    publicKeySha256: certificate.publicKeySha256,
    tokenSerialNumber: certificate.token?.serialNumber ?? null,
    unitName: holder.unit?.name ?? null,
    holder: {
      name,
      documentLabel: IDENTITY_DOCUMENT_LABELS[documentType],
      documentNumberMasked: maskIdNumber(idNumber),
    },
    documentComparedAt: document?.staffId === staffId ? document.at.toISOString() : null,
    hindrance: hindranceOf(certificate, now),
  };
}
