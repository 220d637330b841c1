import { useCallback } from 'react';
import { say } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { navigateBack, redirectTo } from '../../../../platform/navigation';
import { neighbourOf, nextToReview } from '../../queue/neighbours';
import { readQueuePage } from '../../queue/use-queue';
import { heldDecisions } from '../../review/decisions';
import { decidedIds } from '../../review/held-decisions';
import { useReview } from '../../review/use-review';
import { STAFF_TEXT } from '../../text';

const open = (orderId: string) => redirectTo('staffReview', { orderId });

/** A review on a page of its own: the neighbours come from the queue as it is now. */
export function useReviewPage(orderId: string) {
  const goOn = useAction(async () => {
    const { items } = await readQueuePage('submitted', null);
    const next = nextToReview(items, orderId, decidedIds(heldDecisions.state()));
    if (next) {
      await open(next.id);
      return;
    }
    say(STAFF_TEXT.noneLeft);
    await navigateBack('staffQueue');
  });
  const move = useAction(async (step: 1 | -1) => {
    const decided = decidedIds(heldDecisions.state());
    const { items } = await readQueuePage('submitted', null);
    const waiting = items.filter((item) => !decided.includes(item.id));
    const target = neighbourOf(waiting, orderId, step);
    if (target && target.id !== orderId) {
      await open(target.id);
    }
  });
  const review = useReview(orderId, () => void goOn.run());
  const close = useCallback(() => void navigateBack('staffQueue'), []);
  return { review, goOn, move, open, close };
}
