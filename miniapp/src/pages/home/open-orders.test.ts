import type { OrderGroup, OrderSummary } from '@acceptance/shared';
import { openOrders } from './open-orders';

const order = (id: string) => ({ id }) as OrderSummary;

describe('the orders among which the next thing is found', () => {
  it('are those of the first page where there are no more, and nothing else is asked', async () => {
    const asked: OrderGroup[] = [];
    const items = [order('a'), order('b')];
    const found = await openOrders({ items, total: 2 }, async (group) => {
      asked.push(group);
      return [];
    });
    expect([found, asked]).toEqual([items, []]);
  });

  it('are of the open groups where there are more, those of the applicant’s turn first', async () => {
    const groups: Partial<Record<OrderGroup, OrderSummary[]>> = { 'under-way': [order('w')], 'my-turn': [order('m')] };
    const found = await openOrders({ items: [order('done')], total: 11 }, async (group) => groups[group] ?? []);
    expect(found.map(({ id }) => id)).toEqual(['m', 'w']);
  });
});
