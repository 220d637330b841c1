import { formatFen, type OrderView } from '@acceptance/shared';

/** What happens after handing in, one sentence each. */
export function nextSteps({ project, amountFen, form }: Pick<OrderView, 'project' | 'amountFen' | 'form'>): string[] {
  const payment = project.paymentRequired ? [`审核通过后，请支付 ${formatFen(amountFen)}`] : [];
  const handOver = form.delivery?.way === 'pick-up' ? '通知您上门自取' : '按您填写的地址寄出，运费到付';
  return ['工作人员审核您的资料，有结果会发短信告诉您', ...payment, `制作证书，${handOver}`];
}
