import {
  type ErrorCode,
  endpoints,
  type OrderView,
  type PaymentChannel,
  type StartedPayment,
} from '@acceptance/shared';
import { useEffect, useState } from 'react';
import { call } from '../../../../api/client';
import { say } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { useCountdown } from '../../../../features/use-countdown';
import { useLoad } from '../../../../features/use-load';
import { usePolling } from '../../../../features/use-polling';
import { redirectTo } from '../../../../platform/navigation';
import { PAYMENT_CHANNEL } from '../../../../platform/payment';
import { paySituation } from '../../pay-situation';
import { readSettledOrder } from '../../read-settled-order';
import { showPaymentSheet } from '../../show-payment-sheet';
import { PAY_TEXT } from '../../text';
import { secondsUntil } from '../../time-words';

/** The API allows 240 questions in ten minutes; this leaves room for taps on 我已付款. */
const POLL_MS = 4000;

/** Refusals which say that the order on screen is older than the server's. */
const STALE_REFUSALS: readonly string[] = [
  'payments.not_payable',
  'payments.not_required',
  'payments.being_checked',
] satisfies ErrorCode[];

/** What the page says about the last try. */
export type PayRemark = 'cancelled' | 'failed' | 'unavailable' | 'not-yet' | null;

/** Starts a payment and follows it; whatever the sheet says, the server is asked before anything is claimed. */
export function usePayMethod(orderId: string) {
  const order = useLoad(() => readSettledOrder(orderId), orderId);
  const [remark, setRemark] = useState<PayRemark>(null);
  const [code, setCode] = useState<{ readonly url: string } | null>(null);
  const countdown = useCountdown();
  const { setData, reload } = order;

  const situation = order.data && paySituation(order.data);
  const settled = situation?.kind === 'settled';
  useEffect(() => {
    if (settled) {
      void redirectTo('payResult', { orderId });
    }
  }, [settled, orderId]);

  const refresh = async (): Promise<OrderView> => {
    const newer = await call(endpoints.payments.refreshPayment, { params: { orderId } });
    setData(newer);
    return newer;
  };

  const openSheet = async (started: StartedPayment): Promise<void> => {
    const outcome = await showPaymentSheet(started);
    if (outcome === 'closed') {
      await redirectTo('payResult', { orderId });
      return;
    }
    // Said even where the server cannot be asked now; when it knows of money, the page goes on to the result.
    setRemark(outcome);
    // Cancelling and failing race with paying: only the server knows, so it is asked here too.
    if (paySituation(await refresh()).kind !== 'payable') {
      setRemark(null);
    }
  };

  /** By the sheet of this phone, or by a code that another phone scans; the one that was begun before ends. */
  const pay = useAction(async (channel: PaymentChannel = PAYMENT_CHANNEL) => {
    setRemark(null);
    const started = await call(endpoints.payments.startPayment, {
      params: { orderId },
      body: { channel },
    });
    if (started.codeUrl === null) {
      setCode(null);
      await openSheet(started);
      return;
    }
    countdown.start(secondsUntil(started.attempt.expiresAt, Date.now()));
    setCode({ url: started.codeUrl });
  });
  const refusal = pay.problem?.code;
  useEffect(() => {
    if (refusal === 'payments.already_paid') {
      void redirectTo('payResult', { orderId });
    }
    if (refusal && STALE_REFUSALS.includes(refusal)) {
      // What is on screen was older than the server's: show what holds now.
      void reload();
    }
  }, [refusal, orderId, reload]);

  const confirm = useAction(async () => {
    const { kind } = paySituation(await refresh());
    setRemark(kind === 'payable' ? 'not-yet' : null);
    if (kind === 'on-hold') {
      say(PAY_TEXT.stillChecking);
    }
  });
  // Goes on after the code has expired: a payment of the last second arrives late. So may one whose sheet failed.
  usePolling((code !== null || remark === 'failed') && !settled, POLL_MS, refresh);

  return { order, situation, pay, confirm, remark, code, secondsLeft: countdown.secondsLeft };
}
