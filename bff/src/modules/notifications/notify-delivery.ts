import type { DeliveryWay } from '@acceptance/shared';
import type { ParcelOf } from '../shipping-info';
import { type NotificationDependencies, recipientOf } from './notify-applicant';
import { sendOrderNotice } from './send-notice';

export interface DeliveryNoticeDependencies extends NotificationDependencies {
  readonly parcelOf: ParcelOf;
}

/** What its holder does now. Operators cut long template parameters: at most 12 characters. */
const NEXT_STEPS: Readonly<Record<DeliveryWay, string>> = {
  download: '请打开小程序下载证书',
  courier: 'UKey将尽快寄出',
  'pick-up': '请看小程序里的领取方式',
};

/** Who sends it, where no parcel is known. */
const SOME_COURIER = '快递';

/** Job: tells the applicant that the certificate is made, and what comes next. @throws PortError */
export async function tellIssued(needs: NotificationDependencies, orderId: string): Promise<void> {
  const { order, to } = await recipientOf(needs, orderId);
  const nextStep = NEXT_STEPS[order.deliveryWay ?? 'download'];
  await sendOrderNotice(needs, to, { kind: 'certificate-issued', orderNumber: order.orderNumber, nextStep });
}

/** Job: tells the applicant that the UKey is on its way. The number stands in the mini-program. @throws PortError */
export async function tellSent(needs: DeliveryNoticeDependencies, orderId: string): Promise<void> {
  const { order, to } = await recipientOf(needs, orderId);
  const courier = (await needs.parcelOf(orderId))?.courier ?? SOME_COURIER;
  await sendOrderNotice(needs, to, { kind: 'parcel-sent', orderNumber: order.orderNumber, courier });
}
