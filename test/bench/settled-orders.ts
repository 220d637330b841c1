import { mongo } from 'mongoose';
import type { DemoSystem } from '../../scripts/demo/start-demo-system';

const PAUSE_MS = 100;

/**
 * Answers when no job of an order is due or being done: the BFF does them by itself. One look for all who wait: each with looks of its
 * own, every 15 ms, or one every 40, took more of the database and of the callers than what is measured.
 */
export function createSettling(system: DemoSystem): (orderId: string) => Promise<void> {
  const waiting = new Map<string, () => void>();
  let isLooking = false;

  async function look(): Promise<void> {
    const { orders } = system.container();
    const ids = [...waiting.keys()];
    const isAtWork = { $or: [{ availableAt: { $lte: new Date() } }, { leasedBy: { $type: 'string' } }] };
    const filter = { _id: { $in: ids.map((id) => new mongo.ObjectId(id)) }, outbox: { $elemMatch: isAtWork } };
    const atWork = await orders.collection.find(filter, { projection: { _id: 1 } }).toArray();
    const busy = new Set(atWork.map(({ _id }) => String(_id)));
    for (const id of ids.filter((id) => !busy.has(id))) {
      waiting.get(id)?.();
      waiting.delete(id);
    }
  }

  async function lookOn(): Promise<void> {
    isLooking = true;
    try {
      while (waiting.size > 0) {
        await look();
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    } finally {
      isLooking = false;
    }
  }

  return (orderId) =>
    new Promise((resolve, reject) => {
      waiting.set(orderId, resolve);
      if (!isLooking) lookOn().catch(reject);
    });
}
