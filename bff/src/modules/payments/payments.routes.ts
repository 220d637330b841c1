import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { callerAccount } from '../account';
import { findOwnOrder, viewOwnOrder } from '../orders';
import { findLinkedOrder, givePayLink, presentBill, withdrawPayLink } from './pay-link';
import { receiveNotification } from './receive-notification';
import { refreshPayment } from './refresh-payment';
import { type LinkPaymentDependencies, startPayment, startPaymentByLink } from './start-payment';

export function bindPaymentsEndpoints(bind: BindEndpoint, dependencies: LinkPaymentDependencies): void {
  const { orders } = dependencies;
  bind(endpoints.payments.startPayment, ({ params, body }, context) =>
    startPayment(dependencies, {
      payer: callerAccount(context),
      orderId: params.orderId,
      channel: body.channel,
      now: context.now,
    }),
  );
  bind(endpoints.payments.refreshPayment, async ({ params }, context) => {
    const { id: accountId, identityVerified } = applicantOf(context);
    const order = await refreshPayment(dependencies, () => findOwnOrder(orders, accountId, params.orderId));
    return viewOwnOrder(dependencies.cipher, order, identityVerified);
  });
  bind(endpoints.payLinks.givePayLink, ({ params }, context) =>
    givePayLink(dependencies, { accountId: applicantOf(context).id, orderId: params.orderId, now: context.now }),
  );
  bind(endpoints.payLinks.withdrawPayLink, async ({ params }, context) => {
    await withdrawPayLink(dependencies, { accountId: applicantOf(context).id, orderId: params.orderId });
    return undefined;
  });
  bind(endpoints.payLinks.readBill, async ({ body }, { now }) =>
    presentBill(await findLinkedOrder(orders, { token: body.token, now })),
  );
  bind(endpoints.payLinks.startPayment, ({ body }, { now }) => startPaymentByLink(dependencies, { ...body, now }));
  bind(endpoints.payLinks.refreshBill, async ({ body }, { now }) =>
    presentBill(await refreshPayment(dependencies, () => findLinkedOrder(orders, { token: body.token, now }))),
  );
  bind(endpoints.callbacks.weChatPay, async ({ raw }, context) => {
    await receiveNotification(dependencies, raw, context.now);
    return undefined;
  });
}
