import { endpoints, type StaffOrderView } from '@acceptance/shared';
import { staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import { readContractPdf } from '../contracts';
import { type MarkedReading, readMarkedFile } from '../files';
import { type OrderRecord, reviewMinutesLeft } from '../orders';
import { claimOrder, presentClaims, releaseOrder } from './claim-order';
import { type DecideDependencies, type DecisionEvent, decideOrder } from './decide-order';
import { bindChangeEndpoints, bindMemberEndpoints, type MemberEndpointDependencies } from './member.routes';
import { listQueue } from './order-queue';
import { addOwnPhone } from './own-orders';
import { digestOfShown } from './reviewed-content';
import { bindStaffSessionEndpoints, type StaffSessionDependencies } from './session.routes';
import { viewPerson } from './view-person';
import { seesRisks, viewRiskFlags } from './view-risk-flags';
import { fileOfOrder, findSubmittedOrder, viewSubmittedOrder, withLeastData } from './view-submitted-order';

export type StaffDependencies = StaffSessionDependencies &
  DecideDependencies &
  MemberEndpointDependencies &
  MarkedReading;

/** What a decision says of what it is about. */
interface Shown {
  readonly revision: number;
  readonly shownSha256: string;
}

/** An order as it is shown to a member of the staff, with who has it open and the digest that a decision names. */
async function showOrder(
  needs: StaffDependencies,
  order: OrderRecord,
  context: RequestContext,
): Promise<StaffOrderView> {
  const { id: staffId, roles } = staffOf(context);
  const view = viewSubmittedOrder(needs.cipher, order, roles);
  const [claim = null] = await presentClaims(needs, [order], { staffId, now: context.now });
  return {
    ...withLeastData(view, roles),
    claim,
    shownSha256: await digestOfShown(needs.files, view),
    reviewMinutesLeft: reviewMinutesLeft(needs.calendar, order, context.now),
    riskFlags: await viewRiskFlags(needs, order, roles),
  };
}

function bindDecisions(bind: BindEndpoint, dependencies: StaffDependencies): void {
  const { jobsAdded } = dependencies;
  const decide = async (context: RequestContext, orderId: string, shown: Shown, decision: DecisionEvent) => {
    const { revision, shownSha256 } = shown;
    const made = { orderId, staffId: staffOf(context).id, revision, shownSha256, now: context.now };
    const order = await decideOrder(dependencies, made, decision);
    jobsAdded();
    return showOrder(dependencies, order, context);
  };
  bind(endpoints.staff.approveOrder, ({ params, body }, context) =>
    decide(context, params.orderId, body, { event: 'approve' }),
  );
  bind(endpoints.staff.returnOrder, ({ params, body }, context) =>
    decide(context, params.orderId, body, { event: 'return', marks: body.marks }),
  );
  bind(endpoints.staff.rejectOrder, ({ params, body }, context) =>
    decide(context, params.orderId, body, { event: 'reject', reason: body.reason }),
  );
  const claimOf = ({ orderId }: { orderId: string }, context: RequestContext) => ({
    orderId,
    staffId: staffOf(context).id,
    now: context.now,
  });
  bind(endpoints.staff.readPerson, ({ params }, context) => viewPerson(dependencies, claimOf(params, context)));
  bind(endpoints.staff.claimOrder, async ({ params }, context) =>
    showOrder(dependencies, await claimOrder(dependencies, claimOf(params, context)), context),
  );
  bind(endpoints.staff.releaseOrder, async ({ params }, context) => {
    await releaseOrder(dependencies, claimOf(params, context));
    return undefined;
  });
}

export function bindStaffEndpoints(bind: BindEndpoint, dependencies: StaffDependencies): void {
  const { orders, fileStore } = dependencies;
  bindStaffSessionEndpoints(bind, dependencies);
  bindMemberEndpoints(bind, dependencies);
  bindChangeEndpoints(bind, dependencies);
  bind(endpoints.staff.addOwnPhone, ({ body }, context) =>
    addOwnPhone(dependencies, staffOf(context).id, body.phone, context.now),
  );
  bindDecisions(bind, dependencies);
  bind(endpoints.staff.listQueue, ({ query }, context) =>
    listQueue(dependencies, query, {
      staffId: staffOf(context).id,
      mayReview: seesRisks(staffOf(context).roles),
      now: context.now,
    }),
  );
  bind(endpoints.staff.readOrder, async ({ params }, context) =>
    showOrder(dependencies, await findSubmittedOrder(orders, params.orderId), context),
  );
  bind(endpoints.staff.readOrderFile, async ({ params }, context) => {
    const order = await findSubmittedOrder(orders, params.orderId);
    return readMarkedFile(dependencies, fileOfOrder(order, params.fileId), {
      purpose: `仅供 ${order.project.name} 申请审核`,
      orderNumber: order.orderNumber,
      staffId: staffOf(context).id,
      now: context.now,
    });
  });
  bind(endpoints.staff.readOrderContract, async ({ params }) => {
    const order = await findSubmittedOrder(orders, params.orderId);
    return readContractPdf(fileStore, order);
  });
}
