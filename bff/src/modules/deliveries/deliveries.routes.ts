import { endpoints } from '@acceptance/shared';
import { applicantOf } from '../../http/actor-of';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { type NoteDependencies, receiveParcelNotice } from './note-parcel';
import { confirmReceived, type OwnDeliveryDependencies, readOwnDelivery, readVoucher } from './own-delivery';

export interface DeliveriesDependencies extends OwnDeliveryDependencies, NoteDependencies {}

export function bindDeliveriesEndpoints(bind: BindEndpoint, dependencies: DeliveriesDependencies): void {
  bind(endpoints.deliveries.readOwn, ({ params }, context) =>
    readOwnDelivery(dependencies, { ...params, accountId: applicantOf(context).id }),
  );
  bind(endpoints.deliveries.readVoucher, ({ params }, context) =>
    readVoucher(dependencies, { ...params, accountId: applicantOf(context).id }),
  );
  bind(endpoints.deliveries.confirmReceived, ({ params }, context) => {
    const { id: accountId, identityVerified } = applicantOf(context);
    return confirmReceived(dependencies, { ...params, accountId, identityVerified, now: context.now });
  });
  bind(endpoints.callbacks.noteParcel, async ({ params: { reference }, raw }, { now }) => {
    await receiveParcelNotice(dependencies, { reference, raw, now });
    return dependencies.parcelTracker.noticeAnswer;
  });
}
