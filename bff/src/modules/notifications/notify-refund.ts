import { type NotificationDependencies, recipientOf } from './notify-applicant';
import { sendOrderNotice } from './send-notice';

/** How a refund stands, in at most 12 characters: operators cut longer parameters. */
export const REFUND_PROGRESS = {
  ask: '已提出，等待审批',
  withdraw: '已撤回，申请继续办理',
  reject: '未通过，申请继续办理',
  'start-refund': '已同意，正在退回',
  'start-refund-revoked': '已同意，正在退回',
  'confirm-refund': '已完成，款项已退回',
  'note-refund': '已完成，款项已退回',
} as const;
type RefundEvent = keyof typeof REFUND_PROGRESS;

const isRefundEvent = (event: unknown): event is RefundEvent =>
  typeof event === 'string' && Object.hasOwn(REFUND_PROGRESS, event);

/** Job: tells the applicant what has become of a refund. @throws PortError */
export async function tellRefund(
  dependencies: NotificationDependencies,
  orderId: string,
  event: unknown,
): Promise<void> {
  if (!isRefundEvent(event)) {
    return;
  }
  const { order, to } = await recipientOf(dependencies, orderId);
  const result = REFUND_PROGRESS[event];
  await sendOrderNotice(dependencies, to, { kind: 'refund-progress', orderNumber: order.orderNumber, result });
}
