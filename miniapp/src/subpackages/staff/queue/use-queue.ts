import { endpoints, type OrderStatus, type StaffQueueItem } from '@acceptance/shared';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../../api/client';
import type { Load } from '../../../features/use-load';
import { usePolling } from '../../../features/use-polling';
import { decidedIds } from '../review/held-decisions';
import { useHeldDecisions } from '../review/use-held-decisions';
import { type ListPage, readPages } from './queue-pages';
import { usePages } from './use-pages';

const REFRESH_MS = 15_000;

export const readQueuePage = (status: OrderStatus, cursor: string | null): Promise<ListPage<StaffQueueItem>> =>
  call(endpoints.staff.listQueue, { query: { status, ...(cursor && { cursor }) } });

export interface Queue {
  readonly status: OrderStatus;
  readonly setStatus: (status: OrderStatus) => void;
  readonly load: Load<ListPage<StaffQueueItem>>;
  /** Without those that are decided here and on their way. */
  readonly items: readonly StaffQueueItem[];
  readonly total: number;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly loadingMore: boolean;
}

/** The queue in one status: as many pages as were asked for, read again every 15 seconds and after each decision. */
export function useQueue(): Queue {
  const [status, choose] = useState<OrderStatus>('submitted');
  const decisions = useHeldDecisions();
  const { list: load, more } = usePages((pages) => readPages((cursor) => readQueuePage(status, cursor), pages), status);
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
    setStatus: choose,
    load,
    items,
    total: Math.max(0, (load.data?.total ?? 0) - (listed.length - items.length)),
    hasMore: Boolean(load.data?.nextCursor),
    loadMore: () => void more.run(),
    loadingMore: more.pending,
  };
}
