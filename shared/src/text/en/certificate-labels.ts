import type { OrderKind } from '../../order/order-kinds';
import type {
  CertificateRevocationReason,
  CertificateState,
  KeyAlgorithm,
  KeyPlace,
  SubjectType,
} from '../../schemas/certificate';

/** English beside `ORDER_KIND_LABELS`. */
export const ORDER_KIND_LABELS_EN: Record<OrderKind, string> = {
  new: 'First certificate',
  renewal: 'Renewal',
  'reissue-lost': 'Replacement (lost)',
  'reissue-damaged': 'Replacement (broken)',
  change: 'Change of facts',
};

/** English beside `KEY_ALGORITHM_LABELS`. */
export const KEY_ALGORITHM_LABELS_EN: Record<KeyAlgorithm, string> = {
  sm2: 'SM2',
  'ecdsa-p256': 'ECDSA P-256',
  'rsa-2048': 'RSA 2048',
  'rsa-3072': 'RSA 3072',
};

/** English beside `KEY_PLACE_LABELS`. */
export const KEY_PLACE_LABELS_EN: Record<KeyPlace, string> = { ukey: 'UKey', software: 'Software certificate' };

/** English beside `CERTIFICATE_STATE_LABELS`. */
export const CERTIFICATE_STATE_LABELS_EN: Record<CertificateState | 'expired', string> = {
  requested: 'Being issued',
  failed: 'Issuing has stopped',
  issued: 'Valid',
  suspended: 'On hold',
  revoked: 'Revoked',
  expired: 'Expired',
};

/** English beside `REVOCATION_REASON_LABELS`. */
export const REVOCATION_REASON_LABELS_EN: Record<CertificateRevocationReason, string> = {
  keyCompromise: 'Lost, or somebody else may know the PIN',
  affiliationChanged: 'Facts of the unit or the holder have changed',
  superseded: 'Replaced by a new certificate',
  cessationOfOperation: 'No longer used',
  privilegeWithdrawn: 'Used against the rules',
  unspecified: 'Another reason',
};

/** English beside `SUBJECT_LABELS`. */
export const SUBJECT_LABELS_EN: Record<SubjectType, string> = {
  countryName: 'Country',
  organizationName: 'Unit',
  organizationIdentifier: 'Identifier of the unit (credit code)',
  commonName: 'Name in the certificate',
  serialNumber: 'Number of the holder',
};
