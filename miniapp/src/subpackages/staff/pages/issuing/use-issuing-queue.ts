import type { OrderStatus } from '@acceptance/shared';
import { useRef, useState } from 'react';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { usePolling } from '../../../../features/use-polling';
import { readUkeyOrders } from '../../issuing/ukey-orders';
import { readQueuePage } from '../../queue/use-queue';

const REFRESH_MS = 30_000;

/** `issued`: made but not sent; one that was broken off before it was written into the UKey is found there. */
const STATUSES = { todo: ['paid', 'issuing'], issued: ['issued'] } as const satisfies Record<
  string,
  readonly OrderStatus[]
>;
export type QueueView = keyof typeof STATUSES;

/** Orders that get a UKey, read again every half minute. */
export function useIssuingQueue() {
  const [view, choose] = useState<QueueView>('todo');
  const rounds = useRef(1);
  const load = useLoad(() => readUkeyOrders(readQueuePage, STATUSES[view], rounds.current), view);
  usePolling(true, REFRESH_MS, load.reload);
  const more = useAction(async () => {
    rounds.current += 1;
    await load.reload();
  });
  return {
    view,
    setView: (next: QueueView) => {
      rounds.current = 1;
      choose(next);
    },
    load,
    more,
  };
}
