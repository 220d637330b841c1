import type { Logger } from 'pino';
import type { AccountModel } from '../account';
import type { OrderRecord } from '../orders';
import { type RemoveOrderDependencies, removeOrder } from './remove-order';

export interface RetentionSweepDependencies extends RemoveOrderDependencies {
  readonly accounts: AccountModel;
  readonly logger: Logger;
}

const HOUR_MS = 3_600_000;
const AT_ONCE = 50;

/** Removes what was kept for the law and need not be any longer; with the last order goes what is left of its account. */
async function sweep(dependencies: RetentionSweepDependencies, now: Date): Promise<number> {
  const { orders, accounts } = dependencies;
  const over = await orders
    .find({ retainedUntil: { $lte: now } })
    .limit(AT_ONCE)
    .lean<OrderRecord[]>();
  for (const order of over) {
    await removeOrder(dependencies, order);
    if (!(await orders.exists({ accountId: order.accountId }))) {
      await accounts.deleteOne({ _id: order.accountId, closedAt: { $exists: true } });
    }
  }
  return over.length;
}

/** Makes the function that sweeps once an hour; to be called often. Never throws: a failure is logged and repeated. */
export function createRetentionSweep(dependencies: RetentionSweepDependencies): (now: Date) => Promise<void> {
  let notBefore = 0;
  return async (now) => {
    if (now.getTime() < notBefore) {
      return;
    }
    notBefore = now.getTime() + HOUR_MS;
    try {
      const removed = await sweep(dependencies, now);
      if (removed > 0) {
        dependencies.logger.warn({ removed }, 'orders whose time of retention is over were removed');
      }
    } catch (error) {
      dependencies.logger.error({ name: (error as Error).name }, 'the retention sweep failed');
    }
  };
}
