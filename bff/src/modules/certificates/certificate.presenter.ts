import type {
  CertificateSubject,
  CertificateSummary,
  CertificateView,
  IssuingStage,
  IssuingView,
  KeyAlgorithm,
  KeyPlace,
  StaffCertificate,
  StaffIssuing,
} from '@acceptance/shared';
import { keyPlaceOf } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { pemOf } from '../../pki';
import { iso, type OrderRecord } from '../orders';
import { type CertificateRecord, openChain, openRequest } from './certificate.model';
import { commonNameOf } from './certificate-subject';

/** A certificate without what only its own page shows. */
export function presentCertificateSummary(cipher: FieldCipher, record: CertificateRecord): CertificateSummary {
  const isIssued = record.issuedAt !== null;
  return {
    id: recordIdOf(record),
    orderId: record.orderId,
    orderNumber: record.orderNumber,
    projectName: record.projectName,
    keyPlace: record.keyPlace,
    algorithm: record.algorithm,
    state: record.state,
    name: commonNameOf(openRequest(cipher, record).subject),
    serialNumber: record.serialNumber ?? null,
    notBefore: isIssued ? iso(record.notBefore) : null,
    notAfter: isIssued ? iso(record.notAfter) : null,
    issuedAt: iso(record.issuedAt),
    revokedAt: iso(record.revocation?.at ?? null),
    revocationReason: record.revocation?.reason ?? null,
    replacesId: record.replaces?.certificateId ?? null,
  };
}

export const chainPemOf = (cipher: FieldCipher, record: CertificateRecord): string[] =>
  openChain(cipher, record).map((base64) => pemOf('CERTIFICATE', Buffer.from(base64, 'base64')));

export const presentCertificate = (cipher: FieldCipher, record: CertificateRecord): CertificateView => ({
  ...presentCertificateSummary(cipher, record),
  subject: openRequest(cipher, record).subject,
  publicKeySha256: record.publicKeySha256,
  chainPem: chainPemOf(cipher, record),
});

const placeOf = ({ deliveryWay }: OrderRecord): KeyPlace | null => deliveryWay && keyPlaceOf(deliveryWay);

function stageOf(order: OrderRecord, certificate: CertificateRecord | null): IssuingStage {
  if (certificate) {
    const { state } = certificate;
    return state === 'requested' || state === 'failed' ? state : 'issued';
  }
  if (placeOf(order) === 'software') {
    return order.status === 'issuing' ? 'needs-key' : 'not-begun';
  }
  return order.status === 'paid' || order.status === 'issuing' ? 'at-desk' : 'not-begun';
}

/** What a certificate may be like, and what it will say as far as that stands. */
export interface CertificateOutlook {
  readonly algorithms: KeyAlgorithm[];
  readonly subject: CertificateSubject;
  readonly discardedKeys: string[];
}

/** How far the certificate of an order is. */
export function presentIssuing(
  cipher: FieldCipher,
  order: OrderRecord,
  certificate: CertificateRecord | null,
  { algorithms, subject, discardedKeys }: CertificateOutlook,
): IssuingView {
  return {
    stage: stageOf(order, certificate),
    keyPlace: placeOf(order),
    algorithms,
    subject,
    discardedKeys,
    certificate: certificate && presentCertificate(cipher, certificate),
  };
}

export const presentStaffCertificate = (cipher: FieldCipher, record: CertificateRecord): StaffCertificate => ({
  ...presentCertificate(cipher, record),
  token: record.token && { serialNumber: record.token.serialNumber, checkedAt: iso(record.token.checkedAt) },
});

export const presentStaffIssuing = (
  cipher: FieldCipher,
  order: OrderRecord,
  certificate: CertificateRecord | null,
  outlook: CertificateOutlook,
): StaffIssuing => ({
  ...presentIssuing(cipher, order, certificate, outlook),
  certificate: certificate && presentStaffCertificate(cipher, certificate),
});
