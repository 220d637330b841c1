import type { TaskSettlement } from '../../task/task-kind';
import type { TaskFact, TaskKind, TaskSubjectKind } from '../../task/task-kinds';
import { TRANSFER_TASK_TEXTS_EN } from './bank-transfer-texts';
import { INVOICE_TASK_TEXTS_EN } from './invoice-texts';
import { RECONCILIATION_TASK_TEXTS_EN } from './reconciliation-texts';

/** English beside `TASK_KINDS`. */
export const TASK_KIND_TEXTS_EN: Record<TaskKind, { label: string; advice: string; redo: string | null }> = {
  'contract-not-sealed': {
    label: 'Contract was not made',
    advice: 'Look at the reason; once it is mended tap "Make again". The applicant need not sign again',
    redo: 'Make again',
  },
  'contract-not-lasting': {
    label: 'Contract lacks its long-term validation data',
    advice:
      'The contract itself is valid. Check network and settings of the time stamping and certificate status services, then tap "Complete again"',
    redo: 'Complete again',
  },
  'review-overdue': {
    label: 'Review is later than promised',
    advice: 'Please review this application soon; a decision closes this task',
    redo: null,
  },
  'application-twice': {
    label: 'One unit or person has two applications under way',
    advice:
      'Please ask the applicant which one stays; they cancel the other, or you reject it while it waits for review',
    redo: null,
  },
  'identity-check-overdue': {
    label: 'Identity check is later than promised',
    advice: 'Please decide on it under "Identity checks" soon; a decision closes this task',
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
  'refund-waiting': {
    label: 'A refund waits for a decision',
    advice:
      'Compare reason and payments on the page "Refunds"; somebody of finance who has not asked for it agrees or refuses. Nothing is issued meanwhile; a decision closes this task',
    redo: null,
  },
  ...TRANSFER_TASK_TEXTS_EN,
  ...INVOICE_TASK_TEXTS_EN,
  ...RECONCILIATION_TASK_TEXTS_EN,
  'notice-not-sent': {
    label: 'Message was not delivered',
    advice: 'Send it again; if that fails, telephone the applicant',
    redo: 'Send again',
  },
  'shipping-not-reported': {
    label: 'WeChat was not told of a delivery',
    advice:
      'Look at the reason and upload again; if that fails, enter it by hand on the WeChat platform (management of shipping information), or the money stays frozen. WeChat allows one change for a payment',
    redo: 'Upload again',
  },
  'issuing-not-started': { label: 'Issuing has not begun', advice: 'Start it again', redo: 'Start again' },
  'order-late': {
    label: 'An application stays longer than it should',
    advice:
      'Make or send what is paid; where the applicant has to make a key or download, call them. Whatever brings it on closes this task',
    redo: null,
  },
  'certificate-not-issued': {
    label: 'Certificate was not issued',
    advice:
      'Look at the reason and at the authority; then issue again, it never makes a second one. Where the key is the reason, have it made anew: telephone the applicant of a software certificate; take an empty UKey',
    redo: 'Issue again',
  },
  'successor-stopped': {
    label: 'The old certificate was revoked, an application cannot go on',
    advice:
      'Tell the applicant; refuse what waits for review, and have finance refund what was paid. Afterwards a replacement or a new certificate can be applied for',
    redo: null,
  },
  'certificate-not-revoked': {
    label: 'The authority was not told of a revocation',
    advice: 'Revoke again at once, or by hand at the authority; until then the certificate can be abused',
    redo: 'Revoke again',
  },
  'seal-not-made': {
    label: 'Electronic seal was not made',
    advice:
      'Look at the reason; then make it again, there is never a second one; tell the holder of a name that cannot be drawn',
    redo: 'Make again',
  },
  'delivery-not-prepared': {
    label: 'A certificate is issued, its delivery was not begun',
    advice: 'Prepare it again, then go on at the desk of deliveries',
    redo: 'Prepare the delivery again',
  },
  'notice-undelivered': {
    label: 'A text message did not arrive',
    advice: 'The application says which and why; send it again, or call the applicant',
    redo: null,
  },
  'parcel-lost': {
    label: 'A parcel is lost, its certificate is on hold',
    advice:
      'Tell the applicant and claim it from the courier; when it is found, say so at the desk of deliveries, which puts the certificate back into use; when it is not, revoke the certificate and make another',
    redo: null,
  },
  'parcel-came-back': {
    label: 'A parcel was refused or sent back',
    advice: 'Call the applicant about the address; send it again with a new number, or agree on another way',
    redo: null,
  },
  'parcel-held-up': {
    label: 'A parcel is held up for more than 3 days',
    advice: 'Ask the courier and the applicant; record what became of it at the desk of deliveries',
    redo: null,
  },
  'parcel-silent': {
    label: 'Nothing was heard of a parcel for 5 days',
    advice:
      'Check its number, then ask the courier; if it is lost, say so at the desk of deliveries, which puts the certificate on hold',
    redo: null,
  },
  'pick-up-overdue': {
    label: 'A certificate was not collected for 60 days',
    advice: 'Call the applicant; have them revoke a certificate that they do not need any more',
    redo: null,
  },
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
  'calendar-ends': {
    label: 'The working calendar lacks the next year',
    advice:
      'Put the holidays and moved working days that the State Council has announced in place and restart; until then promised times know weekends only',
    redo: null,
  },
  'contract-template-waiting': {
    label: 'A draft of the contract waits to be published',
    advice:
      'Look at the draft on the page "Contract templates"; another administrator than the one who saved it last publishes it, or it is changed or discarded; that closes this task',
    redo: null,
  },
  'project-draft-waiting': {
    label: 'A draft of a project waits to be published',
    advice:
      'See on the page "Projects" how it differs from what is in use; another administrator than the one who imported it publishes it, or it is discarded; that closes this task',
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
  'new-key': 'Have the key made anew',
  'told-by-phone': 'Told by telephone',
  'not-needed': 'No longer needed',
  'taken-care-of': 'Taken care of',
};

/** English beside `TASK_SUBJECT_LABELS`. */
export const TASK_SUBJECT_LABELS_EN: Record<TaskSubjectKind, string> = {
  order: 'Application',
  certificate: 'Certificate',
  electronicSeal: 'Electronic seal',
  delivery: 'Delivery',
  phoneChange: 'Change of number',
  identityCheck: 'Identity check',
  export: 'Data export',
  deletion: 'Account deletion',
  anchor: 'Audit anchor',
  staffChange: 'Change of the staff',
  contractTemplate: 'Contract template',
  bankEntry: 'Bank entry',
  invoice: 'Invoice',
  reconciliationDay: 'Reconciliation',
  system: 'System',
};

/** English beside `TASK_FACT_LABELS`. */
export const TASK_FACT_LABELS_EN: Record<TaskFact, string> = {
  orderNumber: 'Application number',
  otherOrder: 'Other application',
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
  year: 'Year',
  day: 'Day',
  differences: 'Differences',
  numbers: 'Numbers',
};
