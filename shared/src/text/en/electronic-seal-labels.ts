import type { SealKind, SealRefusalReason, SealState } from '../../schemas/electronic-seal';

/** English beside `SEAL_KIND_LABELS`. */
export const SEAL_KIND_LABELS_EN: Record<SealKind, string> = {
  unit: 'Electronic seal of a unit',
  person: 'Signature as a seal',
};

/** English beside `SEAL_STATE_LABELS`. */
export const SEAL_STATE_LABELS_EN: Record<SealState | 'expired', string> = {
  making: 'Being made',
  failed: 'Making has stopped',
  ready: 'Valid',
  suspended: 'On hold',
  revoked: 'Revoked',
  expired: 'Expired',
};

/** English beside `SEAL_REFUSAL_LABELS`. */
export const SEAL_REFUSAL_LABELS_EN: Record<SealRefusalReason, string> = {
  unreadable: 'This is no electronic seal, or the file is damaged',
  altered: 'It was changed and cannot be trusted',
  other_maker: 'It was not made by this authority',
  not_yet_valid: 'It is not valid yet',
  expired: 'Its validity has ended',
  certificate_over: 'The certificate that it belongs to is not valid now',
};
