import { endpoints, type StartedPayment } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { useAction } from '../../../../features/use-action';
import { useLoad } from '../../../../features/use-load';
import { usePolling } from '../../../../features/use-polling';
import { openPaymentSheet } from '../../../../platform/payment';
import { wechatLoginCode } from '../../../../platform/wechat-login';

const POLL_MS = 3000;

/** How the last try ended; `confirming`: the sheet says that it is paid, and the server does not know yet. */
export type BillRemark = 'cancelled' | 'no-wechat' | 'confirming' | null;

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
  const openSheet = async ({ jsapi }: StartedPayment): Promise<void> => {
    const outcome = jsapi ? await openPaymentSheet(jsapi) : 'unavailable';
    // Cancelling races with paying: only the server knows, so it is asked either way.
    const state = await refresh().catch(() => 'payable');
    if (state === 'payable') {
      setRemark(outcome === 'closed' ? 'confirming' : 'cancelled');
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
  usePolling(isPayable && remark === 'confirming', POLL_MS, refresh);

  return { bill, isPayable, remark, pay, confirm };
}
