import { AppError, type ContractState, PRINTED_FIELDS } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import type { FileStore } from '../../ports/file-store';
import type { FileModel } from '../files';
import {
  EMPTY_CONTRACT,
  editOrder,
  findOwnOrder,
  type OrderModel,
  type OrderRecord,
  refuseAllUnmarked,
  refuseUneditable,
  removeReplaced,
} from '../orders';

export interface RenewDependencies {
  readonly orders: OrderModel;
  readonly files: FileModel;
  readonly fileStore: FileStore;
  readonly cipher: FieldCipher;
}

interface RenewRequest {
  readonly accountId: string;
  readonly orderId: string;
  /** The contract that is given up. */
  readonly contractNumber: string;
}

/** Contracts that are finished; one that is being sealed is waited for, one that failed is looked after by staff. */
const RENEWABLE: readonly ContractState[] = ['sealed', 'acknowledged'];
const PRINTED_PARTS = PRINTED_FIELDS.map((field) => ({ field }));

/**
 * Gives up a sealed contract, so that what it prints can be corrected and it is read and signed anew. The old one is kept with
 * the order; repeating it changes nothing. What came back is signed anew only where something that the contract says was marked.
 * @throws AppError orders.not_found, orders.not_editable, contracts.not_ready, review.not_marked
 */
export async function renewContract(
  needs: RenewDependencies,
  { accountId, orderId, contractNumber }: RenewRequest,
): Promise<OrderRecord> {
  const { orders } = needs;
  const order = await findOwnOrder(orders, accountId, orderId);
  refuseUneditable(order);
  if (order.contract.contractNumber !== contractNumber) {
    return order;
  }
  if (!RENEWABLE.includes(order.contract.state)) {
    throw new AppError('contracts.not_ready');
  }
  refuseAllUnmarked(needs.cipher, order, PRINTED_PARTS);
  const edited = await editOrder(orders, {
    accountId,
    orderId,
    where: { 'contract.contractNumber': contractNumber, 'contract.state': order.contract.state },
    set: { contract: EMPTY_CONTRACT, signature: null },
    push: { formerContracts: order.contract },
  });
  if (!edited) {
    return renewContract(needs, { accountId, orderId, contractNumber });
  }
  await removeReplaced(needs, order, edited);
  return edited;
}
