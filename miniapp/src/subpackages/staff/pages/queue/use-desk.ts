import { useState } from 'react';
import { neighbourOf, nextToReview } from '../../queue/neighbours';
import { useQueue } from '../../queue/use-queue';
import { heldDecisions } from '../../review/decisions';
import { decidedIds } from '../../review/held-decisions';

/** The queue with the order that is open beside it. */
export function useDesk() {
  const queue = useQueue();
  const [selectedId, select] = useState<string | null>(null);
  const [finished, setFinished] = useState(false);

  const open = (orderId: string) => {
    setFinished(false);
    select(orderId);
  };
  const move = (step: 1 | -1) => {
    const target = neighbourOf(queue.items, selectedId, step);
    if (target) {
      open(target.id);
    }
  };
  const openNext = (decidedId: string) => {
    // Asked now, not at the last render: the decision has just been taken.
    const next =
      queue.status === 'submitted' && nextToReview(queue.items, decidedId, decidedIds(heldDecisions.state()));
    select(next ? next.id : null);
    setFinished(!next);
  };
  return { queue, selectedId, finished, open, move, openNext, close: () => select(null) };
}
