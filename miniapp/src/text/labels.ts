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
export const IDENTITY_DOCUMENT_LABELS = localized({
  zh: shared.IDENTITY_DOCUMENT_LABELS,
  en: shared.IDENTITY_DOCUMENT_LABELS_EN,
});
export const REVIEW_FIELD_LABELS = localized({ zh: shared.REVIEW_FIELD_LABELS, en: shared.REVIEW_FIELD_LABELS_EN });
export const REVIEW_REASON_LABELS = localized({ zh: shared.REVIEW_REASON_LABELS, en: shared.REVIEW_REASON_LABELS_EN });
export const CARD_PROBLEM_LABELS = localized({ zh: shared.CARD_PROBLEM_LABELS, en: shared.CARD_PROBLEM_LABELS_EN });
export const UNIT_ROLE_LABELS = localized({ zh: shared.UNIT_ROLE_LABELS, en: shared.UNIT_ROLE_LABELS_EN });
export const CERTIFICATE_KIND_LABELS = localized({
  zh: shared.CERTIFICATE_KIND_LABELS,
  en: shared.CERTIFICATE_KIND_LABELS_EN,
});
export const ORDER_KIND_LABELS = localized({ zh: shared.ORDER_KIND_LABELS, en: shared.ORDER_KIND_LABELS_EN });
export const KEY_ALGORITHM_LABELS = localized({ zh: shared.KEY_ALGORITHM_LABELS, en: shared.KEY_ALGORITHM_LABELS_EN });
export const KEY_PLACE_LABELS = localized({ zh: shared.KEY_PLACE_LABELS, en: shared.KEY_PLACE_LABELS_EN });
export const CERTIFICATE_STATE_LABELS = localized({
  zh: shared.CERTIFICATE_STATE_LABELS,
  en: shared.CERTIFICATE_STATE_LABELS_EN,
});
export const SEAL_STATE_LABELS = localized({ zh: shared.SEAL_STATE_LABELS, en: shared.SEAL_STATE_LABELS_EN });
export const REFUND_REASON_LABELS = localized({ zh: shared.REFUND_REASON_LABELS, en: shared.REFUND_REASON_LABELS_EN });
export const REFUND_REQUEST_STATE_LABELS = localized({
  zh: shared.REFUND_REQUEST_STATE_LABELS,
  en: shared.REFUND_REQUEST_STATE_LABELS_EN,
});
export const INVOICE_STATE_LABELS = localized({ zh: shared.INVOICE_STATE_LABELS, en: shared.INVOICE_STATE_LABELS_EN });
export const REFUND_STAGE_LABELS = localized({ zh: shared.REFUND_STAGE_LABELS, en: shared.REFUND_STAGE_LABELS_EN });
export const REVOCATION_REASON_LABELS = localized({
  zh: shared.REVOCATION_REASON_LABELS,
  en: shared.REVOCATION_REASON_LABELS_EN,
});
export const TRANSFER_STATE_LABELS = localized({
  zh: shared.TRANSFER_STATE_LABELS,
  en: shared.TRANSFER_STATE_LABELS_EN,
});
export const ENTRY_BANK_LABELS = localized({ zh: shared.ENTRY_BANK_LABELS, en: shared.ENTRY_BANK_LABELS_EN });
export const ENTRY_STATE_LABELS = localized({ zh: shared.ENTRY_STATE_LABELS, en: shared.ENTRY_STATE_LABELS_EN });
export const ENTRY_PROBLEM_LABELS = localized({ zh: shared.ENTRY_PROBLEM_LABELS, en: shared.ENTRY_PROBLEM_LABELS_EN });
export const COLUMN_ROLE_LABELS = localized({
  zh: shared.COLUMN_ROLE_LABELS,
  en: shared.COLUMN_ROLE_LABELS_EN,
});
export const STATEMENT_LINE_PROBLEM_LABELS = localized({
  zh: shared.STATEMENT_LINE_PROBLEM_LABELS,
  en: shared.STATEMENT_LINE_PROBLEM_LABELS_EN,
});
export const SUBJECT_LABELS = localized({ zh: shared.SUBJECT_LABELS, en: shared.SUBJECT_LABELS_EN });
export const DELIVERY_WAY_LABELS = localized({ zh: shared.DELIVERY_WAY_LABELS, en: shared.DELIVERY_WAY_LABELS_EN });
export const PARCEL_STATE_LABELS = localized({ zh: shared.PARCEL_STATE_LABELS, en: shared.PARCEL_STATE_LABELS_EN });
export const PARCEL_OUTCOME_LABELS = localized({
  zh: shared.PARCEL_OUTCOME_LABELS,
  en: shared.PARCEL_OUTCOME_LABELS_EN,
});
export const DELIVERY_STAGE_LABELS = localized({
  zh: shared.DELIVERY_STAGE_LABELS,
  en: shared.DELIVERY_STAGE_LABELS_EN,
});
export const DELIVERY_HOLD_LABELS = localized({ zh: shared.DELIVERY_HOLD_LABELS, en: shared.DELIVERY_HOLD_LABELS_EN });
export const COLLECTOR_LABELS = localized({ zh: shared.COLLECTOR_LABELS, en: shared.COLLECTOR_LABELS_EN });
export const UKEY_UNLOCK_STATE_LABELS = localized({
  zh: shared.UKEY_UNLOCK_STATE_LABELS,
  en: shared.UKEY_UNLOCK_STATE_LABELS_EN,
});
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
