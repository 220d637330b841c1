import { endpoints, REVIEW_CLAIM_MINUTES, type StaffOrderView } from '@acceptance/shared';
import { useEffect } from 'react';
import { call } from '../../../api/client';
import { problemOf } from '../../../api/problem';

/** Twice before it would end. */
const RENEW_MS = (REVIEW_CLAIM_MINUTES * 60_000) / 3;

const isOpen = ({ availableEvents, claim }: StaffOrderView): boolean =>
  availableEvents.includes('approve') && (!claim || claim.isOwn);

/** Reads an order and takes it, where it waits for a decision that this account may make; of one that somebody else has, it says so. */
export async function openOrder(orderId: string): Promise<StaffOrderView> {
  const params = { orderId };
  const order = await call(endpoints.staff.readOrder, { params });
  if (!isOpen(order)) {
    return order;
  }
  try {
    return await call(endpoints.staff.claimOrder, { params });
  } catch (error) {
    const { code } = problemOf(error);
    if (code !== 'review.claimed' && code !== 'staff.own_order' && code !== 'orders.transition_not_allowed') {
      throw error;
    }
    // Somebody was quicker, or it is one's own: it can be looked at.
    return call(endpoints.staff.readOrder, { params });
  }
}

/** Keeps an order while it is on the screen, and lets go of it when it leaves undecided. `isHeld`: decided here, and not sent yet. */
export function useKeptClaim(order: StaffOrderView | null, isHeld: (orderId: string) => boolean): void {
  const orderId = order?.claim?.isOwn ? order.id : null;
  useEffect(() => {
    if (!orderId) {
      return undefined;
    }
    const params = { orderId };
    // A renewal that fails is no matter: the decision will say what has become of it.
    const timer = setInterval(() => void call(endpoints.staff.claimOrder, { params }).catch(() => undefined), RENEW_MS);
    return () => {
      clearInterval(timer);
      if (!isHeld(orderId)) {
        void call(endpoints.staff.releaseOrder, { params }).catch(() => undefined);
      }
    };
  }, [orderId, isHeld]);
}
