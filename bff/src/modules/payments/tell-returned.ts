import type { FieldCipher } from '../../database/field-cipher';
import { type AccountModel, findAccount, phoneOf } from '../account';
import { type OrderNoticeDependencies, sendOrderNotice } from '../notifications';
import { findOrder, type OrderModel } from '../orders';

export interface TellReturnedDependencies extends OrderNoticeDependencies {
  readonly orders: OrderModel;
  readonly accounts: AccountModel;
  readonly cipher: FieldCipher;
}

/** Job: tells the applicant that money came for which nothing was due, and that it goes back by itself. @throws PortError */
export async function tellReturned(needs: TellReturnedDependencies, orderId: string): Promise<void> {
  const { orders, accounts, cipher } = needs;
  const { accountId, orderNumber } = await findOrder(orders, orderId);
  const account = await findAccount(accounts, accountId);
  await sendOrderNotice(needs, { orderId, phone: phoneOf(cipher, account) }, { kind: 'payment-returned', orderNumber });
}
