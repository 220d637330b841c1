import { formatFen, type OrderView } from '@acceptance/shared';
import { NEXT_STEPS_TEXT } from '../../texts-summary';

/** What happens after handing in, one sentence each. */
export function nextSteps({ project, amountFen, form }: Pick<OrderView, 'project' | 'amountFen' | 'form'>): string[] {
  const payment = project.paymentRequired ? [NEXT_STEPS_TEXT.pay(formatFen(amountFen))] : [];
  const handOver = form.delivery?.way === 'pick-up' ? NEXT_STEPS_TEXT.makeAndPickUp : NEXT_STEPS_TEXT.makeAndSend;
  return [NEXT_STEPS_TEXT.review, ...payment, handOver];
}
