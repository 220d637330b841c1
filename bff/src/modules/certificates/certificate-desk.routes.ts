import { endpoints, type StaffIssuing } from '@acceptance/shared';
import { staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import { wakingWith } from '../../jobs/waking';
import type { OrderRecord } from '../orders';
import { findSubmittedOrder } from '../staff';
import {
  type AtDeskDependencies,
  confirmToken,
  releaseAtDesk,
  requestAtDesk,
  revokeAtDesk,
  startAtDesk,
  suspendAtDesk,
} from './at-desk';
import type { CertificateRecord } from './certificate.model';
import { presentCertificateSummary, presentStaffCertificate, presentStaffIssuing } from './certificate.presenter';
import { listInventory } from './certificate-inventory';
import { findCertificate, findCertificateOfOrder } from './find-certificates';
import { exportInventory } from './inventory-csv';
import { outlookOf } from './outlook-of-order';

export interface CertificateDeskDependencies extends AtDeskDependencies {
  /** Wakes the dispatcher. */
  readonly jobsAdded: () => void;
}

const actOf = (context: RequestContext) => ({ staffId: staffOf(context).id, now: context.now });

function bindIssuing(bind: BindEndpoint, dependencies: CertificateDeskDependencies): void {
  const { certificates, orders, cipher, jobsAdded } = dependencies;
  const waking = wakingWith(jobsAdded);
  const view = async (order: OrderRecord, certificate: CertificateRecord | null): Promise<StaffIssuing> =>
    presentStaffIssuing(cipher, order, certificate, await outlookOf(dependencies, order));
  bind(endpoints.certificateDesk.readIssuing, async ({ params: { orderId } }) =>
    view(await findSubmittedOrder(orders, orderId), await findCertificateOfOrder(certificates, orderId)),
  );
  bind(endpoints.certificateDesk.startIssuing, async ({ params: { orderId } }, context) =>
    view(await startAtDesk(dependencies, orderId, actOf(context)), await findCertificateOfOrder(certificates, orderId)),
  );
  bind(endpoints.certificateDesk.requestCertificate, async ({ params, body }, context) => {
    const { order, certificate } = await waking(requestAtDesk(dependencies, { ...params, ...body }, actOf(context)));
    return view(order, certificate);
  });
  bind(endpoints.certificateDesk.confirmToken, async ({ params, body }, context) =>
    presentStaffCertificate(cipher, await confirmToken(dependencies, { ...params, ...body }, context.now)),
  );
}

export function bindCertificateDeskEndpoints(bind: BindEndpoint, dependencies: CertificateDeskDependencies): void {
  const { certificates, cipher, jobsAdded } = dependencies;
  const waking = wakingWith(jobsAdded);
  const view = async (found: Promise<CertificateRecord>) => presentStaffCertificate(cipher, await found);
  bindIssuing(bind, dependencies);
  bind(endpoints.certificateDesk.listCertificates, async ({ query }) => {
    const page = await listInventory(certificates, query);
    return { ...page, items: page.items.map((record) => presentCertificateSummary(cipher, record)) };
  });
  bind(endpoints.certificateDesk.exportCertificates, async ({ query }, context) => ({
    bytes: await exportInventory(dependencies, query, context.now),
    mediaType: 'text/csv; charset=utf-8',
  }));
  bind(endpoints.certificateDesk.readCertificate, ({ params }) =>
    view(findCertificate(certificates, params.certificateId)),
  );
  bind(endpoints.certificateDesk.revokeCertificate, ({ params, body }, context) =>
    view(waking(revokeAtDesk(dependencies, { ...params, ...body }, actOf(context)))),
  );
  bind(endpoints.certificateDesk.suspendCertificate, ({ params, body }, context) =>
    view(waking(suspendAtDesk(dependencies, { ...params, ...body }, actOf(context)))),
  );
  bind(endpoints.certificateDesk.releaseCertificate, ({ params }, context) =>
    view(waking(releaseAtDesk(dependencies, params.certificateId, actOf(context)))),
  );
}
