import { formatFen, type OrderView } from '@acceptance/shared';
import { NEXT_STEPS_TEXT } from '../../../../text/summary';

const HAND_OVER = { courier: 'makeAndSend', 'pick-up': 'makeAndPickUp', download: 'makeAndDownload' } as const;

/** What happens after handing in, one sentence each. */
export function nextSteps({ project, amountFen, form }: Pick<OrderView, 'project' | 'amountFen' | 'form'>): string[] {
  const payment = project.paymentRequired ? [NEXT_STEPS_TEXT.pay(formatFen(amountFen))] : [];
  return [NEXT_STEPS_TEXT.review, ...payment, NEXT_STEPS_TEXT[HAND_OVER[form.delivery?.way ?? 'courier']]];
}
