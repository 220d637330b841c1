import { AppError, type DeliveryHold, type ErrorCode } from '@acceptance/shared';
import { type CertificateModel, type CertificateRecord, findCertificateOfOrder } from '../certificates';

/** Why a UKey with this certificate stays at the desk; null: it may go. */
export function holdOf(certificate: CertificateRecord | null): DeliveryHold | null {
  if (certificate?.state !== 'issued') {
    return 'certificate-not-valid';
  }
  return certificate.token?.checkedAt ? null : 'token-not-checked';
}

const HOLD_ERRORS: Readonly<Record<DeliveryHold, ErrorCode>> = {
  'certificate-not-valid': 'deliveries.certificate_not_valid',
  'token-not-checked': 'deliveries.token_not_checked',
};

export const findHold = async (certificates: CertificateModel, orderId: string): Promise<DeliveryHold | null> =>
  holdOf(await findCertificateOfOrder(certificates, orderId));

/** @throws AppError deliveries.certificate_not_valid, deliveries.token_not_checked */
export async function refuseHeld(certificates: CertificateModel, orderId: string): Promise<void> {
  const hold = await findHold(certificates, orderId);
  if (hold) {
    throw new AppError(HOLD_ERRORS[hold]);
  }
}
