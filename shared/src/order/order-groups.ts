import { DELIVERY_WAYS, type DeliveryWay } from '../schemas/project';
import { ORDER_STATUSES, type OrderStatus } from './order-status';

/** How applicants look for their orders: what they have to do, what others do, what came of it. */
export const ORDER_GROUPS = ['my-turn', 'under-way', 'done', 'ended'] as const;
export type OrderGroup = (typeof ORDER_GROUPS)[number];

export const ORDER_GROUP_LABELS: Record<OrderGroup, string> = {
  'my-turn': '待我处理',
  'under-way': '办理中',
  done: '已完成',
  ended: '已结束',
};

const MINE: readonly OrderStatus[] = ['draft', 'returned', 'approved', 'delivered'];
/** The key of a software certificate is made by its holder; what is ready at the counter is fetched. */
const MINE_BY_WAY: Partial<Record<DeliveryWay, OrderStatus>> = { download: 'issuing', 'pick-up': 'issued' };

/** The group that an order is in. */
export function groupOf(status: OrderStatus, way: DeliveryWay | null): OrderGroup {
  if (MINE.includes(status) || (way !== null && MINE_BY_WAY[way] === status)) {
    return 'my-turn';
  }
  switch (status) {
    case 'completed':
      return 'done';
    case 'rejected':
    case 'cancelled':
    case 'expired':
    case 'refunded':
      return 'ended';
    default:
      return 'under-way';
  }
}

const WAYS: readonly (DeliveryWay | null)[] = [null, ...DELIVERY_WAYS];

/** The same for a query: statuses that are in the group by every way of delivery, and pairs of status and way that are. */
export function queryOfGroup(group: OrderGroup): {
  readonly statuses: readonly OrderStatus[];
  readonly pairs: readonly { readonly status: OrderStatus; readonly ways: readonly (DeliveryWay | null)[] }[];
} {
  const found = ORDER_STATUSES.map((status) => ({
    status,
    ways: WAYS.filter((way) => groupOf(status, way) === group),
  }));
  return {
    statuses: found.filter(({ ways }) => ways.length === WAYS.length).map(({ status }) => status),
    pairs: found.filter(({ ways }) => ways.length > 0 && ways.length < WAYS.length),
  };
}
