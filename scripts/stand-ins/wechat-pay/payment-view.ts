import type { NotificationJob, PayState, Refund, Transaction } from './pay-state';
import { type PayRefusalCode, whyNotPayable } from './payer';

/** One payment as the console and tests see it. Amounts in fen, moments ISO 8601. */
export interface PaymentView {
  outTradeNo: string;
  tradeType: Transaction['tradeType'];
  description: string;
  total: number;
  state: Transaction['state'];
  /** Why paying would be refused now; absent = it can be paid. */
  notPayable?: PayRefusalCode;
  /** The QR code of a Native payment, `weixin://wxpay/bizpayurl?pr=…`. */
  codeUrl?: string;
  prepayId?: string;
  openId?: string;
  timeExpire?: string;
  createdAt: string;
  transactionId?: string;
  successTime?: string;
  cancelledAt?: string;
  refunds: Pick<Refund, 'outRefundNo' | 'refund' | 'status' | 'createdAt'>[];
  notifications: Pick<NotificationJob, 'id' | 'eventType' | 'state' | 'dueAt' | 'attempts'>[];
}

export function paymentView(state: PayState, transaction: Transaction, now: Date): PaymentView {
  const latest = transaction.prepays.at(-1);
  return {
    outTradeNo: transaction.outTradeNo,
    tradeType: transaction.tradeType,
    description: transaction.description,
    total: transaction.total,
    state: transaction.state,
    notPayable: whyNotPayable(transaction, now),
    codeUrl: latest?.codeUrl,
    prepayId: latest?.prepayId,
    openId: transaction.openId,
    timeExpire: transaction.timeExpire,
    createdAt: transaction.createdAt,
    transactionId: transaction.transactionId,
    successTime: transaction.successTime,
    cancelledAt: transaction.cancelledAt,
    refunds: state.refunds
      .filter((refund) => refund.outTradeNo === transaction.outTradeNo)
      .map(({ outRefundNo, refund, status, createdAt }) => ({ outRefundNo, refund, status, createdAt })),
    notifications: state.notifications
      .filter((job) => job.outTradeNo === transaction.outTradeNo)
      .map(({ id, eventType, state: jobState, dueAt, attempts }) => ({
        id,
        eventType,
        state: jobState,
        dueAt,
        attempts: [...attempts],
      })),
  };
}
