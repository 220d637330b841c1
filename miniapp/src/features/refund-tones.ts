import type { RefundRequestState } from '@acceptance/shared';
import type { StatusTone } from '../components/status-tag';

export const REFUND_TONES: Record<RefundRequestState, StatusTone> = {
  waiting: 'attention',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'neutral',
  lapsed: 'neutral',
};
