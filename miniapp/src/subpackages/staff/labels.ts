import * as shared from '@acceptance/shared';
import { localized } from '../../text/localized';

export const REFUND_STAGE_LABELS = localized({ zh: shared.REFUND_STAGE_LABELS, en: shared.REFUND_STAGE_LABELS_EN });
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
