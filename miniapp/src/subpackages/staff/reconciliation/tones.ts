import type { ReconciliationState } from '@acceptance/shared';
import type { StatusTone } from '../../../components/status-tag';

export const RECONCILIATION_TONES: Record<ReconciliationState, StatusTone> = {
  waiting: 'active',
  matched: 'good',
  differs: 'bad',
  settled: 'neutral',
};
