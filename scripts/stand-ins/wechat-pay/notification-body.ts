import type { JsonObject } from '../serving/json-object';
import { chinaTime } from './china-time';
import { encryptResource } from './encrypt-resource';
import type { RefundEnd } from './pay-state';

export type NotificationEvent = 'TRANSACTION.SUCCESS' | `REFUND.${RefundEnd}`;

const SUMMARIES: Record<NotificationEvent, string> = {
  'TRANSACTION.SUCCESS': '支付成功',
  'REFUND.SUCCESS': '退款成功',
  'REFUND.ABNORMAL': '退款异常',
  'REFUND.CLOSED': '退款关闭',
};

/** The body of a notification; the resource in it is encrypted with the APIv3 key. */
export function notificationBody(
  notification: { id: string; event: NotificationEvent; resource: JsonObject },
  apiV3Key: string,
  now: Date,
): string {
  const type = notification.event === 'TRANSACTION.SUCCESS' ? 'transaction' : 'refund';
  return JSON.stringify({
    id: notification.id,
    create_time: chinaTime(now),
    resource_type: 'encrypt-resource',
    event_type: notification.event,
    summary: SUMMARIES[notification.event],
    resource: { original_type: type, ...encryptResource(JSON.stringify(notification.resource), apiV3Key, type) },
  });
}
