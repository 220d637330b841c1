import { AppError, MOST_SLIPS, type OwnTransfer, paymentWaysOf, type TransferAccount } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import {
  findOwnOrder,
  iso,
  type OrderModel,
  type OrderRecord,
  refuseUnpayable,
  TRANSFER_NOTE_PURPOSE,
} from '../orders';

export interface OwnTransferDependencies {
  readonly orders: OrderModel;
  readonly cipher: FieldCipher;
  readonly transferAccount: TransferAccount | null;
}

export const isOffered = (
  { transferAccount }: Pick<OwnTransferDependencies, 'transferAccount'>,
  { project }: Pick<OrderRecord, 'project'>,
): boolean => transferAccount !== null && paymentWaysOf(project).includes('transfer');

/** @throws AppError payments.*, bank_transfers.not_offered */
export function refuseTransfer(needs: OwnTransferDependencies, order: OrderRecord): void {
  refuseUnpayable(order);
  if (!isOffered(needs, order)) {
    throw new AppError('bank_transfers.not_offered');
  }
}

export const noteOf = (cipher: FieldCipher, order: OrderRecord): string | null =>
  order.transfer?.note ? cipher.decryptText(order.transfer.note, TRANSFER_NOTE_PURPOSE, recordIdOf(order)) : null;

/** A transfer for its applicant. Where it can no longer be made, no account is shown. */
export function presentOwnTransfer(needs: OwnTransferDependencies, order: OrderRecord): OwnTransfer {
  const { transfer, project, status } = order;
  const offered = status === 'approved' && isOffered(needs, order);
  return {
    offered,
    amountFen: project.priceFen,
    state: transfer?.state ?? null,
    code: transfer?.code ?? null,
    account: offered && transfer ? needs.transferAccount : null,
    slip: transfer?.slip ?? null,
    note: noteOf(needs.cipher, order),
    handedInAt: iso(transfer?.handedInAt ?? null),
    refusal: transfer?.state === 'refused' ? (transfer.refusal?.reason ?? null) : null,
    slipsLeft: MOST_SLIPS - (transfer?.timesHandedIn ?? 0),
  };
}

/** @throws AppError orders.not_found */
export const readOwnTransfer = async (
  needs: OwnTransferDependencies,
  { accountId, orderId }: { readonly accountId: string; readonly orderId: string },
): Promise<OwnTransfer> => presentOwnTransfer(needs, await findOwnOrder(needs.orders, accountId, orderId));

/** What the applicant's export says of transfers; who of the staff it was stays out. */
export const transferData = (cipher: FieldCipher, order: OrderRecord) =>
  order.transfer && {
    orderNumber: order.orderNumber,
    remarkCode: order.transfer.code,
    state: order.transfer.state,
    chosenAt: order.transfer.chosenAt,
    handedInAt: order.transfer.handedInAt,
    note: noteOf(cipher, order),
    refusal: order.transfer.refusal?.reason ?? null,
    paidAt: order.transfer.paid?.at ?? null,
  };
