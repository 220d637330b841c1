import { MADE_STATUSES } from '@acceptance/shared';
import { recordIdOf } from '../../database/record-id';
import { type CertificateModel, findCertificateOfOrder } from '../certificates';
import type { OrderRecord } from '../orders';

export interface CertificateDependencies {
  readonly certificates: CertificateModel;
}

/**
 * Whether what was paid for can be used: the order's certificate was made and is not revoked. What is revoked stays so, and a
 * certificate that is suspended may come back.
 */
export async function isCertificateValid(
  { certificates }: CertificateDependencies,
  order: OrderRecord,
): Promise<boolean> {
  if (!MADE_STATUSES.includes(order.status)) {
    return false;
  }
  const certificate = await findCertificateOfOrder(certificates, recordIdOf(order));
  return certificate !== null && certificate.state !== 'revoked';
}
