import { groundProblem, type OrderStatus, ruleOfKind } from '@acceptance/shared';
import type { UpdateQuery } from 'mongoose';
import { recordIdOf } from '../../database/record-id';
import { openTaskEntry } from '../../jobs/task-jobs';
import { findOrder, findOrderInWork, type OrderModel, type OrderRecord } from '../orders';
import type { CertificateModel, CertificateRecord } from './certificate.model';
import { findCertificate } from './find-certificates';
import { originFactsOf } from './order-ground';
import { revokeCertificate } from './revoke-certificate';

export interface EndOriginDependencies {
  readonly certificates: CertificateModel;
  readonly orders: OrderModel;
  readonly now: () => Date;
}

const system = { role: 'system', id: null } as const;

/**
 * Job: an order was handed in whose kind ends the old certificate at once. It is found by its id, never by a name or a key
 * that its successor may share; over already, it stays as it is.
 */
export async function endOriginOfOrder(needs: EndOriginDependencies, orderId: string): Promise<void> {
  const { kind, origin } = await findOrder(needs.orders, orderId);
  const old = ruleOfKind(kind)?.old;
  if (origin && old?.ends === 'at-submission') {
    const record = await findCertificate(needs.certificates, origin.certificateId);
    await revokeCertificate(needs, record, { reason: old.reason, at: needs.now(), by: system });
  }
}

/** What a certificate takes the place of ends now that it is there, where its order's kind says so. */
export async function endReplaced(
  needs: EndOriginDependencies,
  { orderId, replaces }: CertificateRecord,
): Promise<void> {
  const old = ruleOfKind((await findOrder(needs.orders, orderId)).kind)?.old;
  if (replaces && old?.ends === 'when-issued') {
    const record = await findCertificate(needs.certificates, replaces.certificateId);
    await revokeCertificate(needs, record, { reason: old.reason, at: needs.now(), by: system });
  }
}

/** Handed in, and its own certificate not made yet. */
const STOPPABLE: readonly OrderStatus[] = ['submitted', 'returned', 'approved', 'paid', 'issuing'];

/** Job: a certificate was revoked; an order that cannot go on with it is a task, for money may have come. */
export async function findStopped(needs: EndOriginDependencies, certificateId: string): Promise<void> {
  const { certificates, orders, now } = needs;
  const order = await findOrderInWork(orders, certificateId);
  if (!order || order.kind === 'new' || !STOPPABLE.includes(order.status)) {
    return;
  }
  const record = await findCertificate(certificates, certificateId);
  const at = now();
  if (groundProblem(order.kind, await originFactsOf(needs, record, order.applicantType), at.getTime())) {
    const facts = { orderNumber: order.orderNumber };
    const task = openTaskEntry({ kind: 'successor-stopped', facts, redo: null }, at);
    await orders.updateOne({ _id: recordIdOf(order), certificateInWork: certificateId }, {
      $push: { outbox: task },
    } as UpdateQuery<OrderRecord>);
  }
}
