import type { OrderGroup, OrderSummary } from '@acceptance/shared';

interface FirstPage {
  readonly items: readonly OrderSummary[];
  readonly total: number;
}

/**
 * The orders among which the next thing to do is found: all, where the first page holds all of them. Who applies for many units
 * has open ones behind the newest: for them the newest of each open group are asked for, those of the applicant's turn first.
 */
export async function openOrders(
  { items, total }: FirstPage,
  readGroup: (group: OrderGroup) => Promise<readonly OrderSummary[]>,
): Promise<readonly OrderSummary[]> {
  if (total <= items.length) {
    return items;
  }
  const groups = await Promise.all([readGroup('my-turn'), readGroup('under-way')]);
  return groups.flat();
}
