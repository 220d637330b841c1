import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { viewOwnOrder } from '../orders';
import type { PaymentDependencies } from './payment-dependencies';
import { receiveNotification } from './receive-notification';
import { refreshPayment } from './refresh-payment';
import { startPayment } from './start-payment';

export function bindPaymentsEndpoints(bind: BindEndpoint, dependencies: PaymentDependencies): void {
  bind(endpoints.payments.startPayment, ({ params, body }, context) =>
    startPayment(dependencies, {
      accountId: applicantOf(context).id,
      orderId: params.orderId,
      channel: body.channel,
      now: context.now,
    }),
  );
  bind(endpoints.payments.refreshPayment, async ({ params }, context) => {
    const { id: accountId, identityVerified } = applicantOf(context);
    const order = await refreshPayment(dependencies, { accountId, orderId: params.orderId });
    return viewOwnOrder(dependencies.cipher, order, identityVerified);
  });
  bind(endpoints.callbacks.weChatPay, async ({ raw }, context) => {
    await receiveNotification(dependencies, raw, context.now);
    return undefined;
  });
}
