import { endpoints } from '@acceptance/shared';
import { staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import type { FileStore } from '../../ports/file-store';
import { readContractPdf } from '../contracts';
import { readFileBytes } from '../files';
import { type DecideDependencies, type DecisionEvent, decideOrder } from './decide-order';
import { bindChangeEndpoints, bindMemberEndpoints, type MemberEndpointDependencies } from './member.routes';
import { listQueue } from './order-queue';
import { addOwnPhone } from './own-orders';
import { bindStaffSessionEndpoints, type StaffSessionDependencies } from './session.routes';
import { fileOfOrder, findSubmittedOrder, viewSubmittedOrder } from './view-submitted-order';

export type StaffDependencies = StaffSessionDependencies &
  DecideDependencies &
  MemberEndpointDependencies & { readonly fileStore: FileStore };

function bindDecisions(bind: BindEndpoint, dependencies: StaffDependencies): void {
  const { cipher, jobsAdded } = dependencies;
  const decide = async (context: RequestContext, orderId: string, revision: number, decision: DecisionEvent) => {
    const { id: staffId, roles } = staffOf(context);
    const order = await decideOrder(dependencies, { orderId, staffId, revision, now: context.now }, decision);
    jobsAdded();
    return viewSubmittedOrder(cipher, order, roles);
  };
  bind(endpoints.staff.approveOrder, ({ params, body }, context) =>
    decide(context, params.orderId, body.revision, { event: 'approve' }),
  );
  bind(endpoints.staff.returnOrder, ({ params, body }, context) =>
    decide(context, params.orderId, body.revision, { event: 'return', marks: body.marks }),
  );
  bind(endpoints.staff.rejectOrder, ({ params, body }, context) =>
    decide(context, params.orderId, body.revision, { event: 'reject', reason: body.reason }),
  );
}

export function bindStaffEndpoints(bind: BindEndpoint, dependencies: StaffDependencies): void {
  const { orders, cipher, fileStore } = dependencies;
  bindStaffSessionEndpoints(bind, dependencies);
  bindMemberEndpoints(bind, dependencies);
  bindChangeEndpoints(bind, dependencies);
  bind(endpoints.staff.addOwnPhone, ({ body }, context) =>
    addOwnPhone(dependencies, staffOf(context).id, body.phone, context.now),
  );
  bindDecisions(bind, dependencies);
  bind(endpoints.staff.listQueue, ({ query }) => listQueue(dependencies, query));
  bind(endpoints.staff.readOrder, async ({ params }, context) =>
    viewSubmittedOrder(cipher, await findSubmittedOrder(orders, params.orderId), staffOf(context).roles),
  );
  bind(endpoints.staff.readOrderFile, async ({ params }) => {
    const file = fileOfOrder(await findSubmittedOrder(orders, params.orderId), params.fileId);
    return readFileBytes(fileStore, file);
  });
  bind(endpoints.staff.readOrderContract, async ({ params }) => {
    const order = await findSubmittedOrder(orders, params.orderId);
    return readContractPdf(fileStore, order);
  });
}
