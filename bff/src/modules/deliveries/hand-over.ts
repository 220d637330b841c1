import { AppError, type Collector, IDENTITY_DOCUMENT_LABELS, maskIdNumber, type VoucherView } from '@acceptance/shared';
import { Types } from 'mongoose';
import { outboxEntry } from '../../database/outbox';
import { recordIdOf } from '../../database/record-id';
import { noteAct } from '../../http/act-notes';
import type { UploadedFile } from '../../http/request-context';
import { settleTaskEntry } from '../../jobs/task-jobs';
import type { FileStore } from '../../ports/file-store';
import { holderOfOrder } from '../certificates';
import { iso, NOT_RETAINED, type OrderRecord } from '../orders';
import { advanceOrder } from './advance-order';
import { AGENT_PURPOSE, type Collection, type DeliveryRecord } from './delivery.model';
import { deliveryAtDesk } from './delivery-at-desk';
import { findHold, refuseHeld } from './delivery-hold';
import { DELIVERY_JOBS } from './delivery-jobs';
import { changeDelivery } from './find-deliveries';
import { codeHashOf } from './prepare-delivery';
import type { DeskAct, DeskDependencies } from './send-parcel';
import { checkSignature, type SignatureDependencies } from './signature-at-desk';

export interface HandOverDependencies extends DeskDependencies, SignatureDependencies {
  readonly fileStore: FileStore;
}

/** Who is to come with this voucher, and what to compare. @throws AppError deliveries.voucher_unknown */
export async function findVoucher(needs: DeskDependencies, code: string): Promise<VoucherView> {
  const { deliveries, orders, certificates, cipher } = needs;
  const delivery = await deliveries.findOne({ codeSha256: codeHashOf(code) }).lean<DeliveryRecord>();
  if (!delivery) {
    throw new AppError('deliveries.voucher_unknown');
  }
  const { orderId, orderNumber, projectName, collected } = delivery;
  // Of somebody whose account is deleted staff see nothing.
  const order = await orders.findOne({ _id: orderId, ...NOT_RETAINED }).lean<OrderRecord>();
  const holder = order && holderOfOrder(cipher, order);
  if (!holder) {
    throw new AppError('deliveries.voucher_unknown');
  }
  const { name, idNumber, documentType } = holder.person;
  return {
    orderId,
    orderNumber,
    projectName,
    unitName: holder.unit?.name ?? null,
    holder: {
      name,
      documentLabel: IDENTITY_DOCUMENT_LABELS[documentType],
      documentNumberMasked: maskIdNumber(idNumber),
    },
    hold: collected ? null : await findHold(certificates, orderId),
    collectedAt: iso(collected?.at ?? null),
  };
}

/** Stores the signature under an id that is written down before: what a call that died has left goes then, never one that counts. */
async function storeSignature(needs: HandOverDependencies, delivery: DeliveryRecord, png: Buffer): Promise<string> {
  const { deliveries, fileStore } = needs;
  const signatureId = new Types.ObjectId().toHexString();
  const { modifiedCount } = await deliveries.updateOne(
    { _id: delivery._id, collected: null, draftSignatureId: delivery.draftSignatureId },
    { $set: { draftSignatureId: signatureId } },
  );
  if (modifiedCount === 0) {
    throw new AppError('deliveries.collected');
  }
  if (delivery.draftSignatureId) {
    await fileStore.delete(delivery.draftSignatureId);
  }
  await fileStore.write(signatureId, png);
  return signatureId;
}

export interface HandOver {
  readonly orderId: string;
  readonly code: string;
  readonly collector: Collector;
  readonly agentName?: string;
  readonly signature: UploadedFile | null;
}

/** Whether the same clerk says the same again. @throws AppError deliveries.collected for anything else */
function isRepeated({ collected }: DeliveryRecord, { collector }: HandOver, staffId: string): boolean {
  if (collected && (collected.by !== collector || collected.staffId !== staffId)) {
    throw new AppError('deliveries.collected');
  }
  return collected !== null;
}

/** What must be true besides the signature. @throws AppError */
async function findToHandOver(
  needs: HandOverDependencies,
  { orderId, code, collector, agentName }: HandOver,
  staffId: string,
) {
  const delivery = await deliveryAtDesk(needs, orderId, staffId);
  if (delivery.way !== 'pick-up') {
    throw new AppError('deliveries.not_for_pick_up');
  }
  if (delivery.codeSha256 !== codeHashOf(code)) {
    throw new AppError('deliveries.voucher_unknown');
  }
  if (collector === 'agent' && !agentName) {
    throw new AppError('deliveries.agent_unnamed');
  }
  return delivery;
}

/**
 * Hands a UKey over at the desk: the document was compared, who came has signed. The order is completed with it.
 * @throws AppError orders.not_found, staff.own_order, deliveries.*, files.*, signature.*
 */
export async function handOver(
  needs: HandOverDependencies,
  wish: HandOver,
  { staffId, now }: DeskAct,
): Promise<DeliveryRecord> {
  const { deliveries, certificates, fileStore, cipher } = needs;
  const delivery = await findToHandOver(needs, wish, staffId);
  if (isRepeated(delivery, wish, staffId)) {
    return delivery;
  }
  await refuseHeld(certificates, wish.orderId);
  const png = await checkSignature(needs, wish.signature);
  const signatureId = await storeSignature(needs, delivery, png);
  noteAct({ collector: wish.collector });
  const agentName =
    wish.collector === 'agent' && wish.agentName
      ? cipher.encryptText(wish.agentName, AGENT_PURPOSE, recordIdOf(delivery))
      : null;
  const collected: Collection = { at: now, by: wish.collector, staffId, agentName, signatureId };
  const drafted: DeliveryRecord = { ...delivery, draftSignatureId: signatureId };
  const done = await changeDelivery(deliveries, drafted, (record) => {
    if (record.collected || record.draftSignatureId !== signatureId) {
      return null;
    }
    return {
      set: { collected, stage: 'done', completedAt: now, draftSignatureId: null },
      jobs: [
        outboxEntry(DELIVERY_JOBS.advanceOrder, now),
        settleTaskEntry({ kind: 'pick-up-overdue', outcome: 'healed', closedBy: staffId }, now),
      ],
    };
  });
  if (done.collected?.signatureId !== signatureId) {
    await fileStore.delete(signatureId);
    throw new AppError('deliveries.collected');
  }
  await advanceOrder(needs, done, { role: 'issuer', id: staffId });
  return done;
}
