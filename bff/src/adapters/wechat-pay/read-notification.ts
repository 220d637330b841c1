import * as v from 'valibot';
import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin';
import { NotificationError, type PaymentNotification, type RawNotification } from '../../ports/payment-gateway';
import { tradeSchema } from './trade-schema';
import type { WechatPaySettings } from './wechat-pay-settings';

const LARGEST_SKEW_SECONDS = 300;
const SIGNATURE_TYPE = 'WECHATPAY2-SHA256-RSA2048';
/** WeChat Pay sends notifications with such a signature to see whether it is checked at all. */
const PROBE_PREFIX = 'WECHATPAY/SIGNTEST/';

const envelopeSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  event_type: v.string(),
  resource_type: v.literal('encrypt-resource'),
  resource: v.object({
    algorithm: v.literal('AEAD_AES_256_GCM'),
    ciphertext: v.string(),
    nonce: v.string(),
    associated_data: v.optional(v.string(), ''),
  }),
});

type Keys = Pick<WechatPaySettings, 'platformPublicKeyId' | 'platformPublicKeyPem' | 'apiV3Key'>;

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
    headerOf(notification, 'wechatpay-serial') === keys.platformPublicKeyId &&
    signature !== '' &&
    !signature.startsWith(PROBE_PREFIX);
  // The body exactly as received: the same JSON written differently has another signature.
  const signed = Formatter.response(timestamp, nonce, notification.body);
  if (!acceptable || !Rsa.verify(signed, signature, keys.platformPublicKeyPem)) {
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
 * Verifies and opens a payment notification (支付通知, API v3): clock skew, serial, signature over the raw body, then
 * AES-256-GCM. A notification without a trade inside, e.g. REFUND.SUCCESS, is `content-invalid`.
 * @throws NotificationError
 */
export function readPaymentNotification(notification: RawNotification, keys: Keys, now: Date): PaymentNotification {
  checkSignature(notification, keys, now);
  const envelope = parseAs(envelopeSchema, parseJson(notification.body));
  const trade = parseAs(tradeSchema, parseJson(decrypt(envelope.resource, keys.apiV3Key)));
  // The event and the state it reports must agree; nothing that acts upon the event may find an unpaid trade.
  if (envelope.event_type === 'TRANSACTION.SUCCESS' && trade.tradeState !== 'SUCCESS') {
    throw new NotificationError('content-invalid');
  }
  return { id: envelope.id, eventType: envelope.event_type, trade };
}
