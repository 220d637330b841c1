import type { FieldCipher } from '../../database/field-cipher';
import { type AccountModel, type AccountRecord, findAccountByPhone } from '../account';
import type { OrderModel } from '../orders';

/**
 * Whether the account that already holds the new number is one that somebody made just by looking around: it has no
 * verified identity and no order. It gives way to the older account.
 */
export async function mayBeAbsorbed(
  { orders }: { readonly orders: OrderModel },
  account: Pick<AccountRecord, '_id' | 'identity'>,
): Promise<boolean> {
  return !account.identity && !(await orders.exists({ accountId: account._id.toHexString() }));
}

/** Removes the account of a number, unless it has become one that must stay; answers whether the number is free. */
export async function freeNumber(
  dependencies: { readonly accounts: AccountModel; readonly orders: OrderModel; readonly cipher: FieldCipher },
  phone: string,
): Promise<{ readonly free: boolean; readonly removedId: string | null }> {
  const { accounts } = dependencies;
  const holder = await findAccountByPhone(dependencies, phone);
  if (!holder) {
    return { free: true, removedId: null };
  }
  if (!(await mayBeAbsorbed(dependencies, holder))) {
    return { free: false, removedId: null };
  }
  const removed = await accounts.deleteOne({ _id: holder._id, identity: null });
  return { free: removed.deletedCount === 1, removedId: holder._id.toHexString() };
}
