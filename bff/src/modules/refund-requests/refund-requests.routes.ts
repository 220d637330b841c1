import { endpoints } from '@acceptance/shared';
import { applicantOf, staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import { wakingWith } from '../../jobs/waking';
import { findOwnOrder, type OrderRecord, viewOwnOrder } from '../orders';
import { findSubmittedOrder, staffCallerOf } from '../staff';
import { type AskRefundDependencies, askRefund } from './ask-refund';
import { approveRefund, type DecideRefundDependencies, rejectRefund } from './decide-refund';
import { withdrawRefund } from './end-request';
import { listRefunds } from './list-refunds';
import { presentRefundSummary, viewDeskRefund } from './view-desk-refund';

export type RefundRequestDependencies = AskRefundDependencies &
  DecideRefundDependencies & {
    /** Wakes the dispatcher. */
    readonly jobsAdded: () => void;
  };

function bindOwn(bind: BindEndpoint, needs: RefundRequestDependencies): void {
  const { orders, cipher } = needs;
  const waking = wakingWith(needs.jobsAdded);
  const own = ({ orderId }: { orderId: string }, context: RequestContext) => {
    const { id } = applicantOf(context);
    const by = { role: 'applicant', id } as const;
    return { by, load: () => findOwnOrder(orders, id, orderId), now: context.now };
  };
  const view = async (changed: Promise<OrderRecord>, context: RequestContext) =>
    viewOwnOrder(cipher, await waking(changed), applicantOf(context).identityVerified);
  bind(endpoints.refunds.requestRefund, ({ params, body }, context) =>
    view(askRefund(needs, { ...own(params, context), wish: body }), context),
  );
  bind(endpoints.refunds.withdrawRefund, ({ params, body }, context) =>
    view(withdrawRefund(orders, { ...own(params, context), ...body }), context),
  );
}

function bindDesk(bind: BindEndpoint, needs: RefundRequestDependencies): void {
  const { orders, cipher } = needs;
  const { refundDesk } = endpoints;
  const waking = wakingWith(needs.jobsAdded);
  const view = async (found: Promise<OrderRecord>, context: RequestContext) =>
    viewDeskRefund(needs, await found, staffOf(context).id);
  const asked = ({ orderId }: { orderId: string }, context: RequestContext) => {
    const { id } = staffOf(context);
    const load = async () => {
      await needs.refuseOwnOrder(id, orderId);
      return findSubmittedOrder(orders, orderId);
    };
    return { by: { role: 'finance', id } as const, load, now: context.now };
  };
  bind(refundDesk.listRefunds, async ({ query }, context) => {
    const page = await listRefunds(orders, query);
    return { ...page, items: page.items.map((order) => presentRefundSummary(cipher, order, staffOf(context).id)) };
  });
  bind(refundDesk.readRefund, ({ params }, context) => view(findSubmittedOrder(orders, params.orderId), context));
  bind(refundDesk.requestRefund, ({ params, body }, context) =>
    view(waking(askRefund(needs, { ...asked(params, context), wish: body })), context),
  );
  bind(refundDesk.withdrawRefund, ({ params, body }, context) => {
    const load = () => findSubmittedOrder(orders, params.orderId);
    return view(waking(withdrawRefund(orders, { ...asked(params, context), load, ...body })), context);
  });
  bind(refundDesk.approveRefund, ({ params, body: { number, revision, ...proof } }, context) =>
    view(
      waking(approveRefund(needs, staffCallerOf(context), { orderId: params.orderId, number, revision, proof })),
      context,
    ),
  );
  bind(refundDesk.rejectRefund, ({ params, body }, context) =>
    view(waking(rejectRefund(needs, staffCallerOf(context), { orderId: params.orderId, ...body })), context),
  );
}

export function bindRefundEndpoints(bind: BindEndpoint, needs: RefundRequestDependencies): void {
  bindOwn(bind, needs);
  bindDesk(bind, needs);
}
