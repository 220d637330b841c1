import { DELIVERY_WAYS } from '../schemas/project';
import { groupOf, ORDER_GROUPS, queryOfGroup } from './order-groups';
import { isFinal } from './order-machine';
import { ORDER_STATUSES } from './order-status';

const WAYS = [null, ...DELIVERY_WAYS] as const;

describe('the groups of orders', () => {
  it('hold each order once, and a query finds what they hold', () => {
    for (const status of ORDER_STATUSES) {
      for (const way of WAYS) {
        const found = ORDER_GROUPS.filter((group) => {
          const { statuses, pairs } = queryOfGroup(group);
          return statuses.includes(status) || pairs.some((pair) => pair.status === status && pair.ways.includes(way));
        });
        expect([status, way, found]).toEqual([status, way, [groupOf(status, way)]]);
      }
    }
  });

  it('are of what is over, and of what is not', () => {
    for (const status of ORDER_STATUSES) {
      const isOver = WAYS.map((way) => ['done', 'ended'].includes(groupOf(status, way)));
      expect([status, new Set(isOver)]).toEqual([status, new Set([isFinal(status)])]);
    }
  });
});
