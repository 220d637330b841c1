import type { DeliveryStage } from '@acceptance/shared';
import type { StatusTone } from '../../../components/status-tag';

export const STAGE_TONES: Record<DeliveryStage, StatusTone> = {
  'to-send': 'active',
  'to-collect': 'active',
  'under-way': 'neutral',
  troubled: 'attention',
  done: 'good',
};
