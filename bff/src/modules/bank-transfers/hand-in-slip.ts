import { AppError, MOST_SLIPS } from '@acceptance/shared';
import { outboxEntry } from '../../database/outbox';
import { openTaskEntry } from '../../jobs/task-jobs';
import { type FileModel, findLost, referenceOwnFile } from '../files';
import {
  endOfTransferCheck,
  findOwnOrder,
  ORDER_MONEY_JOBS,
  type OrderRecord,
  TRANSFER_NOTE_PURPOSE,
  updateTransfer,
} from '../orders';
import { type OwnTransferDependencies, refuseTransfer } from './own-transfer';

export interface SlipDependencies extends OwnTransferDependencies {
  readonly files: FileModel;
}

interface OwnOrder {
  readonly accountId: string;
  readonly orderId: string;
  readonly now: Date;
}

/** As it stood when it was looked at: of two that change it at once one does. */
const unchanged = ({ transfer }: OrderRecord) => ({
  status: 'approved' as const,
  'transfer.state': transfer?.state,
  'transfer.timesHandedIn': transfer?.timesHandedIn,
});

/** @throws AppError bank_transfers.not_chosen, bank_transfers.too_many_slips, payments.*, orders.not_found */
async function findHandable(needs: SlipDependencies, { accountId, orderId }: OwnOrder): Promise<OrderRecord> {
  const order = await findOwnOrder(needs.orders, accountId, orderId);
  refuseTransfer(needs, order);
  if (!order.transfer) {
    throw new AppError('bank_transfers.not_chosen');
  }
  return order;
}

/** A slip that was removed while it was put into the order is none. @throws AppError files.not_found */
async function refuseLostSlip(needs: SlipDependencies, order: OrderRecord, fileId: string, now: Date): Promise<void> {
  if ((await findLost(needs.files, [fileId])).length > 0) {
    await updateTransfer(needs.orders, order, {
      where: { 'transfer.slip.id': fileId, 'transfer.state': 'handed-in' },
      fields: { state: 'chosen', slip: null, handedInAt: null },
      jobs: endOfTransferCheck(order, 'slip-lost', now),
    });
    throw new AppError('files.not_found');
  }
}

/**
 * The applicant says that they have transferred. It pays nothing: finance has a task to compare it with the account. What could
 * still be paid by WeChat is closed, so that nobody pays twice.
 * @throws AppError orders.not_found, payments.*, bank_transfers.*, files.not_found, files.wrong_purpose, request.conflict
 */
export async function handInSlip(
  needs: SlipDependencies,
  { fileId, note, ...own }: OwnOrder & { readonly fileId: string; readonly note?: string | undefined },
): Promise<OrderRecord> {
  const { orders, files, cipher } = needs;
  const { accountId, orderId, now } = own;
  const order = await findHandable(needs, own);
  const { transfer } = order;
  if (transfer?.state === 'handed-in' && transfer.slip?.id === fileId) {
    return order;
  }
  const timesHandedIn = (transfer?.timesHandedIn ?? 0) + 1;
  if (timesHandedIn > MOST_SLIPS) {
    throw new AppError('bank_transfers.too_many_slips');
  }
  const slip = await referenceOwnFile(files, { accountId, orderId, fileId, purpose: 'transfer-slip' });
  const facts = { orderNumber: order.orderNumber, expectedFen: order.project.priceFen };
  const changed = await updateTransfer(orders, order, {
    where: unchanged(order),
    fields: {
      state: 'handed-in',
      slip,
      note: note ? cipher.encryptText(note, TRANSFER_NOTE_PURPOSE, orderId) : null,
      handedInAt: now,
      timesHandedIn,
      refusal: null,
    },
    jobs: [
      outboxEntry(ORDER_MONEY_JOBS.closePaymentAttempts, now),
      openTaskEntry({ kind: 'transfer-to-check', facts, redo: null }, now),
    ],
  });
  if (!changed) {
    throw new AppError('request.conflict');
  }
  await refuseLostSlip(needs, changed, fileId, now);
  return changed;
}

/** The applicant pays otherwise. Taking back what is not waiting changes nothing. @throws AppError as `handInSlip` */
export async function withdrawSlip(needs: SlipDependencies, own: OwnOrder): Promise<OrderRecord> {
  const { orders } = needs;
  const order = await findOwnOrder(orders, own.accountId, own.orderId);
  if (order.transfer?.state !== 'handed-in') {
    return order;
  }
  refuseTransfer(needs, order);
  const changed = await updateTransfer(orders, order, {
    where: unchanged(order),
    fields: { state: 'chosen', slip: null, note: null, handedInAt: null },
    jobs: endOfTransferCheck(order, 'withdrawn', own.now),
  });
  if (!changed) {
    throw new AppError('request.conflict');
  }
  return changed;
}
