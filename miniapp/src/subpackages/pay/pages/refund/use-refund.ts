import { endpoints, type OrderView, type RefundReason, refundWordsSchema } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { say } from '../../../../features/ask';
import { checkField } from '../../../../features/check-field';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import { useLoad } from '../../../../features/use-load';
import { navigateBack } from '../../../../platform/navigation';
import { ASK_REFUND_TEXT as TEXT } from '../../text-refund';

export type OwnReason = Exclude<RefundReason, 'cannot-issue'>;

/** State and act of asking for the money of an order. */
export function useRefund(orderId: string) {
  const params = { orderId };
  const load = useLoad(() => call(endpoints.orders.readOrder, { params }), orderId);
  const [reason, setReason] = useState<OwnReason | null>(null);
  const [missing, setMissing] = useState(false);
  const mustExplain = reason === 'other';
  const form = useFields({
    words: (words) => (words.trim() || mustExplain ? checkField(refundWordsSchema, words) : null),
  });

  const send = useAction(async ({ refund }: OrderView) => {
    setMissing(reason === null);
    const isExplained = form.pass('words');
    if (!reason || !isExplained || refund.nextNumber === null) {
      return;
    }
    const body = { number: refund.nextNumber, reason, words: form.values.words.trim() };
    try {
      await call(endpoints.refunds.requestRefund, { params, body });
    } catch (error) {
      // What may be asked for has changed meanwhile: the page says so.
      await load.reload();
      throw error;
    }
    say(TEXT.sent);
    await navigateBack('orders');
  });

  const choose = (chosen: OwnReason) => {
    setReason(chosen);
    setMissing(false);
  };
  return { load, reason, choose, missing, form, send };
}
