import * as shared from '@acceptance/shared';
import { localized } from './localized';

export const IDENTITY_DOCUMENT_LABELS = localized({
  zh: shared.IDENTITY_DOCUMENT_LABELS,
  en: shared.IDENTITY_DOCUMENT_LABELS_EN,
});
export const CARD_PROBLEM_LABELS = localized({ zh: shared.CARD_PROBLEM_LABELS, en: shared.CARD_PROBLEM_LABELS_EN });
