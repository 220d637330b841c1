import type { ParcelState } from '@acceptance/shared';
import type { StatusTone } from '../components/status-tag';

export const PARCEL_TONES: Record<ParcelState, StatusTone> = {
  sent: 'active',
  'on-the-way': 'active',
  arriving: 'active',
  received: 'good',
  troubled: 'attention',
  refused: 'attention',
  returned: 'attention',
  lost: 'bad',
};
