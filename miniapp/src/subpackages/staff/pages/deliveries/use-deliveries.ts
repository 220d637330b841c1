import type { DeliveryStage, StaffDelivery } from '@acceptance/shared';
import { useRef, useState } from 'react';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { usePolling } from '../../../../features/use-polling';
import { readDeliveries } from '../../delivery/read-deliveries';
import { neighbourOf, nextToReview } from '../../queue/neighbours';

const REFRESH_MS = 30_000;

/** The queue of UKeys with the one that is open beside it. */
export function useDeliveries() {
  const [stage, chooseStage] = useState<DeliveryStage>('to-send');
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [selectedId, select] = useState<string | null>(null);
  /** The one whose number was recorded last: a slip is seen now or never. */
  const [lastSent, setLastSent] = useState<StaffDelivery | null>(null);
  const pages = useRef(1);
  const list = useLoad(() => readDeliveries({ stage, search }, pages.current), `${stage}|${search}`);
  usePolling(true, REFRESH_MS, list.reload);
  const more = useAction(async () => {
    pages.current += 1;
    await list.reload();
  });
  const items = list.data?.items ?? [];
  const look = (next: string) => {
    pages.current = 1;
    setTyped(next);
    setSearch(next.trim());
    select(null);
  };
  return {
    stage,
    setStage: (next: DeliveryStage) => {
      chooseStage(next);
      look('');
    },
    typed,
    setTyped,
    search,
    find: () => look(typed),
    showAll: () => look(''),
    list,
    items,
    more,
    selectedId,
    select,
    lastSent,
    move: (step: 1 | -1) => {
      const target = neighbourOf(items, selectedId, step);
      if (target) {
        select(target.id);
      }
    },
    /** A corrected slip is not shown with its old number. */
    changed: (delivery: StaffDelivery) => {
      setLastSent((before) => (before?.orderId === delivery.orderId ? delivery : before));
      void list.reload();
    },
    /** After its number was recorded the next one opens. */
    sent: (delivery: StaffDelivery) => {
      setLastSent(delivery);
      select(search ? delivery.orderId : (nextToReview(items, delivery.orderId, [delivery.orderId])?.id ?? null));
      void list.reload();
    },
  };
}
export type Deliveries = ReturnType<typeof useDeliveries>;
