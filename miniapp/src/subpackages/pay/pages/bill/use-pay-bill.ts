import { endpoints, type StartedPayment } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { usePolling } from '../../../../features/use-polling';
import type { PaymentOutcome } from '../../../../platform/payment-outcome';
import { wechatLoginCode } from '../../../../platform/wechat-login';
import { showPaymentSheet } from '../../show-payment-sheet';

const POLL_MS = 3000;

/** How the last try ended; `confirming`: the sheet says that it is paid, and the server does not know yet. */
export type BillRemark = 'cancelled' | 'failed' | 'no-wechat' | 'confirming' | null;

const REMARKS = {
  closed: 'confirming',
  cancelled: 'cancelled',
  failed: 'failed',
  // The page offers no payment outside WeChat; a sheet without its parameters is as if there were no WeChat.
  unavailable: 'no-wechat',
} as const satisfies Record<PaymentOutcome['kind'], BillRemark>;

/** Somebody else's bill: the payer needs no account, WeChat tells who pays. */
export function usePayBill(token: string) {
  const body = { token };
  const bill = useLoad(() => call(endpoints.payLinks.readBill, { body }), token);
  const [remark, setRemark] = useState<BillRemark>(null);
  const { setData, reload } = bill;
  const isPayable = bill.data?.state === 'payable';

  const refresh = async () => {
    const newer = await call(endpoints.payLinks.refreshBill, { body });
    setData(newer);
    return newer.state;
  };
  const openSheet = async (started: StartedPayment): Promise<void> => {
    const outcome = await showPaymentSheet(started);
    // Cancelling and failing race with paying: only the server knows, so it is asked either way.
    const state = await refresh().catch(() => 'payable');
    if (state === 'payable') {
      setRemark(REMARKS[outcome]);
    }
  };
  const pay = useAction(async () => {
    setRemark(null);
    const loginCode = await wechatLoginCode();
    if (!loginCode) {
      setRemark('no-wechat');
      return;
    }
    try {
      await openSheet(await call(endpoints.payLinks.startPayment, { body: { token, loginCode } }));
    } catch (error) {
      // Somebody else may have paid meanwhile: the page says how it stands.
      await reload();
      throw error;
    }
  });
  const confirm = useAction(refresh);
  // A sheet that failed may have taken money all the same.
  usePolling(isPayable && (remark === 'confirming' || remark === 'failed'), POLL_MS, refresh);

  return { bill, isPayable, remark, pay, confirm };
}
