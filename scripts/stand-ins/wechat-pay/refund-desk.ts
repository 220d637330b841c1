import type { StandInEnvironment } from '../serving/environment';
import type { Notifier } from './notifier';
import type { OwnFaultBoard } from './own-faults';
import { findRefund, findTransaction, type PayState, type Refund, type RefundEnd, type Transaction } from './pay-state';
import { PayRefused } from './payer';
import { refundNotice } from './refund-view';
import { endRefund, refundOnPlatform } from './refunds';

/** What happens to refunds after they were accepted, and those nobody asked the API for. */
export interface RefundDesk {
  /** Ends an accepted refund after the time refunds take. */
  finishLater(refund: Refund): void;
  /** Ends it at once and tells the merchant; false when there is none under way. Without `end` the faults decide. */
  complete(outRefundNo: string, end?: RefundEnd): Promise<boolean>;
  /** A refund made by hand on the merchant platform, told like any other. Throws PayRefused. */
  refundOnPlatform(outTradeNo: string, o?: { refund?: number }): Promise<Transaction>;
  /** Tells once more how a refund ended, or, with `status`, anything else. Throws PayRefused. */
  sendNotice(outRefundNo: string, status?: RefundEnd): Promise<void>;
  /** Takes up again what was under way when the state was saved. */
  resume(): void;
  stop(): void;
}

export function createRefundDesk(o: {
  state: PayState;
  changed: () => void;
  environment: StandInEnvironment;
  ownFaults: OwnFaultBoard;
  notifier: Notifier;
  merchantId: string;
  refundMs: number;
}): RefundDesk {
  const { state, environment } = o;
  const { now, scheduler } = environment;
  const timers = new Set<() => void>();

  const tell = async (refund: Refund, status: RefundEnd): Promise<void> => {
    const transaction = findTransaction(state, refund.outTradeNo);
    if (!transaction) return;
    await o.notifier.tell({
      event: `REFUND.${status}`,
      outTradeNo: refund.outTradeNo,
      url: refund.notifyUrl ?? transaction.notifyUrl,
      resource: refundNotice({ ...refund, status }, transaction, o.merchantId),
    });
  };

  const endByFaults = ({ outRefundNo }: Refund): RefundEnd => {
    const path = `refund ${outRefundNo}`;
    if (environment.faults.strikes('wechat-pay', 'refund-abnormal', path)) return 'ABNORMAL';
    return o.ownFaults.strikes('refund-closed', path) ? 'CLOSED' : 'SUCCESS';
  };

  const finish = async (refund: Refund, end?: RefundEnd): Promise<boolean> => {
    if (refund.status !== 'PROCESSING') return false;
    const status = end ?? endByFaults(refund);
    endRefund(refund, status, now());
    o.changed();
    await tell(refund, status);
    return true;
  };

  const finishLater = (refund: Refund): void => {
    const cancel = scheduler.after(o.refundMs, () => {
      timers.delete(cancel);
      void finish(refund);
    });
    timers.add(cancel);
  };

  return {
    finishLater,
    async complete(outRefundNo, end) {
      const refund = findRefund(state, outRefundNo);
      return refund ? finish(refund, end) : false;
    },
    async refundOnPlatform(outTradeNo, { refund: wanted } = {}) {
      const { refund, transaction } = refundOnPlatform(state, outTradeNo, wanted, now());
      await finish(refund, 'SUCCESS');
      return transaction;
    },
    async sendNotice(outRefundNo, status) {
      const refund = findRefund(state, outRefundNo);
      if (!refund) throw new PayRefused('REFUND_NOT_EXIST');
      const told = status ?? refund.status;
      if (told === 'PROCESSING') throw new PayRefused('REFUND_PROCESSING');
      await tell(refund, told);
    },
    resume() {
      for (const refund of state.refunds) if (refund.status === 'PROCESSING') finishLater(refund);
    },
    stop() {
      for (const cancel of timers) cancel();
    },
  };
}
