import { keyPlaceOf, type OrderStatus, type StaffQueueItem } from '@acceptance/shared';
import type { ListPage } from '../queue/queue-pages';

type ReadPage = (status: OrderStatus, cursor: string | null) => Promise<ListPage<StaffQueueItem>>;

export interface UkeyOrders {
  readonly items: readonly StaffQueueItem[];
  readonly hasMore: boolean;
}

/** Rows that one more press on 加载更多 brings at most. */
const A_ROUND = 20;
/** Pages that are read for them at most: among orders in one status there may be many with a software certificate. */
const PAGES_A_ROUND = 10;

const isForUkey = ({ deliveryWay }: StaffQueueItem): boolean =>
  deliveryWay !== null && keyPlaceOf(deliveryWay) === 'ukey';
const waitingSince = ({ submittedAt }: StaffQueueItem): string => submittedAt ?? '';

/** Reads one status until enough are found. `sureUntil`: orders that wait since later may be missing; null when none are. */
async function readStatus(readPage: ReadPage, status: OrderStatus, rounds: number) {
  const items: StaffQueueItem[] = [];
  let cursor: string | null = null;
  let sureUntil = '';
  for (let pages = 0; pages < PAGES_A_ROUND * rounds && items.length < A_ROUND * rounds; pages += 1) {
    const page = await readPage(status, cursor);
    items.push(...page.items.filter(isForUkey));
    const last = page.items.at(-1);
    if (page.nextCursor === null || !last) {
      return { items, sureUntil: null };
    }
    cursor = page.nextCursor;
    sureUntil = waitingSince(last);
  }
  return { items, sureUntil };
}

/** The orders of several statuses that get a UKey as one list, the longest waiting first; each once, however it moves meanwhile. */
export async function readUkeyOrders(
  readPage: ReadPage,
  statuses: readonly OrderStatus[],
  rounds: number,
): Promise<UkeyOrders> {
  const lists = await Promise.all(statuses.map((status) => readStatus(readPage, status, rounds)));
  const horizons = lists.flatMap(({ sureUntil }) => (sureUntil === null ? [] : [sureUntil]));
  const byId = new Map(lists.flatMap(({ items }) => items.map((item) => [item.id, item] as const)));
  const sorted = [...byId.values()].sort(
    (left, right) => waitingSince(left).localeCompare(waitingSince(right)) || left.id.localeCompare(right.id),
  );
  const sure = sorted.filter((item) => horizons.every((horizon) => waitingSince(item) <= horizon));
  return { items: sure.slice(0, A_ROUND * rounds), hasMore: horizons.length > 0 || sure.length > A_ROUND * rounds };
}
