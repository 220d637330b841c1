import type { AccountRecord } from '../../bff/src/modules/account';
import type { OrderRecord, PaymentAttempt } from '../../bff/src/modules/orders';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import type { TestSystem } from './test-system';

/** The story's order as it is stored. */
export async function storedOrder(system: TestSystem, context: StoryContext): Promise<OrderRecord> {
  const order = await system
    .container()
    .orders.findOne({ _id: orderOf(context).id })
    .lean<OrderRecord>();
  return order!;
}

/** What a refused call must leave as it was: the whole stored order. */
export const orderState = (system: TestSystem, context: StoryContext) => () => storedOrder(system, context);

/** The payment attempts of the story's order, the first one first. */
export const storedAttempts = async (system: TestSystem, context: StoryContext): Promise<readonly PaymentAttempt[]> =>
  (await storedOrder(system, context)).attempts;

/** The story person's account as it is stored. */
export async function storedAccount(system: TestSystem, { person }: StoryContext): Promise<AccountRecord> {
  const { accounts, cipher } = system.container();
  const phoneHash = cipher.lookupHash(person.phone, 'account.phone');
  const account = await accounts.findOne({ phoneHash }).lean<AccountRecord>();
  return account!;
}

/** Moments of an order's history, by event. */
export const eventsOf = (order: OrderRecord): string[] => order.history.map((entry) => entry.event);
