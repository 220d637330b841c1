import { createCipheriv, randomBytes } from 'node:crypto';
import type { JsonObject } from '../serving/json-object';
import { chinaTime } from './china-time';

export type NotificationEvent = 'TRANSACTION.SUCCESS' | 'REFUND.SUCCESS' | 'REFUND.ABNORMAL';

const SUMMARIES: Record<NotificationEvent, string> = {
  'TRANSACTION.SUCCESS': '支付成功',
  'REFUND.SUCCESS': '退款成功',
  'REFUND.ABNORMAL': '退款异常',
};

/** AES-256-GCM as WeChat Pay uses it: a nonce of 12 characters, the 16-byte tag behind the ciphertext, base64. */
function encrypt(plain: string, apiV3Key: string, nonce: string, associatedData: string): string {
  const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce);
  cipher.setAAD(Buffer.from(associatedData));
  return Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** The body of a notification; the resource in it is encrypted with the APIv3 key. */
export function notificationBody(
  notification: { id: string; event: NotificationEvent; resource: JsonObject },
  apiV3Key: string,
  now: Date,
): string {
  const type = notification.event === 'TRANSACTION.SUCCESS' ? 'transaction' : 'refund';
  const nonce = randomBytes(9).toString('base64url');
  return JSON.stringify({
    id: notification.id,
    create_time: chinaTime(now),
    resource_type: 'encrypt-resource',
    event_type: notification.event,
    summary: SUMMARIES[notification.event],
    resource: {
      original_type: type,
      algorithm: 'AEAD_AES_256_GCM',
      ciphertext: encrypt(JSON.stringify(notification.resource), apiV3Key, nonce, type),
      associated_data: type,
      nonce,
    },
  });
}
