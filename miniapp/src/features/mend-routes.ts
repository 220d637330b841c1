import type { ReviewField } from '@acceptance/shared';
import type { RouteName } from '../routes';

/** Where a marked field is mended. */
export const MEND_ROUTES = {
  'id-card-front': 'applyPapers',
  'id-card-back': 'applyPapers',
  unit: 'applyForm',
  email: 'applyForm',
  address: 'applyForm',
  invoice: 'applyForm',
  delivery: 'applyForm',
  attachments: 'applyAttachments',
} as const satisfies Record<ReviewField, RouteName>;
