import { endpoints } from '@acceptance/shared';
import { call } from '../../../api/client';
import { localStorage } from '../../../platform/storage';
import { createHeldDecisions, type Decision, type HeldDecision } from './held-decisions';

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

const STORE_KEY = 'held-decisions';
/** Written by this very program alone; what another version has left does not count. */
const isHeld = (value: unknown): value is HeldDecision => {
  const { decision, sendsAt } = (value ?? {}) as Partial<HeldDecision>;
  return typeof sendsAt === 'number' && typeof decision?.shownSha256 === 'string' && typeof decision.what === 'object';
};

/** Decisions of this device; they outlive the page they were made on. */
export const heldDecisions = createHeldDecisions({
  send: sendDecision,
  delayMs: UNDO_MS,
  now: Date.now,
  schedule: (act, milliseconds) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
  store: {
    read() {
      const stored = localStorage.read(STORE_KEY);
      return Array.isArray(stored) ? stored.filter(isHeld) : [];
    },
    write(decisions) {
      if (decisions.length > 0) {
        localStorage.write(STORE_KEY, decisions);
      } else {
        localStorage.remove(STORE_KEY);
      }
    },
  },
});
