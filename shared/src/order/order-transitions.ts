import type { OrderStatus } from './order-status';

/** Who may cause an event. `system` is a job or a verified provider message. */
export type OrderActor = 'applicant' | 'reviewer' | 'finance' | 'issuer' | 'administrator' | 'system';

/** What must be true besides the status; each is checked by the use case before it asks for the transition. */
export type OrderCondition =
  | 'application-complete'
  | 'reason-given'
  | 'payment-required'
  | 'payment-confirmed'
  | 'no-payment-required'
  | 'certificate-made'
  | 'certificate-over'
  | 'refund-confirmed'
  | 'time-limit-passed';

/** What follows by itself, as a job put into the order's outbox in the same write. */
export type OrderConsequence =
  | 'notify-review-result'
  | 'notify-payment-received'
  | 'notify-issued'
  | 'notify-sent'
  | 'notify-refund'
  | 'report-shipping'
  | 'start-issuing'
  | 'prepare-delivery'
  | 'end-delivery'
  | 'start-refund'
  | 'close-payment-attempts'
  | 'prepare-invoice'
  | 'undo-invoice';

export interface OrderTransition {
  readonly event: string;
  readonly from: readonly OrderStatus[];
  readonly to: OrderStatus;
  readonly by: readonly OrderActor[];
  readonly needs: readonly OrderCondition[];
  readonly consequences: readonly OrderConsequence[];
  /** Verb on the button, when a person causes the event. */
  readonly label: string | null;
}

/** The whole life of an order. Nothing else may change `status`. */
export const ORDER_TRANSITIONS = [
  {
    event: 'submit',
    from: ['draft', 'returned'],
    to: 'submitted',
    by: ['applicant'],
    needs: ['application-complete'],
    consequences: [],
    label: '提交申请',
  },
  {
    event: 'approve',
    from: ['submitted'],
    to: 'approved',
    by: ['reviewer'],
    needs: [],
    consequences: ['notify-review-result', 'start-issuing'],
    label: '通过',
  },
  {
    event: 'return',
    from: ['submitted'],
    to: 'returned',
    by: ['reviewer'],
    needs: ['reason-given'],
    consequences: ['notify-review-result'],
    label: '退回补充',
  },
  {
    event: 'reject',
    from: ['submitted'],
    to: 'rejected',
    by: ['reviewer'],
    needs: ['reason-given'],
    consequences: ['notify-review-result'],
    label: '不予通过',
  },
  {
    event: 'confirm-payment',
    from: ['approved'],
    to: 'paid',
    by: ['finance', 'system'],
    needs: ['payment-required', 'payment-confirmed'],
    consequences: ['notify-payment-received', 'start-issuing', 'prepare-invoice'],
    label: null,
  },
  {
    event: 'start-issuing-unpaid',
    from: ['approved'],
    to: 'issuing',
    by: ['system'],
    needs: ['no-payment-required'],
    consequences: [],
    label: null,
  },
  {
    event: 'start-issuing',
    from: ['paid'],
    to: 'issuing',
    by: ['issuer', 'system'],
    needs: [],
    consequences: [],
    label: '开始制证',
  },
  {
    event: 'issue',
    from: ['issuing'],
    to: 'issued',
    by: ['issuer', 'system'],
    needs: ['certificate-made'],
    consequences: ['notify-issued', 'prepare-delivery'],
    label: '完成制证',
  },
  {
    event: 'deliver',
    from: ['issued'],
    to: 'delivered',
    by: ['issuer', 'system'],
    needs: [],
    consequences: ['notify-sent', 'report-shipping'],
    label: '发出',
  },
  {
    event: 'complete',
    from: ['delivered'],
    to: 'completed',
    by: ['applicant', 'system'],
    needs: [],
    consequences: [],
    label: '确认收到',
  },
  {
    event: 'cancel',
    from: ['submitted', 'returned', 'approved'],
    to: 'cancelled',
    by: ['applicant'],
    needs: [],
    consequences: ['close-payment-attempts'],
    label: '取消申请',
  },
  {
    event: 'expire',
    from: ['returned', 'approved'],
    to: 'expired',
    by: ['system'],
    needs: ['time-limit-passed'],
    consequences: ['close-payment-attempts'],
    label: null,
  },
  {
    event: 'start-refund',
    from: ['paid', 'issuing'],
    to: 'refunding',
    by: ['finance'],
    needs: ['reason-given', 'payment-required'],
    consequences: ['start-refund', 'notify-refund', 'undo-invoice'],
    label: '退款',
  },
  {
    event: 'start-refund-revoked',
    from: ['issued', 'delivered'],
    to: 'refunding',
    by: ['finance'],
    needs: ['reason-given', 'payment-required', 'certificate-over'],
    consequences: ['start-refund', 'notify-refund', 'undo-invoice', 'end-delivery'],
    label: '退款',
  },
  {
    event: 'note-refund',
    from: ['paid', 'issuing'],
    to: 'refunded',
    by: ['finance', 'system'],
    needs: ['refund-confirmed'],
    consequences: ['notify-refund', 'undo-invoice'],
    label: null,
  },
  {
    event: 'confirm-refund',
    from: ['refunding'],
    to: 'refunded',
    by: ['finance', 'system'],
    needs: ['refund-confirmed'],
    consequences: ['notify-refund'],
    label: null,
  },
] as const satisfies readonly OrderTransition[];

export type OrderEvent = (typeof ORDER_TRANSITIONS)[number]['event'];

export interface OrderStatusDuty {
  /** Who acts next; null for a final status. */
  readonly owner: OrderActor | null;
  /** Calendar days after which the order is late (for the applicant's statuses: expires, or is removed). */
  readonly limitDays: number | null;
}

/** Every status that is not final has an owner and a time limit. */
export const ORDER_STATUS_DUTIES: Record<OrderStatus, OrderStatusDuty> = {
  draft: { owner: 'applicant', limitDays: 90 },
  submitted: { owner: 'reviewer', limitDays: 1 },
  returned: { owner: 'applicant', limitDays: 30 },
  approved: { owner: 'applicant', limitDays: 30 },
  paid: { owner: 'issuer', limitDays: 3 },
  issuing: { owner: 'issuer', limitDays: 3 },
  issued: { owner: 'issuer', limitDays: 3 },
  delivered: { owner: 'applicant', limitDays: 15 },
  completed: { owner: null, limitDays: null },
  rejected: { owner: null, limitDays: null },
  cancelled: { owner: null, limitDays: null },
  expired: { owner: null, limitDays: null },
  refunding: { owner: 'finance', limitDays: 7 },
  refunded: { owner: null, limitDays: null },
};
