import type { DeliveryWay, OrderStatus, StaffQueueItem } from '@acceptance/shared';
import { readUkeyOrders } from './ukey-orders';

const orderAt = (minute: number, deliveryWay: DeliveryWay = 'courier', id = `o${minute}`): StaffQueueItem =>
  ({ id, deliveryWay, submittedAt: new Date(minute * 60_000).toISOString() }) as StaffQueueItem;

/** Pages of two. */
function readerOf(lists: Partial<Record<OrderStatus, readonly StaffQueueItem[]>>) {
  let calls = 0;
  const read = async (status: OrderStatus, cursor: string | null) => {
    calls += 1;
    const list = lists[status] ?? [];
    const from = cursor ? Number(cursor) : 0;
    const next = from + 2 < list.length ? String(from + 2) : null;
    return { items: list.slice(from, from + 2), nextCursor: next, total: list.length };
  };
  return { read, calls: () => calls };
}
const statuses = ['paid', 'issuing'] as const;
const idsOf = ({ items }: { items: readonly StaffQueueItem[] }) => items.map(({ id }) => id);

describe('the orders that get a UKey', () => {
  it('are one list of both statuses, the longest waiting first, without software certificates', async () => {
    const { read } = readerOf({
      paid: [orderAt(2), orderAt(3, 'download'), orderAt(6)],
      issuing: [orderAt(1), orderAt(4, 'download'), orderAt(5, 'pick-up')],
    });
    const found = await readUkeyOrders(read, statuses, 1);
    expect(idsOf(found)).toEqual(['o1', 'o2', 'o5', 'o6']);
    expect(found.hasMore).toBe(false);
  });

  it('lists an order once that moved on between the two answers', async () => {
    const { read } = readerOf({ paid: [orderAt(1)], issuing: [orderAt(1), orderAt(2)] });
    expect(idsOf(await readUkeyOrders(read, statuses, 1))).toEqual(['o1', 'o2']);
  });

  it('shows nothing out of order: what may have others before it waits for the next round', async () => {
    const paid = Array.from({ length: 30 }, (_, n) => orderAt(n));
    const { read } = readerOf({ paid, issuing: [orderAt(25.5, 'courier', 'late')] });
    const first = await readUkeyOrders(read, statuses, 1);
    expect(first.items).toHaveLength(20);
    expect(idsOf(first)).not.toContain('late');
    expect(first.hasMore).toBe(true);
    const second = await readUkeyOrders(read, statuses, 2);
    expect(idsOf(second).indexOf('late')).toBe(26);
    expect(second.hasMore).toBe(false);
  });

  it('reads a bounded number of pages past software certificates, and goes on when asked', async () => {
    const issuing = [...Array.from({ length: 24 }, (_, n) => orderAt(n, 'download')), orderAt(99)];
    const { read, calls } = readerOf({ issuing, paid: [orderAt(5), orderAt(50)] });
    const first = await readUkeyOrders(read, statuses, 1);
    expect([idsOf(first), first.hasMore]).toEqual([['o5'], true]);
    expect(calls()).toBe(1 + 10);
    expect(idsOf(await readUkeyOrders(read, statuses, 2))).toEqual(['o5', 'o50', 'o99']);
  });
});
