import type { InvoiceState } from '@acceptance/shared';
import type { StatusTone } from '../components/status-tag';

export const INVOICE_TONES: Record<InvoiceState, StatusTone> = {
  wanted: 'attention',
  requested: 'active',
  issued: 'good',
  failed: 'bad',
  'red-wanted': 'attention',
  'red-lettered': 'neutral',
  withdrawn: 'neutral',
};
