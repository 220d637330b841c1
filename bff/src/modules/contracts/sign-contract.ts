import { AppError, type ContractText } from '@acceptance/shared';
import { outboxEntry } from '../../database/outbox';
import { editOrder, findOwnOrder, type OrderModel, type OrderRecord, refuseUneditable, SIGNED_STATES } from '../orders';
import { CONTRACT_JOBS } from './contract-jobs';

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

/**
 * Signs: freezes photos and signature and asks for the sealed PDF by a durable job. Repeating it answers the same.
 * @throws AppError contracts.*, orders.*
 */
export async function signContract(
  { orders, text }: { orders: OrderModel; text: ContractText },
  { accountId, orderId, now }: { accountId: string; orderId: string; now: Date },
): Promise<OrderRecord> {
  const order = await findOwnOrder(orders, accountId, orderId);
  refuseUneditable(order);
  if (SIGNED_STATES.includes(order.contract.state)) {
    return order;
  }
  refuseUnready(order, text);
  const edited = await editOrder(orders, {
    accountId,
    orderId,
    // The revision pins what was just checked: nothing may slip in between.
    where: { 'contract.state': 'consented', revision: order.revision },
    set: {
      'contract.state': 'sealing',
      'contract.contractNumber': `HT-${order.orderNumber}`,
      'contract.signedAt': now,
    },
    push: { outbox: outboxEntry(CONTRACT_JOBS.sealContract, now) },
  });
  return edited ?? signContract({ orders, text }, { accountId, orderId, now });
}
