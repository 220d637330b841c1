import { endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { useLoad } from '../../../../features/use-load';
import { usePolling } from '../../../../features/use-polling';
import { neighbourOf, nextToReview } from '../../queue/neighbours';

/** The desk stays open all day. */
const REFRESH_MS = 60_000;

/** Who waits to be checked, the earliest promise first, with the one that is open beside it. */
export function useIdentityChecks() {
  const list = useLoad(() => call(endpoints.identityChecks.listChecks), 'identity-checks');
  usePolling(true, REFRESH_MS, list.reload);
  const [selectedId, select] = useState<string | null>(null);
  const [finished, setFinished] = useState(false);
  const items = list.data?.items ?? [];

  const open = (id: string) => {
    setFinished(false);
    select(id);
  };
  return {
    list,
    items,
    selectedId,
    finished,
    open,
    close: () => select(null),
    move: (step: 1 | -1) => {
      const target = neighbourOf(items, selectedId, step);
      if (target) {
        open(target.id);
      }
    },
    /** After a decision: the next one, and the list without the decided one. */
    onDecided: async (decidedId: string) => {
      const next = nextToReview(items, decidedId, []);
      select(next?.id ?? null);
      setFinished(!next);
      await list.reload();
    },
  };
}
