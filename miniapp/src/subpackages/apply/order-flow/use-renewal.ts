import { endpoints, type OrderView } from '@acceptance/shared';
import { call } from '../../../api/client';
import { ask, say } from '../../../features/ask';
import { type Action, useAction } from '../../../features/use-action';
import { PARTICULARS_TEXT } from '../texts-particulars';

/** Whether the contract of an order can be given up, to be corrected and signed anew: not while it is being made. */
export const isRenewable = ({ status, contract }: Pick<OrderView, 'status' | 'contract'>): boolean =>
  (status === 'draft' || status === 'returned') && (contract.state === 'sealed' || contract.state === 'acknowledged');

/** Giving up a signed contract, after saying what is lost and what stays. */
export function useRenewal(
  order: OrderView | null,
  onRenewed: (order: OrderView) => void | Promise<void>,
): Action<[], void> {
  return useAction(async () => {
    const contractNumber = order?.contract.contractNumber;
    if (!order || !contractNumber) {
      return;
    }
    const agreed = await ask({
      title: PARTICULARS_TEXT.renewTitle,
      text: PARTICULARS_TEXT.renewText(contractNumber),
      confirm: PARTICULARS_TEXT.renewConfirm,
      dangerous: true,
    });
    if (agreed) {
      const renewed = await call(endpoints.contracts.renewContract, {
        params: { orderId: order.id },
        body: { contractNumber },
      });
      say(PARTICULARS_TEXT.renewed);
      await onRenewed(renewed);
    }
  });
}
