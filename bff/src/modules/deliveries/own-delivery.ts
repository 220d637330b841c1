import {
  AppError,
  type DeliveryView,
  IDENTITY_DOCUMENT_LABELS,
  maskIdNumber,
  type OrderView,
} from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import type { BinaryResult } from '../../http/request-context';
import type { ContractMaker } from '../../ports/contract-maker';
import { holderOfOrder } from '../certificates';
import { findOwnOrder, isDownloaded, type OrderRecord, transitionOrder, viewOwnOrder } from '../orders';
import { type AdvanceDependencies, noteEnd } from './advance-order';
import { type PickUpPlace, presentOwnDelivery } from './deliveries.presenter';
import { type DeliveryRecord, newestParcel, openCode } from './delivery.model';
import { findDeliveryOfOrder } from './find-deliveries';

export interface OwnDeliveryDependencies extends AdvanceDependencies {
  readonly cipher: FieldCipher;
  readonly contractMaker: ContractMaker;
  readonly pickUpPlace: PickUpPlace;
}

interface Own {
  readonly accountId: string;
  readonly orderId: string;
}

/** @throws AppError deliveries.not_ready before there is anything to deliver */
async function findOwn({ deliveries, orders }: OwnDeliveryDependencies, { accountId, orderId }: Own) {
  const order = await findOwnOrder(orders, accountId, orderId);
  if (!isDownloaded(order)) {
    return { order, delivery: await findDeliveryOfOrder(deliveries, orderId) };
  }
  if (order.status !== 'delivered' && order.status !== 'completed') {
    throw new AppError('deliveries.not_ready');
  }
  return { order, delivery: null };
}

/** @throws AppError orders.not_found, deliveries.not_ready */
export async function readOwnDelivery(needs: OwnDeliveryDependencies, own: Own): Promise<DeliveryView> {
  const { order, delivery } = await findOwn(needs, own);
  return presentOwnDelivery(needs.cipher, order, delivery, needs.pickUpPlace);
}

/** What the voucher says of the holder: enough for the desk to find it, little for whoever finds it. */
function holderOnVoucher(cipher: FieldCipher, order: OrderRecord) {
  const holder = holderOfOrder(cipher, order);
  if (!holder) {
    throw new AppError('deliveries.not_ready');
  }
  const { documentType, idNumber } = holder.person;
  return {
    unitName: holder.unit?.name ?? null,
    documentName: IDENTITY_DOCUMENT_LABELS[documentType],
    documentNumberMasked: maskIdNumber(idNumber),
  };
}

/** @throws AppError orders.not_found, deliveries.not_ready, deliveries.not_for_pick_up, deliveries.collected */
export async function readVoucher(needs: OwnDeliveryDependencies, own: Own): Promise<BinaryResult> {
  const { cipher, contractMaker, pickUpPlace } = needs;
  const { order, delivery } = await findOwn(needs, own);
  const code = delivery && openCode(cipher, delivery);
  if (!delivery || !code) {
    throw new AppError('deliveries.not_for_pick_up');
  }
  if (delivery.collected) {
    throw new AppError('deliveries.collected');
  }
  const bytes = await contractMaker.makePickUpVoucher({
    ...holderOnVoucher(cipher, order),
    ...pickUpPlace,
    code,
    orderNumber: order.orderNumber,
    projectName: order.project.name,
    readyAt: delivery.readyAt,
  });
  return { bytes, mediaType: 'application/pdf' };
}

/**
 * The applicant has it. A lost parcel's certificate is on hold: who has it after all speaks to staff, who release it.
 * @throws AppError orders.not_found, orders.transition_not_allowed, deliveries.parcel_lost
 */
export async function confirmReceived(
  needs: OwnDeliveryDependencies,
  { accountId, orderId, identityVerified, now }: Own & { readonly identityVerified: boolean; readonly now: Date },
): Promise<OrderView> {
  const { deliveries, orders, cipher } = needs;
  await findOwnOrder(orders, accountId, orderId);
  const delivery = await deliveries.findOne({ orderId }).lean<DeliveryRecord>();
  if (delivery && newestParcel(delivery)?.state === 'lost') {
    throw new AppError('deliveries.parcel_lost');
  }
  const by = { role: 'applicant', id: accountId } as const;
  const order = await transitionOrder(orders, { orderId, event: 'complete', by, now });
  await noteEnd(needs, orderId, now);
  return viewOwnOrder(cipher, order, identityVerified);
}
