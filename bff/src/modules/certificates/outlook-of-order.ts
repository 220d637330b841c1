import { recordIdOf } from '../../database/record-id';
import type { OrderRecord } from '../orders';
import { offeredAlgorithms } from '../projects';
import type { CertificateOutlook } from './certificate.presenter';
import { findDiscardedKeys } from './find-certificates';
import { subjectOfOrder } from './holder-facts';
import type { RequestCertificateDependencies } from './request-certificate';

/** What the certificate of an order may be like, what it will say as far as that stands, and which keys it will not have. */
export async function outlookOf(
  needs: RequestCertificateDependencies,
  order: OrderRecord,
): Promise<CertificateOutlook> {
  return {
    algorithms: offeredAlgorithms(needs, order.project),
    subject: subjectOfOrder(needs.cipher, order) ?? [],
    discardedKeys: await findDiscardedKeys(needs.certificates, recordIdOf(order)),
  };
}
