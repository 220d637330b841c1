import { type AccountRecord, findAccountByPhone } from '../../bff/src/modules/account';
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

/** Where an order's consent came from: device and address, in clear. */
export function openConsent({ container }: TestSystem, { _id, contract }: OrderRecord) {
  const open = (envelope: string, purpose: string): string =>
    container().cipher.decryptText(envelope, purpose, _id.toHexString());
  const { device, address } = contract.consent!;
  return { device: open(device, 'order.consent.device'), address: open(address, 'order.consent.address') };
}

/** What a refused call must leave as it was: the whole stored order, but for what the runner of its jobs notes meanwhile. */
export const orderState = (system: TestSystem, context: StoryContext) => async () => {
  const { outbox, ...order } = await storedOrder(system, context);
  return { ...order, outbox: outbox.map(({ id, job, payload }) => ({ id, job, payload })) };
};

/** The payment attempts of the story's order, the first one first. */
export const storedAttempts = async (system: TestSystem, context: StoryContext): Promise<readonly PaymentAttempt[]> =>
  (await storedOrder(system, context)).attempts;

/** The story person's account as it is stored. */
export async function storedAccount(system: TestSystem, { person }: StoryContext): Promise<AccountRecord> {
  return (await findAccountByPhone(system.container(), person.phone))!;
}

/** Moments of an order's history, by event. */
export const eventsOf = (order: OrderRecord): string[] => order.history.map((entry) => entry.event);
