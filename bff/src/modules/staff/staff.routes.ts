import { endpoints } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import type { FileStore } from '../../ports/file-store';
import { readContractPdf } from '../contracts';
import { readFileBytes } from '../files';
import type { OrderModel, OrderRecord } from '../orders';
import { decideOrder } from './decide-order';
import { bindMemberEndpoints } from './member.routes';
import { listQueue } from './order-queue';
import { bindStaffSessionEndpoints, type StaffSessionDependencies } from './session.routes';
import { fileOfOrder, findSubmittedOrder, reviewRoleOf, viewSubmittedOrder } from './view-submitted-order';

export interface StaffDependencies extends StaffSessionDependencies {
  readonly orders: OrderModel;
  readonly cipher: FieldCipher;
  readonly fileStore: FileStore;
  /** Wakes the dispatcher. */
  readonly jobsAdded: () => void;
}

function bindDecisions(bind: BindEndpoint, { orders, cipher, jobsAdded }: StaffDependencies): void {
  const decision = (context: RequestContext, orderId: string, revision: number) => ({
    orderId,
    staffId: staffOf(context).id,
    revision,
    now: context.now,
  });
  const decided = async (order: Promise<OrderRecord>) => {
    const view = viewSubmittedOrder(cipher, await order, 'reviewer');
    jobsAdded();
    return view;
  };
  bind(endpoints.staff.approveOrder, ({ params, body }, context) =>
    decided(decideOrder(orders, decision(context, params.orderId, body.revision), { event: 'approve' })),
  );
  bind(endpoints.staff.returnOrder, ({ params, body }, context) =>
    decided(
      decideOrder(orders, decision(context, params.orderId, body.revision), { event: 'return', marks: body.marks }),
    ),
  );
  bind(endpoints.staff.rejectOrder, ({ params, body }, context) =>
    decided(
      decideOrder(orders, decision(context, params.orderId, body.revision), { event: 'reject', reason: body.reason }),
    ),
  );
}

export function bindStaffEndpoints(bind: BindEndpoint, dependencies: StaffDependencies): void {
  const { orders, cipher, fileStore } = dependencies;
  bindStaffSessionEndpoints(bind, dependencies);
  bindMemberEndpoints(bind, dependencies);
  bindDecisions(bind, dependencies);
  bind(endpoints.staff.listQueue, ({ query }) => listQueue(dependencies, query));
  bind(endpoints.staff.readOrder, async ({ params }, context) =>
    viewSubmittedOrder(cipher, await findSubmittedOrder(orders, params.orderId), reviewRoleOf(staffOf(context).roles)),
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
