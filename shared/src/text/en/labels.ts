import type { ApplicationStep } from '../../order/application-steps';
import type { OrderGroup } from '../../order/order-groups';
import type { OrderStatus, PaymentStatus } from '../../order/order-status';
import type { ApplicantType } from '../../schemas/applicant-type';
import type { INVOICE_KIND_LABELS } from '../../schemas/application-form';
import type { DELIVERY_WAY_LABELS } from '../../schemas/project';
import type { ReviewField, ReviewReason } from '../../schemas/review';
import type { UnitRole } from '../../schemas/unit';

/** English beside `ORDER_GROUP_LABELS`. */
export const ORDER_GROUP_LABELS_EN: Record<OrderGroup, string> = {
  'my-turn': 'Your turn',
  'under-way': 'Under way',
  done: 'Done',
  ended: 'Ended',
};

/** English beside `ORDER_STATUS_LABELS`. */
export const ORDER_STATUS_LABELS_EN: Record<OrderStatus, string> = {
  draft: 'Not submitted',
  submitted: 'Under review',
  returned: 'Changes needed',
  approved: 'Approved',
  paid: 'Awaiting issue',
  issuing: 'Issuing',
  issued: 'Issued',
  delivered: 'Sent out',
  completed: 'Completed',
  rejected: 'Rejected',
  cancelled: 'Cancelled',
  expired: 'Expired',
  refunding: 'Refunding',
  refunded: 'Refunded',
};

/** English beside `PAYMENT_STATUS_LABELS`. */
export const PAYMENT_STATUS_LABELS_EN: Record<PaymentStatus, string> = {
  none: 'None',
  pending: 'To be paid',
  verifying: 'Being verified',
  paid: 'Paid',
  refunding: 'Refunding',
  refunded: 'Refunded',
};

/** English beside `APPLICATION_STEP_LABELS`; short, because they stand side by side on a phone. */
export const APPLICATION_STEP_LABELS_EN: Record<ApplicationStep, string> = {
  particulars: 'Details',
  identity: 'Identity',
  papers: 'ID card',
  contract: 'Read',
  signature: 'Sign',
  sealed: 'Check',
  form: 'Invoice',
  attachments: 'Files',
  submit: 'Submit',
};

/** English beside `REVIEW_FIELD_LABELS`. */
export const REVIEW_FIELD_LABELS_EN: Record<ReviewField, string> = {
  'id-card-front': 'ID card, portrait side',
  'id-card-back': 'ID card, emblem side',
  unit: 'Organisation',
  email: 'Email',
  address: 'Contact address',
  invoice: 'Invoice',
  delivery: 'Delivery',
  attachments: 'Attachments',
};

/** English beside `REVIEW_REASON_LABELS`. */
export const REVIEW_REASON_LABELS_EN: Record<ReviewReason, string> = {
  unclear: 'Not legible',
  glare: 'Glare',
  incomplete: 'Incomplete',
  mismatch: 'Differs from what was entered',
  expired: 'Document expired',
  'wrong-paper': 'Wrong document',
  other: 'Other',
};

/** English beside `UNIT_ROLE_LABELS`. */
export const UNIT_ROLE_LABELS_EN: Record<UnitRole, string> = {
  'legal-representative': 'Legal representative (person in charge)',
  agent: 'Agent (authorised by the organisation)',
};

/** English beside `CERTIFICATE_KIND_LABELS`. */
export const CERTIFICATE_KIND_LABELS_EN: Record<ApplicantType, string> = {
  unit: 'Organisation certificate',
  person: 'Personal certificate',
};

/** English beside `DELIVERY_WAY_LABELS`. */
export const DELIVERY_WAY_LABELS_EN: Record<keyof typeof DELIVERY_WAY_LABELS, string> = {
  courier: 'By courier',
  'pick-up': 'Pick up in person',
  download: 'Download',
};

/** English beside `INVOICE_KIND_LABELS`. */
export const INVOICE_KIND_LABELS_EN: Record<keyof typeof INVOICE_KIND_LABELS, string> = {
  none: 'No invoice',
  general: 'General VAT invoice',
  special: 'Special VAT invoice',
};
