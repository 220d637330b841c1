import { AppError } from '@acceptance/shared';
import type { BinaryResult } from '../../http/request-context';
import type { FileStore } from '../../ports/file-store';
import { editOrder, findOwnOrder, type OrderModel, type OrderRecord, refuseUneditable } from '../orders';

/** The sealed PDF of an order. @throws AppError contracts.not_ready */
export async function readContractPdf(fileStore: FileStore, order: OrderRecord): Promise<BinaryResult> {
  const { state, fileId } = order.contract;
  const bytes = (state === 'sealed' || state === 'acknowledged') && fileId ? await fileStore.read(fileId) : null;
  if (!bytes) {
    throw new AppError('contracts.not_ready');
  }
  return { bytes, mediaType: 'application/pdf' };
}

/**
 * Records that the sealed contract was looked at; `sha256` names the very bytes that were shown.
 * @throws AppError contracts.not_ready, contracts.acknowledgement_required, contracts.digest_mismatch, orders.*
 */
export async function acknowledgeContract(
  orders: OrderModel,
  {
    accountId,
    orderId,
    sha256,
    read,
    now,
  }: { accountId: string; orderId: string; sha256: string; read: boolean; now: Date },
): Promise<OrderRecord> {
  const order = await findOwnOrder(orders, accountId, orderId);
  refuseUneditable(order);
  if (order.contract.state === 'acknowledged') {
    return order;
  }
  if (order.contract.state !== 'sealed') {
    throw new AppError('contracts.not_ready');
  }
  if (!read) {
    throw new AppError('contracts.acknowledgement_required');
  }
  if (order.contract.sha256 !== sha256) {
    throw new AppError('contracts.digest_mismatch');
  }
  const set = { 'contract.state': 'acknowledged', 'contract.acknowledgedAt': now } as const;
  const edited = await editOrder(orders, { accountId, orderId, where: { 'contract.state': 'sealed' }, set });
  return edited ?? findOwnOrder(orders, accountId, orderId);
}
