import type { OrderStatus } from './order-status';

/** Why money is asked back. */
export const REFUND_REASONS = [
  'not-needed',
  'wrong-application',
  'paid-twice',
  'too-slow',
  'cannot-issue',
  'other',
] as const;
export type RefundReason = (typeof REFUND_REASONS)[number];
export const REFUND_REASON_LABELS: Record<RefundReason, string> = {
  'not-needed': '不再需要办理',
  'wrong-application': '选错项目或填错信息',
  'paid-twice': '重复办理或重复付款',
  'too-slow': '等待时间太长',
  'cannot-issue': '证书无法制作',
  other: '其他原因',
};
/** Whether a certificate can be made is not for its applicant to say. */
export const OWN_REFUND_REASONS = REFUND_REASONS.filter((reason) => reason !== 'cannot-issue');

/** `lapsed`: the order has ended in another way meanwhile. */
export const REFUND_REQUEST_STATES = ['waiting', 'approved', 'rejected', 'withdrawn', 'lapsed'] as const;
export type RefundRequestState = (typeof REFUND_REQUEST_STATES)[number];
export const REFUND_REQUEST_STATE_LABELS: Record<RefundRequestState, string> = {
  waiting: '等待审批',
  approved: '已同意',
  rejected: '未通过',
  withdrawn: '已撤回',
  lapsed: '已失效',
};

/** Who may ask: whose order it is, or finance. */
export const REFUND_ASKERS = ['applicant', 'finance'] as const;
export type RefundAsker = (typeof REFUND_ASKERS)[number];

/** What may be done about a refund at the desk, by the one who looks. */
export const REFUND_DEEDS = ['ask', 'withdraw', 'approve', 'reject'] as const;
export type RefundDeed = (typeof REFUND_DEEDS)[number];

/** How often the money of one order may be asked back: by its applicant, and altogether. */
export const MOST_OWN_REFUND_REQUESTS = 3;
export const MOST_REFUND_REQUESTS = 10;

/** From where the order's table has a refund begin: before there is a certificate, */
export const REFUNDABLE_STATUSES: readonly OrderStatus[] = ['paid', 'issuing'];
/** and, once it is over again, after. */
export const MADE_STATUSES: readonly OrderStatus[] = ['issued', 'delivered'];

/** Whether a refund that was asked for before an order changed its status can still begin after it. */
export const keepsRefundRequest = (from: OrderStatus, to: OrderStatus): boolean =>
  [REFUNDABLE_STATUSES, MADE_STATUSES].some((statuses) => statuses.includes(from) && statuses.includes(to));

export interface RefundFacts {
  readonly status: OrderStatus;
  /** Money that came and was kept. */
  readonly paidFen: number;
  /** Its certificate was made and is not over: revoked for good. */
  readonly certificateValid: boolean;
  readonly requests: readonly { readonly state: RefundRequestState; readonly askedBy: RefundAsker }[];
}

export type RefundHindrance =
  | 'certificate_made'
  | 'certificate_valid'
  | 'under_way'
  | 'nothing_paid'
  | 'already_asked'
  | 'asked_too_often';

/** Of what is made only finance has the money go back, and only once nobody can use it. */
function hindranceOfMade({ status, certificateValid }: RefundFacts, asker: RefundAsker): RefundHindrance | null {
  if (status === 'completed' || (MADE_STATUSES.includes(status) && asker === 'applicant')) {
    return 'certificate_made';
  }
  return MADE_STATUSES.includes(status) && certificateValid ? 'certificate_valid' : null;
}

/** Why somebody cannot ask now for the money of an order; null: they can. */
export function refundHindrance(facts: RefundFacts, asker: RefundAsker): RefundHindrance | null {
  const { status, paidFen, requests } = facts;
  if (status === 'refunding') {
    return 'under_way';
  }
  const ofMade = hindranceOfMade(facts, asker);
  if (ofMade) {
    return ofMade;
  }
  if (paidFen === 0 || ![...REFUNDABLE_STATUSES, ...MADE_STATUSES].includes(status)) {
    return 'nothing_paid';
  }
  if (requests.at(-1)?.state === 'waiting') {
    return 'already_asked';
  }
  const ofAsker = requests.filter(({ askedBy }) => askedBy === asker).length;
  const isTooOften = asker === 'applicant' && ofAsker >= MOST_OWN_REFUND_REQUESTS;
  return isTooOften || requests.length >= MOST_REFUND_REQUESTS ? 'asked_too_often' : null;
}
