import type { ApplicationStep } from '../../order/application-steps';
import type { OrderStatus, PaymentStatus } from '../../order/order-status';
import type { INVOICE_KIND_LABELS } from '../../schemas/application-form';
import type { IdentityDocumentType } from '../../schemas/identity-document';
import type { DELIVERY_WAY_LABELS } from '../../schemas/project';
import type { ReviewField, ReviewReason } from '../../schemas/review';
import type { TaskFact, TaskKind, TaskSettlement, TaskSubjectKind } from '../../task/task-kinds';

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

/** English beside `IDENTITY_DOCUMENT_LABELS`. */
export const IDENTITY_DOCUMENT_LABELS_EN: Record<IdentityDocumentType, string> = {
  'resident-id-card': 'Resident ID card',
  'residence-permit': 'Residence permit for Hong Kong, Macao and Taiwan residents',
  'permanent-residence-card': "Foreigner's permanent residence card",
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

/** English beside `APPLICATION_STEP_LABELS`; short, because all seven stand side by side on a phone. */
export const APPLICATION_STEP_LABELS_EN: Record<ApplicationStep, string> = {
  identity: 'Identity',
  contract: 'Read',
  papers: 'Sign',
  sealed: 'Check',
  form: 'Details',
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

/** English beside `DELIVERY_WAY_LABELS`. */
export const DELIVERY_WAY_LABELS_EN: Record<keyof typeof DELIVERY_WAY_LABELS, string> = {
  courier: 'By courier',
  'pick-up': 'Pick up in person',
};

/** English beside `INVOICE_KIND_LABELS`. */
export const INVOICE_KIND_LABELS_EN: Record<keyof typeof INVOICE_KIND_LABELS, string> = {
  none: 'No invoice',
  general: 'General VAT invoice',
  special: 'Special VAT invoice',
};

/** English beside `TASK_KINDS`. */
export const TASK_KIND_TEXTS_EN: Record<TaskKind, { label: string; advice: string; redo: string | null }> = {
  'contract-not-sealed': {
    label: 'Contract was not made',
    advice: 'Look at the reason; once it is mended tap "Make again". The applicant need not sign again',
    redo: 'Make again',
  },
  'review-overdue': {
    label: 'Review is later than promised',
    advice: 'Please review this application soon; a decision closes this task',
    redo: null,
  },
  'payment-anomaly': {
    label: 'Money differs from the order',
    advice: 'Compare amount, currency and number at the merchant platform; issue nothing before it is clear',
    redo: 'Query again',
  },
  'payment-not-settled': {
    label: 'Payment is unclear',
    advice: 'WeChat Pay gives no word that can be trusted; query again later or look at the merchant platform',
    redo: 'Query the payment again',
  },
  'refund-not-done': {
    label: 'Refund did not go through',
    advice: 'Look at the reason (top up a low balance); then refund again, or return the money by transfer',
    redo: 'Refund again',
  },
  'notice-not-sent': {
    label: 'Message was not delivered',
    advice: 'Send it again; if that fails, telephone the applicant',
    redo: 'Send again',
  },
  'issuing-not-started': { label: 'Issuing has not begun', advice: 'Start it again', redo: 'Start again' },
  'phone-change-stuck': {
    label: 'Change of number did not finish',
    advice: 'Run it again; if that fails, contact the applicant',
    redo: 'Run the change again',
  },
  'data-export-failed': {
    label: 'Export of personal data failed',
    advice: 'Prepare it again; the law asks for an answer in time',
    redo: 'Prepare again',
  },
  'account-deletion-stuck': {
    label: 'Deletion of an account did not finish',
    advice: 'Run it again; the law asks for it to be done in time',
    redo: 'Run the deletion again',
  },
  'upkeep-failed': {
    label: 'Upkeep did not finish',
    advice: 'Look at the reason; then run it again',
    redo: 'Run again',
  },
  'sms-budget-low': {
    label: "80% of today's text messages are used",
    advice: 'See whether somebody asks for codes in bad faith; raise the budget if needed',
    redo: null,
  },
  'credential-ends': {
    label: 'A certificate or key ends soon',
    advice: 'Please replace it before it ends, and restart the service',
    redo: null,
  },
  'staff-change-waiting': {
    label: 'A change of the staff waits to take effect',
    advice:
      'See on the page "Staff" who asked for it; another administrator agrees, or cancels it if it is not right; that closes this task',
    redo: null,
  },
};

/** English beside `TASK_SETTLEMENT_LABELS`. */
export const TASK_SETTLEMENT_LABELS_EN: Record<TaskSettlement, string> = {
  'returned-at-platform': 'Refunded at the merchant platform',
  'returned-by-transfer': 'Returned by transfer',
  'booked-as-paid': 'Checked: the money came, booked as paid',
  'no-money-came': 'Checked: no money came',
  'checked-in-order': 'Checked: the books are right',
  'told-by-phone': 'Told by telephone',
  'not-needed': 'No longer needed',
  'taken-care-of': 'Taken care of',
};

/** English beside `TASK_SUBJECT_LABELS`. */
export const TASK_SUBJECT_LABELS_EN: Record<TaskSubjectKind, string> = {
  order: 'Application',
  phoneChange: 'Change of number',
  export: 'Data export',
  deletion: 'Account deletion',
  anchor: 'Audit anchor',
  staffChange: 'Change of the staff',
  system: 'System',
};

/** English beside `TASK_FACT_LABELS`. */
export const TASK_FACT_LABELS_EN: Record<TaskFact, string> = {
  orderNumber: 'Application number',
  reason: 'Reason',
  outTradeNo: 'Payment number',
  expectedFen: 'Due',
  receivedFen: 'Received',
  currency: 'Currency',
  tries: 'Tries',
  job: 'Job',
  used: 'Used',
  budget: 'Budget',
  daysLeft: 'Days left',
  credential: 'Certificate',
  promisedBy: 'Promised by',
};
