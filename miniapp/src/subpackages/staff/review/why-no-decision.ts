import { availableEvents, ORDER_STATUS_DUTIES, type OrderStatus, type StaffOrderView } from '@acceptance/shared';
import { ORDER_STATUS_LABELS } from '../../../text/labels';
import { joinClauses } from '../../../text/punctuation';
import { STAFF_TEXT } from '../text';

const waitsFor: Readonly<Partial<Record<string, string>>> = STAFF_TEXT.waitsFor;

const whoActs = (status: OrderStatus): string => {
  const { owner } = ORDER_STATUS_DUTIES[status];
  return owner ? (waitsFor[owner] ?? '') : STAFF_TEXT.ended;
};

/** Why there is nothing to decide, or null when there is. */
export function whyNoDecision({
  status,
  availableEvents: available,
  claim,
}: Pick<StaffOrderView, 'status' | 'availableEvents' | 'claim'>): string | null {
  if (claim && !claim.isOwn) {
    return STAFF_TEXT.takenBy(claim.byName);
  }
  const decisions = ['approve', 'return', 'reject'] as const;
  if (decisions.some((event) => available.includes(event))) {
    return null;
  }
  // A reviewer could decide: then it is this account that may not.
  if (availableEvents({ status, paymentRequired: true }, 'reviewer').includes('approve')) {
    return STAFF_TEXT.noRight;
  }
  return joinClauses(STAFF_TEXT.cannotDecide(ORDER_STATUS_LABELS[status]), whoActs(status));
}
