import { isFinal, type OrderEvent, type OrderStatus } from '@acceptance/shared';
import { findOrder, type OrderModel, transitionOrder } from '../orders';
import type { CertificateModel } from './certificate.model';
import { endReplaced } from './end-origin';
import { findCertificate } from './find-certificates';
import { revokeCertificate } from './revoke-certificate';

export interface AdvanceOrderDependencies {
  readonly certificates: CertificateModel;
  readonly orders: OrderModel;
  readonly now: () => Date;
}

const system = { role: 'system', id: null } as const;

/** Whether the order still waits for its certificate: money may have gone back, or be on its way. */
export async function isOrderWaiting(orders: OrderModel, orderId: string): Promise<boolean> {
  return (await findOrder(orders, orderId)).status === 'issuing';
}

/** An order that ended while its certificate was being made. */
const isOver = (status: OrderStatus): boolean => status === 'refunding' || (isFinal(status) && status !== 'completed');

/**
 * Job: takes the order along after its certificate is stored. A software certificate is delivered by being there. An order
 * that ended meanwhile leaves no valid certificate behind. What the certificate replaces ends last, when there is another.
 */
export async function advanceOrder(needs: AdvanceOrderDependencies, certificateId: string): Promise<void> {
  const { certificates, orders, now } = needs;
  const certificate = await findCertificate(certificates, certificateId);
  const { orderId, keyPlace } = certificate;
  const { status } = await findOrder(orders, orderId);
  if (isOver(status)) {
    await revokeCertificate(needs, certificate, { reason: 'cessationOfOperation', by: system, at: now() });
    return;
  }
  const events: OrderEvent[] = [
    ...(status === 'issuing' ? (['issue'] as const) : []),
    ...(keyPlace === 'software' && (status === 'issuing' || status === 'issued') ? (['deliver'] as const) : []),
  ];
  for (const event of events) {
    await transitionOrder(orders, { orderId, event, by: system, now: now() });
  }
  await endReplaced(needs, certificate);
}
