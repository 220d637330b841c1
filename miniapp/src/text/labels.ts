import * as shared from '@acceptance/shared';
import { currentLanguage } from '../language/current-language';
import { apiWord } from './api-texts';
import { localized } from './localized';

/** The labels of shared, in the current language; pages take them from here. */
export const ORDER_GROUP_LABELS = localized({ zh: shared.ORDER_GROUP_LABELS, en: shared.ORDER_GROUP_LABELS_EN });
export const ORDER_STATUS_LABELS = localized({ zh: shared.ORDER_STATUS_LABELS, en: shared.ORDER_STATUS_LABELS_EN });
export const PAYMENT_STATUS_LABELS = localized({
  zh: shared.PAYMENT_STATUS_LABELS,
  en: shared.PAYMENT_STATUS_LABELS_EN,
});
export const APPLICATION_STEP_LABELS = localized({
  zh: shared.APPLICATION_STEP_LABELS,
  en: shared.APPLICATION_STEP_LABELS_EN,
});
export const REVIEW_FIELD_LABELS = localized({ zh: shared.REVIEW_FIELD_LABELS, en: shared.REVIEW_FIELD_LABELS_EN });
export const REVIEW_REASON_LABELS = localized({ zh: shared.REVIEW_REASON_LABELS, en: shared.REVIEW_REASON_LABELS_EN });
export const UNIT_ROLE_LABELS = localized({ zh: shared.UNIT_ROLE_LABELS, en: shared.UNIT_ROLE_LABELS_EN });
export const ORDER_KIND_LABELS = localized({ zh: shared.ORDER_KIND_LABELS, en: shared.ORDER_KIND_LABELS_EN });
export const REFUND_REASON_LABELS = localized({ zh: shared.REFUND_REASON_LABELS, en: shared.REFUND_REASON_LABELS_EN });
export const REFUND_REQUEST_STATE_LABELS = localized({
  zh: shared.REFUND_REQUEST_STATE_LABELS,
  en: shared.REFUND_REQUEST_STATE_LABELS_EN,
});
export const INVOICE_STATE_LABELS = localized({ zh: shared.INVOICE_STATE_LABELS, en: shared.INVOICE_STATE_LABELS_EN });
export const DELIVERY_WAY_LABELS = localized({ zh: shared.DELIVERY_WAY_LABELS, en: shared.DELIVERY_WAY_LABELS_EN });
export const INVOICE_KIND_LABELS = localized({ zh: shared.INVOICE_KIND_LABELS, en: shared.INVOICE_KIND_LABELS_EN });

type NamedPapers = Parameters<typeof shared.labelOfPart>[1];

/** Business licence; ID card, portrait side */
export function labelOfPart({ field, paper }: shared.ReviewPart, { attachments }: NamedPapers): string {
  const named = attachments.find(({ kind }) => kind === paper);
  return named ? apiWord(named.label) : REVIEW_FIELD_LABELS[field];
}

/** ID card, portrait side: Glare (top left); the note stays as the reviewer wrote it. */
export function describeReviewMark(mark: shared.ReviewMark, project: NamedPapers): string {
  if (currentLanguage() === 'zh') {
    return shared.describeReviewMark(mark, project);
  }
  const note = mark.note ? ` (${mark.note})` : '';
  return `${labelOfPart(mark, project)}: ${REVIEW_REASON_LABELS[mark.reason]}${note}`;
}
