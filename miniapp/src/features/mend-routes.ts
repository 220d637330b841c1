import type { ReviewField } from '@acceptance/shared';
import type { RouteName } from '../routes';

/** Where a marked field is mended. */
export const MEND_ROUTES = {
  'id-card-front': 'applyPapers',
  'id-card-back': 'applyPapers',
  unit: 'applyParticulars',
  email: 'applyParticulars',
  address: 'applyParticulars',
  invoice: 'applyForm',
  delivery: 'applyForm',
  attachments: 'applyAttachments',
} as const satisfies Record<ReviewField, RouteName>;
