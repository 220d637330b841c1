import type { PaymentAttemptStatus } from '@acceptance/shared';
import type { PaymentGateway } from '../../ports/payment-gateway';
import type { PaymentAttempt } from '../orders';

/** A payment attempt accepts money for two hours, as long as a prepay_id lives. */
export const ATTEMPT_LIFE_MS = 2 * 3_600_000;
/** With less left, paying would be a race: a new attempt is begun instead. */
const LEAST_LEFT_MS = 5 * 60_000;
/** WeChat Pay limits the description in bytes of UTF-8 (JSAPI下单, API v3: string(127)). */
const DESCRIPTION_BYTES = 127;

/** Attempts that may still take money. A closed one is among those that money can reach late. */
export const UNPAID_STATUSES: readonly PaymentAttemptStatus[] = ['preparing', 'open', 'closed'];
export const LIVE_STATUSES: readonly PaymentAttemptStatus[] = ['preparing', 'open'];

export const isLive = (attempt: PaymentAttempt): boolean => LIVE_STATUSES.includes(attempt.status);

/** RFC 3339 with the +08:00 that WeChat Pay's `time_expire` asks for. */
export function rfc3339InBeijing(moment: Date): string {
  return `${new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

/** The project's name, as much of it as fits beside the order number. */
export function descriptionOf(projectName: string, orderNumber: string): string {
  const room = DESCRIPTION_BYTES - Buffer.byteLength(orderNumber) - 1;
  let name = '';
  for (const character of projectName) {
    if (Buffer.byteLength(name + character) > room) {
      break;
    }
    name += character;
  }
  return `${name} ${orderNumber}`.trim();
}

interface NewAttempt {
  readonly orderNumber: string;
  readonly projectName: string;
  readonly sequence: number;
  readonly channel: PaymentAttempt['channel'];
  readonly amountFen: number;
  readonly openid: string | null;
  readonly now: Date;
  readonly gateway: Pick<PaymentGateway, 'appid' | 'mchid' | 'notifyUrl'>;
  readonly randomBytes: (size: number) => Buffer;
}

/**
 * A fresh attempt with its own `out_trade_no` and the exact request that will be sent, now and on every retry. The
 * number has a part that nobody can guess: another installation on the same merchant number, or a restored database,
 * never meets a trade of the same number. At most 32 characters (商户订单号).
 */
export function newAttempt(input: NewAttempt): PaymentAttempt {
  const { orderNumber, sequence, channel, amountFen, openid, now, gateway, randomBytes } = input;
  const expiresAt = new Date(now.getTime() + ATTEMPT_LIFE_MS);
  const outTradeNo = `${orderNumber}-${sequence}-${randomBytes(4).toString('hex')}`;
  return {
    outTradeNo,
    channel,
    status: 'preparing',
    amountFen,
    request: {
      outTradeNo,
      description: descriptionOf(input.projectName, orderNumber),
      amountFen,
      timeExpire: rfc3339InBeijing(expiresAt),
      openid,
      attach: randomBytes(16).toString('hex'),
      appid: gateway.appid,
      mchid: gateway.mchid,
      notifyUrl: gateway.notifyUrl,
    },
    createdAt: now,
    expiresAt,
    handedOut: false,
    signedState: null,
    codeUrl: null,
    prepayId: null,
    transactionId: null,
    paidAt: null,
    outRefundNo: null,
    anomaly: null,
  };
}

/** Whether an attempt can be handed out again for the same wish. What was agreed with other settings cannot be repeated. */
export function isReusable(
  { channel, request, expiresAt }: PaymentAttempt,
  wish: Pick<NewAttempt, 'channel' | 'openid' | 'now' | 'gateway'>,
): boolean {
  const { appid, mchid, notifyUrl } = wish.gateway;
  return (
    channel === wish.channel &&
    request.openid === wish.openid &&
    request.appid === appid &&
    request.mchid === mchid &&
    request.notifyUrl === notifyUrl &&
    expiresAt.getTime() - wish.now.getTime() > LEAST_LEFT_MS
  );
}
