import { endpoints } from '@acceptance/shared';
import { staffOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import { wakingWith } from '../../jobs/waking';
import { findSubmittedOrder } from '../staff';
import { presentDeliverySummary, viewStaffDelivery } from './deliveries.presenter';
import type { DeliveryRecord } from './delivery.model';
import { exportToSend } from './export-to-send';
import { findDeliveryOfOrder } from './find-deliveries';
import { findVoucher, type HandOverDependencies, handOver } from './hand-over';
import { importNumbers } from './import-numbers';
import { listDeliveries } from './list-deliveries';
import { correctParcel, sendParcel } from './send-parcel';
import { settleParcel } from './settle-parcel';

export interface DeliveryDeskDependencies extends HandOverDependencies {
  /** Wakes the dispatcher. */
  readonly jobsAdded: () => void;
}

const actOf = (context: RequestContext) => ({ staffId: staffOf(context).id, now: context.now });

export function bindDeliveryDeskEndpoints(bind: BindEndpoint, dependencies: DeliveryDeskDependencies): void {
  const { deliveries, orders, jobsAdded } = dependencies;
  const waking = wakingWith(jobsAdded);
  const view = async (found: Promise<DeliveryRecord>) => viewStaffDelivery(dependencies, await found);
  const { deliveryDesk } = endpoints;
  bind(deliveryDesk.listDeliveries, async ({ query }) => {
    const page = await listDeliveries(deliveries, query);
    return { ...page, items: page.items.map(presentDeliverySummary) };
  });
  bind(deliveryDesk.exportToSend, () => exportToSend(dependencies));
  bind(deliveryDesk.importNumbers, ({ body, file }, context) =>
    waking(importNumbers(dependencies, { bytes: file?.bytes ?? null, dryRun: body.dryRun === 'true' }, actOf(context))),
  );
  bind(deliveryDesk.readDelivery, async ({ params: { orderId } }) => {
    await findSubmittedOrder(orders, orderId);
    return view(findDeliveryOfOrder(deliveries, orderId));
  });
  bind(deliveryDesk.sendParcel, async ({ params: { orderId }, body }, context) => {
    const { delivery } = await waking(sendParcel(dependencies, { orderId, parcel: body }, actOf(context)));
    return viewStaffDelivery(dependencies, delivery);
  });
  bind(deliveryDesk.correctParcel, ({ params: { orderId }, body }, context) =>
    view(waking(correctParcel(dependencies, { orderId, parcel: body }, actOf(context)))),
  );
  bind(deliveryDesk.settleParcel, ({ params, body }, context) =>
    view(waking(settleParcel(dependencies, { ...params, ...body }, actOf(context)))),
  );
  bind(deliveryDesk.findVoucher, ({ params }) => findVoucher(dependencies, params.code));
  bind(deliveryDesk.handOver, ({ params, body, file }, context) =>
    view(waking(handOver(dependencies, { ...params, ...body, signature: file ?? null }, actOf(context)))),
  );
}
