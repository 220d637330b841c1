import type { StartedPayment } from '@acceptance/shared';
import { tellIncident } from '../../api/incidents';
import { openPaymentSheet } from '../../platform/payment';
import type { PaymentOutcome } from '../../platform/payment-outcome';
import { PaymentSheetError } from './payment-sheet-error';

/**
 * Opens WeChat's sheet. What WeChat could not do is reported: a wrong appId or merchant fails for everybody, and whoever
 * pays cannot mend it.
 */
export async function showPaymentSheet({ jsapi }: StartedPayment): Promise<PaymentOutcome['kind']> {
  const outcome: PaymentOutcome = jsapi ? await openPaymentSheet(jsapi) : { kind: 'unavailable' };
  if (outcome.kind === 'failed') {
    tellIncident({ kind: 'error', error: new PaymentSheetError(outcome.reason) });
  }
  return outcome.kind;
}
