import { AppError, endpoints, type IssuingView } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { wakingWith } from '../../jobs/waking';
import { findOwnOrder, type OrderRecord } from '../orders';
import type { CertificateRecord } from './certificate.model';
import { chainPemOf, presentCertificate, presentCertificateSummary, presentIssuing } from './certificate.presenter';
import { findCertificateOfOrder, findOwnCertificate, listOwnCertificates } from './find-certificates';
import { outlookOf } from './outlook-of-order';
import { type RequestCertificateDependencies, requestOwnCertificate } from './request-certificate';
import { type RevokeOwnDependencies, revokeOwnCertificate } from './revoke-certificate';

export interface CertificatesDependencies extends RequestCertificateDependencies, RevokeOwnDependencies {
  /** Wakes the dispatcher. */
  readonly jobsAdded: () => void;
}

export function bindCertificatesEndpoints(bind: BindEndpoint, dependencies: CertificatesDependencies): void {
  const { certificates, orders, cipher, jobsAdded } = dependencies;
  const waking = wakingWith(jobsAdded);
  const view = async (order: OrderRecord, certificate: CertificateRecord | null): Promise<IssuingView> =>
    presentIssuing(cipher, order, certificate, await outlookOf(dependencies, order));

  bind(endpoints.certificates.readIssuing, async ({ params: { orderId } }, context) => {
    const order = await findOwnOrder(orders, applicantOf(context).id, orderId);
    return view(order, await findCertificateOfOrder(certificates, orderId));
  });
  bind(endpoints.certificates.requestCertificate, async ({ params: { orderId }, body }, context) => {
    const { id: accountId } = applicantOf(context);
    const request = { accountId, orderId, csr: body.csr, now: context.now };
    const certificate = await waking(requestOwnCertificate(dependencies, request));
    return view(await findOwnOrder(orders, accountId, orderId), certificate);
  });
  bind(endpoints.certificates.listCertificates, async (_input, context) => {
    const own = await listOwnCertificates(certificates, applicantOf(context).id);
    return { items: own.map((record) => presentCertificateSummary(cipher, record)) };
  });
  bind(endpoints.certificates.readCertificate, async ({ params }, context) =>
    presentCertificate(cipher, await findOwnCertificate(certificates, applicantOf(context).id, params.certificateId)),
  );
  bind(endpoints.certificates.downloadCertificate, async ({ params }, context) => {
    const record = await findOwnCertificate(certificates, applicantOf(context).id, params.certificateId);
    if (!record.issuedAt) {
      throw new AppError('certificates.not_issued');
    }
    const bytes = Buffer.from(chainPemOf(cipher, record).join(''), 'ascii');
    return { bytes, mediaType: 'application/pem-certificate-chain' };
  });
  bind(endpoints.certificates.revokeCertificate, async ({ params, body }, context) => {
    const { id: accountId } = applicantOf(context);
    const revocation = { ...body, accountId, certificateId: params.certificateId, now: context.now };
    return presentCertificate(cipher, await waking(revokeOwnCertificate(dependencies, revocation)));
  });
}
