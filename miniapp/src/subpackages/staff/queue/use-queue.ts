import { endpoints, type OrderStatus, type StaffQueueItem } from '@acceptance/shared';
import { useEffect, useRef } from 'react';
import { call } from '../../../api/client';
import type { Load } from '../../../features/use-load';
import { usePolling } from '../../../features/use-polling';
import { decidedIds } from '../review/held-decisions';
import { useHeldDecisions } from '../review/use-held-decisions';
import { ALL_SUBMITTED, type QueueFilter, queryOf } from './queue-filter';
import { type ListPage, readPages } from './queue-pages';
import { usePages } from './use-pages';
import { type QueueFilters, useQueueFilter } from './use-queue-filter';

const REFRESH_MS = 15_000;

const readFiltered = (filter: QueueFilter, cursor: string | null): Promise<ListPage<StaffQueueItem>> =>
  call(endpoints.staff.listQueue, { query: { ...queryOf(filter), ...(cursor && { cursor }) } });

export const readQueuePage = (status: OrderStatus, cursor: string | null): Promise<ListPage<StaffQueueItem>> =>
  readFiltered({ ...ALL_SUBMITTED, status }, cursor);

export interface Queue {
  readonly status: OrderStatus;
  readonly setStatus: (status: OrderStatus) => void;
  readonly filters: QueueFilters;
  readonly load: Load<ListPage<StaffQueueItem>>;
  /** Without those that are decided here and on their way. */
  readonly items: readonly StaffQueueItem[];
  readonly total: number;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly loadingMore: boolean;
}

/** The queue as it is filtered: as many pages as were asked for, read again every 15 seconds and after each decision. */
export function useQueue(): Queue {
  const filters = useQueueFilter();
  const { filter } = filters;
  const { status } = filter;
  const decisions = useHeldDecisions();
  const { list: load, more } = usePages(
    (pages) => readPages((cursor) => readFiltered(filter, cursor), pages),
    JSON.stringify(filter),
  );
  const { reload } = load;
  usePolling(true, REFRESH_MS, reload);

  const { sentCount } = decisions;
  const seenCount = useRef(sentCount);
  useEffect(() => {
    if (seenCount.current !== sentCount) {
      seenCount.current = sentCount;
      void reload();
    }
  }, [sentCount, reload]);

  const decided = decidedIds(decisions);
  const listed = load.data?.items ?? [];
  const items = status === 'submitted' ? listed.filter((item) => !decided.includes(item.id)) : listed;
  return {
    status,
    setStatus: (next) => filters.choose({ ...filter, status: next }),
    filters,
    load,
    items,
    total: Math.max(0, (load.data?.total ?? 0) - (listed.length - items.length)),
    hasMore: Boolean(load.data?.nextCursor),
    loadMore: () => void more.run(),
    loadingMore: more.pending,
  };
}
