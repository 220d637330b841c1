import { AppError, endpoints } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import type { RequestContext } from '../../http/request-context';
import type { FileStore } from '../../ports/file-store';
import type { FileModel } from '../files';
import type { Person } from '../person';
import { applyAnew } from './apply-anew';
import { cancelOrder } from './cancel-order';
import type { CardReadingDependencies } from './card-reading/read-card';
import { checkUnit, type UnitCheckDependencies } from './check-unit';
import { type CreateOrderDependencies, createOrder } from './create-order';
import { deleteDraft } from './delete-draft';
import { joinOwnOrder } from './find-order';
import { joinPageOfOrders, pageOfOrders } from './list-orders';
import type { OrderRecord } from './order.model';
import { saveForm } from './save-form';
import { confirmSignature, saveAttachments, saveIdCard } from './save-papers';
import type { ListedOrder, ShownOrder } from './shown-order';
import { type SubmitDependencies, submitOrder } from './submit-order';
import { summariseOwnOrder, viewOwnOrder } from './view-order';

export interface OrderDependencies
  extends CreateOrderDependencies,
    SubmitDependencies,
    Omit<UnitCheckDependencies, 'orders'>,
    Omit<CardReadingDependencies, 'orders'> {
  readonly files: FileModel;
  readonly fileStore: FileStore;
  readonly cipher: FieldCipher;
  /** Whom the account of the applicant who calls is verified as; null: nobody yet. */
  readonly verifiedCaller: (context: RequestContext) => Person | null;
  /** Nobody can check somebody by photos that are gone. */
  readonly closeOpenCheck: (accountId: string, now: Date, orderId: string) => Promise<void>;
}

export function bindOrdersEndpoints(bind: BindEndpoint, dependencies: OrderDependencies): void {
  const { orders, cipher, verifiedCaller } = dependencies;
  const own = (context: RequestContext, { orderId }: { orderId: string }) => ({
    accountId: applicantOf(context).id,
    orderId,
  });
  const view = async (context: RequestContext, found: Promise<OrderRecord> | ShownOrder) => {
    const { identityVerified } = applicantOf(context);
    const order = await found;
    const isToCompare = order.cardReadings && !order.applicant;
    return viewOwnOrder(cipher, order, identityVerified, isToCompare ? verifiedCaller(context) : null);
  };

  bind(endpoints.orders.createOrder, ({ body }, context) =>
    view(context, createOrder(dependencies, { accountId: applicantOf(context).id, ...body, now: context.now })),
  );
  bind(
    endpoints.orders.listOrders,
    async ({ query }, context, found: readonly ListedOrder[]) => {
      const { id: accountId, identityVerified } = applicantOf(context);
      const page = await pageOfOrders(orders, { accountId, ...query }, found);
      const items = page.orders.map((order) => summariseOwnOrder(cipher, order, identityVerified));
      return { items, nextCursor: page.nextCursor, total: page.total };
    },
    ({ query }, accountId) => joinPageOfOrders(orders, { accountId, ...query }),
  );
  bind(
    endpoints.orders.readOrder,
    async (_call, context, [order]: readonly ShownOrder[]) => {
      if (!order) {
        throw new AppError('orders.not_found');
      }
      return view(context, order);
    },
    ({ params }, accountId) => joinOwnOrder(orders, accountId, params.orderId),
  );
  bind(endpoints.orders.deleteDraft, async ({ params }, context) => {
    const draft = own(context, params);
    await deleteDraft(dependencies, draft);
    await dependencies.closeOpenCheck(draft.accountId, context.now, draft.orderId);
    return undefined;
  });
  bind(endpoints.orders.saveIdCard, ({ params, body }, context) =>
    view(
      context,
      saveIdCard(dependencies, {
        ...own(context, params),
        ...body,
        holder: () => verifiedCaller(context),
        now: context.now,
      }),
    ),
  );
  bind(endpoints.orders.confirmSignature, ({ params, body }, context) =>
    view(context, confirmSignature(dependencies, { ...own(context, params), ...body })),
  );
  bind(endpoints.orders.saveForm, ({ params, body }, context) =>
    view(context, saveForm(dependencies, { ...own(context, params), changes: body })),
  );
  bind(endpoints.orders.checkUnit, ({ params, body }, context) =>
    view(context, checkUnit(dependencies, { ...own(context, params), ...body, now: context.now })),
  );
  bind(endpoints.orders.saveAttachments, ({ params, body }, context) =>
    view(context, saveAttachments(dependencies, { ...own(context, params), items: body.items, now: context.now })),
  );
  bind(endpoints.orders.submitOrder, ({ params }, context) =>
    view(
      context,
      submitOrder(dependencies, {
        ...own(context, params),
        sessionId: applicantOf(context).sessionId,
        now: context.now,
      }),
    ),
  );
  bind(endpoints.orders.cancelOrder, ({ params }, context) =>
    view(context, cancelOrder(orders, { ...own(context, params), now: context.now })),
  );
  bind(endpoints.orders.applyAnew, ({ params }, context) =>
    view(context, applyAnew(dependencies, { ...own(context, params), now: context.now })),
  );
}
