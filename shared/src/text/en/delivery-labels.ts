import type { Collector, DeliveryHold, DeliveryStage, ParcelOutcome, ParcelState } from '../../schemas/delivery-view';

/** English beside `PARCEL_STATE_LABELS`. */
export const PARCEL_STATE_LABELS_EN: Record<ParcelState, string> = {
  sent: 'Sent',
  'on-the-way': 'On its way',
  arriving: 'Out for delivery',
  received: 'Delivered',
  troubled: 'Held up',
  refused: 'Refused',
  returned: 'Sent back',
  lost: 'Lost',
};

/** English beside `PARCEL_OUTCOME_LABELS`. */
export const PARCEL_OUTCOME_LABELS_EN: Record<ParcelOutcome, string> = {
  received: 'Received',
  returned: 'Came back to us',
  refused: 'Refused by the receiver',
  lost: 'Lost',
  found: 'Found again',
};

/** English beside `DELIVERY_STAGE_LABELS`. */
export const DELIVERY_STAGE_LABELS_EN: Record<DeliveryStage, string> = {
  'to-send': 'To send',
  'to-collect': 'To be collected',
  'under-way': 'Under way',
  troubled: 'In trouble',
  done: 'Done',
};

/** English beside `DELIVERY_HOLD_LABELS`. */
export const DELIVERY_HOLD_LABELS_EN: Record<DeliveryHold, string> = {
  'certificate-not-valid': 'The certificate is suspended or revoked: do not hand it out',
  'token-not-checked': 'The certificate was not yet written to the UKey and checked',
};

/** English beside `COLLECTOR_LABELS`. */
export const COLLECTOR_LABELS_EN: Record<Collector, string> = { holder: 'The holder', agent: 'Somebody they sent' };
