import { AppError, type ContractText } from '@acceptance/shared';
import { outboxEntry } from '../../database/outbox';
import { editOrder, findOwnOrder, isSigned, type OrderModel, type OrderRecord, refuseUneditable } from '../orders';
import { detailsOf } from './contract-details';
import { CONTRACT_JOBS } from './contract-jobs';
import type { ReadTextDependencies } from './read-contract-text';

function refuseUnready(order: OrderRecord, text: ContractText): void {
  const { consent, state } = order.contract;
  if (state === 'unread' || !consent) {
    throw new AppError('contracts.consent_required');
  }
  if (consent.version !== text.version || consent.textSha256 !== text.sha256) {
    throw new AppError('contracts.version_outdated');
  }
  if (!order.idCard.front || !order.idCard.back) {
    throw new AppError('contracts.id_card_required');
  }
  if (!order.signature) {
    throw new AppError('contracts.signature_required');
  }
}

/** Numbered by the order; what is signed anew gets a number of its own. */
const contractNumberOf = ({ orderNumber, formerContracts }: OrderRecord): string =>
  formerContracts.length === 0 ? `HT-${orderNumber}` : `HT-${orderNumber}-${formerContracts.length + 1}`;

export interface SignDependencies extends ReadTextDependencies {
  readonly orders: OrderModel;
}

/**
 * Signs: freezes photos and signature and asks for the sealed PDF by a durable job. Repeating it answers the same.
 * @throws AppError contracts.*, orders.*
 */
export async function signContract(
  needs: SignDependencies,
  { accountId, orderId, now }: { accountId: string; orderId: string; now: Date },
): Promise<OrderRecord> {
  const { orders, text, contractMaker } = needs;
  const order = await findOwnOrder(orders, accountId, orderId);
  refuseUneditable(order);
  if (isSigned(order.contract)) {
    return order;
  }
  refuseUnready(order, text);
  const { details } = await detailsOf(needs, order);
  if (contractMaker.detailsSha256(details) !== order.contract.consent?.detailsSha256) {
    throw new AppError('contracts.details_changed');
  }
  const edited = await editOrder(orders, {
    accountId,
    orderId,
    // The revision pins what was just checked: nothing may slip in between.
    where: { 'contract.state': 'consented', revision: order.revision },
    set: {
      'contract.state': 'sealing',
      'contract.contractNumber': contractNumberOf(order),
      'contract.signedAt': now,
    },
    push: { outbox: outboxEntry(CONTRACT_JOBS.sealContract, now) },
  });
  return edited ?? signContract(needs, { accountId, orderId, now });
}
