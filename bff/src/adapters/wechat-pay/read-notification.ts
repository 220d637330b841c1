import * as v from 'valibot';
import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin';
import { NotificationError, type PaymentNotification, type RawNotification } from '../../ports/payment-gateway';
import { refundNoticeSchema, tradeSchema } from './trade-schema';
import type { WechatPaySettings } from './wechat-pay-settings';

const LARGEST_SKEW_SECONDS = 300;
const SIGNATURE_TYPE = 'WECHATPAY2-SHA256-RSA2048';
/** WeChat Pay sends notifications with such a signature to see whether it is checked at all. */
const PROBE_PREFIX = 'WECHATPAY/SIGNTEST/';

const REFUND_EVENTS = new Set(['REFUND.SUCCESS', 'REFUND.ABNORMAL', 'REFUND.CLOSED']);

const envelopeSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  event_type: v.pipe(v.string(), v.minLength(1)),
  resource_type: v.literal('encrypt-resource'),
  resource: v.object({
    algorithm: v.literal('AEAD_AES_256_GCM'),
    original_type: v.string(),
    ciphertext: v.string(),
    nonce: v.string(),
    associated_data: v.optional(v.string(), ''),
  }),
});

type Keys = Pick<WechatPaySettings, 'platformKeys' | 'apiV3Key'>;

/** Header names are case-insensitive (RFC 9110, section 5.1). */
function headerOf({ headers }: RawNotification, name: string): string | undefined {
  const found = Object.keys(headers).find((key) => key.toLowerCase() === name);
  return found === undefined ? undefined : headers[found];
}

function checkSignature(notification: RawNotification, keys: Keys, now: Date): void {
  const timestamp = headerOf(notification, 'wechatpay-timestamp') ?? '';
  const nonce = headerOf(notification, 'wechatpay-nonce') ?? '';
  const signature = headerOf(notification, 'wechatpay-signature') ?? '';
  const type = headerOf(notification, 'wechatpay-signature-type') ?? SIGNATURE_TYPE;
  const skew = Math.abs(now.getTime() / 1000 - Number(timestamp));
  const acceptable =
    /^\d{1,12}$/.test(timestamp) &&
    skew <= LARGEST_SKEW_SECONDS &&
    nonce !== '' &&
    type === SIGNATURE_TYPE &&
    signature !== '' &&
    !signature.startsWith(PROBE_PREFIX);
  const known = keys.platformKeys.all();
  const serial = headerOf(notification, 'wechatpay-serial') ?? '';
  const pem = Object.hasOwn(known, serial) ? known[serial] : undefined;
  // The body exactly as received: the same JSON written differently has another signature.
  const signed = Formatter.response(timestamp, nonce, notification.body);
  if (!acceptable || !pem || !Rsa.verify(signed, signature, pem)) {
    throw new NotificationError('signature-invalid');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NotificationError('content-invalid');
  }
}

function parseAs<TSchema extends v.GenericSchema>(schema: TSchema, value: unknown): v.InferOutput<TSchema> {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) {
    throw new NotificationError('content-invalid');
  }
  return parsed.output;
}

function decrypt(resource: v.InferOutput<typeof envelopeSchema>['resource'], apiV3Key: string): string {
  try {
    return Aes.AesGcm.decrypt(resource.ciphertext, apiV3Key, resource.nonce, resource.associated_data);
  } catch {
    throw new NotificationError('content-invalid');
  }
}

/**
 * Verifies and opens a notification (支付通知 / 退款结果通知, API v3): clock skew, serial, signature over the raw body, then
 * AES-256-GCM. What it is about is said by `event_type` and `original_type` together, never by what lies inside alone.
 * @throws NotificationError
 */
export function readPaymentNotification(notification: RawNotification, keys: Keys, now: Date): PaymentNotification {
  checkSignature(notification, keys, now);
  const { id, event_type: eventType, resource } = parseAs(envelopeSchema, parseJson(notification.body));
  const content = parseJson(decrypt(resource, keys.apiV3Key));
  if (eventType === 'TRANSACTION.SUCCESS' && resource.original_type === 'transaction') {
    const trade = parseAs(tradeSchema, content);
    // The event and the state it reports must agree; nothing that acts upon the event may find an unpaid trade.
    if (trade.tradeState !== 'SUCCESS') {
      throw new NotificationError('content-invalid');
    }
    return { id, eventType, about: 'trade', trade };
  }
  if (REFUND_EVENTS.has(eventType) && resource.original_type === 'refund') {
    return { id, eventType, about: 'refund', refund: parseAs(refundNoticeSchema, content) };
  }
  if (eventType === 'TRANSACTION.SUCCESS' || REFUND_EVENTS.has(eventType)) {
    throw new NotificationError('content-invalid');
  }
  return { id, eventType, about: 'other' };
}
