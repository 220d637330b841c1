import { endpoints } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import type { FileStore } from '../../ports/file-store';
import { type AuditEntryModel, recordAct } from '../audit';
import { endSession } from '../auth';
import { readContractPdf } from '../contracts';
import { readFileBytes } from '../files';
import type { OrderModel, OrderRecord } from '../orders';
import { decideOrder } from './decide-order';
import { listQueue } from './order-queue';
import { type StaffSignInDependencies, signInStaff } from './sign-in-staff';
import { findStaff, presentStaff } from './staff-accounts';
import { fileOfOrder, findSubmittedOrder, reviewRoleOf, viewSubmittedOrder } from './view-submitted-order';

export interface StaffDependencies extends StaffSignInDependencies {
  readonly orders: OrderModel;
  readonly cipher: FieldCipher;
  readonly fileStore: FileStore;
  readonly auditEntries: AuditEntryModel;
  /** Wakes the dispatcher. */
  readonly jobsAdded: () => void;
}

function bindSessions(bind: BindEndpoint, dependencies: StaffDependencies): void {
  const { staffMembers, sessions } = dependencies;
  bind(endpoints.staff.signInStaff, ({ body }, { userAgent, now }) =>
    signInStaff(dependencies, body, { userAgent, now }),
  );
  bind(endpoints.staff.signOutStaff, async (_call, context) => {
    await endSession(sessions, staffOf(context).sessionId, context.now);
    return undefined;
  });
  bind(endpoints.staff.readStaff, async (_call, context) =>
    presentStaff(await findStaff(staffMembers, staffOf(context).id)),
  );
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
  const { orders, cipher, fileStore, auditEntries } = dependencies;
  const recordLook = (context: RequestContext, action: string, object: string) =>
    recordAct(auditEntries, {
      at: context.now,
      actorKind: 'staff',
      actorId: staffOf(context).id,
      action,
      object,
      requestId: context.requestId,
    });
  bindSessions(bind, dependencies);
  bindDecisions(bind, dependencies);
  bind(endpoints.staff.listQueue, ({ query }) => listQueue(dependencies, query));
  bind(endpoints.staff.readOrder, async ({ params }, context) =>
    viewSubmittedOrder(cipher, await findSubmittedOrder(orders, params.orderId), reviewRoleOf(staffOf(context).roles)),
  );
  bind(endpoints.staff.readOrderFile, async ({ params }, context) => {
    const file = fileOfOrder(await findSubmittedOrder(orders, params.orderId), params.fileId);
    await recordLook(context, 'staff.readOrderFile', `file:${file.id}`);
    return readFileBytes(fileStore, file);
  });
  bind(endpoints.staff.readOrderContract, async ({ params }, context) => {
    const order = await findSubmittedOrder(orders, params.orderId);
    await recordLook(context, 'staff.readOrderContract', `order:${params.orderId}`);
    return readContractPdf(fileStore, order);
  });
}
