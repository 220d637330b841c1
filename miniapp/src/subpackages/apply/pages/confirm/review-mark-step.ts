import type { ApplicationStep, ReviewField } from '@acceptance/shared';

/** Where a marked field is mended. */
export const REVIEW_FIELD_STEPS: Record<ReviewField, ApplicationStep> = {
  'id-card-front': 'papers',
  'id-card-back': 'papers',
  unit: 'particulars',
  email: 'particulars',
  address: 'particulars',
  invoice: 'form',
  delivery: 'form',
  attachments: 'attachments',
};
