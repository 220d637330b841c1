import { endpoints } from '@acceptance/shared';
import { call } from '../../../api/client';
import { createHeldDecisions, type Decision } from './held-decisions';

/** Time to notice a slip of the hand. */
const UNDO_MS = 10_000;

function sendDecision({ orderId, revision, shownSha256, what }: Decision): Promise<unknown> {
  const params = { orderId };
  const shown = { revision, shownSha256 };
  switch (what.kind) {
    case 'approve':
      return call(endpoints.staff.approveOrder, { params, body: shown });
    case 'return':
      return call(endpoints.staff.returnOrder, { params, body: { ...shown, marks: [...what.marks] } });
    case 'reject':
      return call(endpoints.staff.rejectOrder, { params, body: { ...shown, reason: what.reason } });
  }
}

/** Decisions of this device; they outlive the page they were made on. */
export const heldDecisions = createHeldDecisions({
  send: sendDecision,
  delayMs: UNDO_MS,
  now: Date.now,
  schedule: (act, milliseconds) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
});
