/** Where an order stands. The comment says who acts next. */
export const ORDER_STATUSES = [
  'draft', // applicant: fill in and submit
  'submitted', // reviewer: approve, return or reject
  'returned', // applicant: mend what was marked and submit again
  'approved', // applicant: pay (projects without payment go on by themselves)
  'paid', // issuer: start making the certificate
  'issuing', // issuer: issue
  'issued', // issuer: hand over
  'delivered', // applicant: confirm receipt
  'completed', // final
  'rejected', // final
  'cancelled', // final
  'expired', // final
  'refunding', // finance: follow the refund to its end
  'refunded', // final
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const ORDER_STATUS_LABELS: Record<OrderStatus, string> = {
  draft: '未提交',
  submitted: '待审核',
  returned: '待补充',
  approved: '资料审核通过',
  paid: '等待制证',
  issuing: '制证中',
  issued: '已制证',
  delivered: '已发出',
  completed: '已完成',
  rejected: '审核未通过',
  cancelled: '已取消',
  expired: '已过期',
  refunding: '退款中',
  refunded: '已退款',
};

/** Derived from the payment attempts inside an order; never stored. */
export const PAYMENT_STATUSES = ['none', 'pending', 'verifying', 'paid', 'refunding', 'refunded'] as const;
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

export const PAYMENT_STATUS_LABELS: Record<PaymentStatus, string> = {
  none: '无',
  pending: '待支付',
  verifying: '待核实',
  paid: '已支付',
  refunding: '退款中',
  refunded: '已退款',
};
