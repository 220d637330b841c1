import type { OrderStatus } from '@acceptance/shared';
import type { StatusTone } from '../components/status-tag';

/** Colour of a status: attention means that it is the applicant's turn. */
export const ORDER_TONES: Record<OrderStatus, StatusTone> = {
  draft: 'attention',
  submitted: 'active',
  returned: 'attention',
  approved: 'attention',
  paid: 'active',
  issuing: 'active',
  issued: 'active',
  delivered: 'active',
  completed: 'good',
  rejected: 'bad',
  cancelled: 'neutral',
  expired: 'neutral',
  refunding: 'active',
  refunded: 'neutral',
};
