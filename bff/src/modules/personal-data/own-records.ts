import type { FieldCipher } from '../../database/field-cipher';
import { type CertificateRecord, presentCertificate } from '../certificates';
import type { ElectronicSealRecord } from '../electronic-seals';
import { type OrderRecord, openRefundWords, presentRefundRequest, refundRequestsOf } from '../orders';
import type { PhoneChangeRecord } from '../phone-changes';

/** A certificate with its chain, which holds no key. */
export const certificateData = (cipher: FieldCipher, record: CertificateRecord) => ({
  ...presentCertificate(cipher, record),
  requestedAt: record.requestedAt,
});

/** Files of seals that are made, by the names they get in the ZIP. */
export function sealFilesOf({ orderNumber, made, _id }: ElectronicSealRecord): [string, string][] {
  const path = `documents/${orderNumber}/seal-${_id.toHexString()}`;
  return made
    ? [
        [`${path}.png`, made.files.png],
        [`${path}.esl`, made.files.data],
      ]
    : [];
}

/** Each request for a refund; what finance wrote to itself stays out. */
export const refundData = (cipher: FieldCipher, order: OrderRecord) =>
  refundRequestsOf(order).map((request, index) => ({
    orderNumber: order.orderNumber,
    ...presentRefundRequest(request, index),
    words: request.askedBy.role === 'applicant' ? openRefundWords(cipher, order, request) : null,
  }));

/**
 * A change of the number that one signs in with; who of the staff agreed stays out. Numbers are masked: a stranger may have asked,
 * with their own.
 */
export const phoneChangeData = (change: PhoneChangeRecord) => ({
  oldPhone: change.oldPhoneMasked,
  newPhone: change.newPhoneMasked,
  state: change.state,
  reason: change.reason,
  provedBy: change.provedBy ?? 'identity',
  requestedAt: change.requestedAt,
  refusal: change.refusal,
  settledAt: change.settledAt,
});
