import type { OrderConsequence } from '@acceptance/shared';
import { defineJobs, type JobKind, RETRIES } from '../../jobs/job-kind';

const REMOTE_CALL_MS = 30_000;

/** What a transition has told to the applicant; `notifications` handles it. */
export const ORDER_NOTICE_JOBS = defineJobs('order', {
  tellReviewResult: {
    name: 'notify-review-result',
    lane: 'sms',
    remote: 'sms',
    timeLimitMs: REMOTE_CALL_MS,
    retry: RETRIES.remote,
    task: 'notice-not-sent',
  },
  tellReviewResultByWechat: {
    name: 'notify-review-result-by-wechat',
    lane: 'wechat',
    remote: 'wechat',
    timeLimitMs: REMOTE_CALL_MS,
    retry: RETRIES.remote,
    // A courtesy beside the SMS: nobody has to look when it fails.
    task: null,
  },
  tellPaymentReceived: {
    name: 'notify-payment-received',
    lane: 'sms',
    remote: 'sms',
    timeLimitMs: REMOTE_CALL_MS,
    retry: RETRIES.remote,
    task: 'notice-not-sent',
  },
  tellEnding: {
    name: 'notify-order-ending',
    lane: 'sms',
    remote: 'sms',
    timeLimitMs: REMOTE_CALL_MS,
    retry: RETRIES.remote,
    task: 'notice-not-sent',
  },
  tellIssued: {
    name: 'notify-issued',
    lane: 'sms',
    remote: 'sms',
    timeLimitMs: REMOTE_CALL_MS,
    retry: RETRIES.remote,
    task: 'notice-not-sent',
  },
  tellSlipRefused: {
    name: 'notify-slip-refused',
    lane: 'sms',
    remote: 'sms',
    timeLimitMs: REMOTE_CALL_MS,
    retry: RETRIES.remote,
    task: 'notice-not-sent',
  },
  tellRefund: {
    name: 'notify-refund',
    lane: 'sms',
    remote: 'sms',
    timeLimitMs: REMOTE_CALL_MS,
    retry: RETRIES.remote,
    task: 'notice-not-sent',
  },
  tellSent: {
    name: 'notify-sent',
    lane: 'sms',
    remote: 'sms',
    timeLimitMs: REMOTE_CALL_MS,
    retry: RETRIES.remote,
    task: 'notice-not-sent',
  },
});

/** What is told to WeChat, which keeps the money until then; `shipping-info` handles it. */
export const ORDER_SHIPPING_JOBS = defineJobs('order', {
  reportShipping: {
    name: 'report-shipping',
    lane: 'wechat',
    remote: 'wechat',
    isReport: true,
    timeLimitMs: 2 * REMOTE_CALL_MS,
    retry: RETRIES.money,
    task: 'shipping-not-reported',
  },
});

/** What a transition has done with money; `payments` handles it. */
export const ORDER_MONEY_JOBS = defineJobs('order', {
  closePaymentAttempts: {
    name: 'close-payment-attempts',
    lane: 'money',
    remote: 'wechat-pay',
    timeLimitMs: 2 * REMOTE_CALL_MS,
    retry: RETRIES.money,
    task: 'payment-not-settled',
  },
  startRefund: {
    name: 'start-refund',
    lane: 'money',
    timeLimitMs: REMOTE_CALL_MS,
    retry: RETRIES.money,
    task: 'refund-not-done',
  },
});

/** Money that came by bank transfer; `bank-transfers` handles it. */
export const ORDER_TRANSFER_JOBS = defineJobs('order', {
  /** It goes back by a person's hand, so that this only opens the task. */
  returnTransfer: {
    name: 'return-transfer',
    lane: 'money',
    timeLimitMs: REMOTE_CALL_MS,
    retry: RETRIES.upkeep,
    task: 'transfer-refund',
  },
});

/** Looks whether a review was done by the time that was promised. */
export const ORDER_REVIEW_JOBS = defineJobs('order', {
  checkPromise: {
    name: 'check-review-promise',
    lane: 'tasks',
    timeLimitMs: REMOTE_CALL_MS,
    retry: 'never-give-up',
    task: null,
  },
});

/** What a kind of order does to the certificate that it begins with; `certificates` handles it. */
export const ORDER_ORIGIN_JOBS = defineJobs('order', {
  endOrigin: {
    name: 'end-origin-of-order',
    lane: 'issuing',
    timeLimitMs: REMOTE_CALL_MS,
    // Whoever has found the token may sign with it until then.
    retry: RETRIES.soon,
    task: 'certificate-not-revoked',
  },
});

/** How the certificate of an order begins to be made. */
export const ORDER_ISSUING_JOBS = defineJobs('order', {
  startIssuing: {
    name: 'start-issuing',
    lane: 'sealing',
    timeLimitMs: REMOTE_CALL_MS,
    retry: RETRIES.soon,
    task: 'issuing-not-started',
  },
});

/** How a certificate comes into its applicant's hand; `deliveries` handles it. */
export const ORDER_DELIVERY_JOBS = defineJobs('order', {
  prepareDelivery: {
    name: 'prepare-delivery',
    lane: 'issuing',
    timeLimitMs: REMOTE_CALL_MS,
    retry: RETRIES.upkeep,
    task: 'delivery-not-prepared',
  },
  endDelivery: {
    name: 'end-delivery',
    lane: 'upkeep',
    timeLimitMs: REMOTE_CALL_MS,
    retry: RETRIES.upkeep,
    task: 'upkeep-failed',
  },
  completeDownloaded: {
    name: 'complete-downloaded-order',
    lane: 'upkeep',
    timeLimitMs: REMOTE_CALL_MS,
    retry: RETRIES.upkeep,
    task: 'upkeep-failed',
  },
});

/** What becomes of an order's invoice; `invoices` handles it. */
export const ORDER_INVOICE_JOBS = defineJobs('order', {
  prepareInvoice: {
    name: 'prepare-invoice',
    lane: 'upkeep',
    timeLimitMs: REMOTE_CALL_MS,
    retry: RETRIES.upkeep,
    task: 'invoice-not-prepared',
  },
  undoInvoice: {
    name: 'undo-invoice',
    lane: 'upkeep',
    timeLimitMs: REMOTE_CALL_MS,
    // It opens the task of the red letter itself.
    retry: 'never-give-up',
    task: null,
  },
});

/** The jobs that each consequence of the transition table becomes. */
export const CONSEQUENCE_JOBS: Record<OrderConsequence, readonly JobKind[]> = {
  'notify-review-result': [ORDER_NOTICE_JOBS.tellReviewResult, ORDER_NOTICE_JOBS.tellReviewResultByWechat],
  'notify-payment-received': [ORDER_NOTICE_JOBS.tellPaymentReceived],
  'notify-issued': [ORDER_NOTICE_JOBS.tellIssued],
  'notify-sent': [ORDER_NOTICE_JOBS.tellSent],
  'notify-refund': [ORDER_NOTICE_JOBS.tellRefund],
  'report-shipping': [ORDER_SHIPPING_JOBS.reportShipping],
  'start-issuing': [ORDER_ISSUING_JOBS.startIssuing],
  'prepare-delivery': [ORDER_DELIVERY_JOBS.prepareDelivery],
  'end-delivery': [ORDER_DELIVERY_JOBS.endDelivery],
  'start-refund': [ORDER_MONEY_JOBS.startRefund],
  'prepare-invoice': [ORDER_INVOICE_JOBS.prepareInvoice],
  'undo-invoice': [ORDER_INVOICE_JOBS.undoInvoice],
  'close-payment-attempts': [ORDER_MONEY_JOBS.closePaymentAttempts],
};
