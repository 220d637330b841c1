import type { DeliveryStage, StaffDelivery } from '@acceptance/shared';
import { useState } from 'react';
import { usePolling } from '../../../../features/use-polling';
import { readDeliveries } from '../../delivery/read-deliveries';
import { useSearch } from '../../desk/use-search';
import { neighbourOf, nextToReview } from '../../queue/neighbours';
import { usePages } from '../../queue/use-pages';

const REFRESH_MS = 30_000;

/** The queue of UKeys with the one that is open beside it. */
export function useDeliveries() {
  const [stage, chooseStage] = useState<DeliveryStage>('to-send');
  const { look: lookFor, ...field } = useSearch();
  const { search } = field;
  const [selectedId, select] = useState<string | null>(null);
  /** The one whose number was recorded last: a slip is seen now or never. */
  const [lastSent, setLastSent] = useState<StaffDelivery | null>(null);
  const { list, more } = usePages((pages) => readDeliveries({ stage, search }, pages), `${stage}|${search}`);
  usePolling(true, REFRESH_MS, list.reload);
  const items = list.data?.items ?? [];
  const look = (next: string) => {
    lookFor(next);
    select(null);
  };
  return {
    stage,
    setStage: (next: DeliveryStage) => {
      chooseStage(next);
      look('');
    },
    field: { ...field, find: () => look(field.typed) },
    search,
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
