import * as shared from '@acceptance/shared';
import { localized } from './localized';

export const KEY_ALGORITHM_LABELS = localized({ zh: shared.KEY_ALGORITHM_LABELS, en: shared.KEY_ALGORITHM_LABELS_EN });
export const KEY_PLACE_LABELS = localized({ zh: shared.KEY_PLACE_LABELS, en: shared.KEY_PLACE_LABELS_EN });
export const CERTIFICATE_STATE_LABELS = localized({
  zh: shared.CERTIFICATE_STATE_LABELS,
  en: shared.CERTIFICATE_STATE_LABELS_EN,
});
export const SEAL_STATE_LABELS = localized({ zh: shared.SEAL_STATE_LABELS, en: shared.SEAL_STATE_LABELS_EN });
export const REVOCATION_REASON_LABELS = localized({
  zh: shared.REVOCATION_REASON_LABELS,
  en: shared.REVOCATION_REASON_LABELS_EN,
});
export const SUBJECT_LABELS = localized({ zh: shared.SUBJECT_LABELS, en: shared.SUBJECT_LABELS_EN });
export const UKEY_UNLOCK_STATE_LABELS = localized({
  zh: shared.UKEY_UNLOCK_STATE_LABELS,
  en: shared.UKEY_UNLOCK_STATE_LABELS_EN,
});
export const PARCEL_STATE_LABELS = localized({ zh: shared.PARCEL_STATE_LABELS, en: shared.PARCEL_STATE_LABELS_EN });
