import { maskPhone } from '@acceptance/shared';
import { Types } from 'mongoose';
import type { Logger } from 'pino';
import { encryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { PortError } from '../../ports/port-error';
import type { SmsMessage, SmsSender } from '../../ports/sms-sender';
import type { SubscriptionMessage, WechatPlatform } from '../../ports/wechat-platform';
import { NOTICE_PURPOSE, type NoticeModel, type NoticeRecord } from './notice.model';

export interface NoticeDependencies {
  readonly smsSender: SmsSender;
  readonly wechatPlatform: WechatPlatform;
  readonly logger: Logger;
}

/** What has become of a message at who carries it: it was taken, or nobody can receive it there. */
type Handed =
  | { readonly state: 'sent'; readonly serial: string | null; readonly reason: null }
  | { readonly state: 'failed'; readonly serial: null; readonly reason: string };

const refusedBy = (error: unknown): Handed => {
  if (!(error instanceof PortError && error.failure === 'rejected')) {
    throw error;
  }
  return { state: 'failed', serial: null, reason: error.vendorCode };
};

/** A number that can't receive is not worth repeating; everything else is. @throws PortError */
async function handSms(
  { smsSender, logger }: Pick<NoticeDependencies, 'smsSender' | 'logger'>,
  phone: string,
  message: SmsMessage,
): Promise<Handed> {
  try {
    const { serial } = await smsSender.send(phone, message);
    return { state: 'sent', serial, reason: null };
  } catch (error) {
    const refused = refusedBy(error);
    logger.warn({ vendorCode: refused.reason, kind: message.kind }, 'an SMS was refused for its number');
    return refused;
  }
}

/** A message about an account. @throws PortError */
export async function sendNotice(
  needs: Pick<NoticeDependencies, 'smsSender' | 'logger'>,
  phone: string,
  message: SmsMessage,
): Promise<void> {
  await handSms(needs, phone, message);
}

export interface OrderNoticeDependencies extends Pick<NoticeDependencies, 'smsSender' | 'logger'> {
  readonly notices: NoticeModel;
  readonly cipher: FieldCipher;
  readonly now: () => Date;
}

/** Whom a message about an order goes to. */
export interface OrderRecipient {
  readonly orderId: string;
  readonly phone: string;
  /** Who of the staff sends it once more. */
  readonly resentBy?: string;
}

/** How a message stands that was just handed over. */
const settled = (handed: Handed, now: Date) =>
  handed.state === 'failed' ? { settledAt: now, untold: true as const } : { settledAt: null };

/** A message about an order, noted with what becomes of it. @throws PortError */
export async function sendOrderNotice(
  needs: OrderNoticeDependencies,
  { orderId, phone, resentBy }: OrderRecipient,
  message: SmsMessage,
): Promise<NoticeRecord> {
  const { notices, cipher, now } = needs;
  const handed = await handSms(needs, phone, message);
  const _id = new Types.ObjectId();
  const at = now();
  const record: NoticeRecord = {
    ...handed,
    _id,
    orderId,
    channel: 'sms',
    kind: message.kind,
    phoneMasked: maskPhone(phone),
    message: encryptJson(cipher, message, NOTICE_PURPOSE, _id.toHexString()),
    sentAt: at,
    ...settled(handed, at),
    resentBy: resentBy ?? null,
  };
  await notices.create(record);
  return record;
}

/** A subscription message, for whoever has a WeChat bound; who has not subscribed, or was refused, gets none. @throws PortError */
export async function tellByWechat(
  { wechatPlatform, logger }: Pick<NoticeDependencies, 'wechatPlatform' | 'logger'>,
  openid: string | null,
  message: SubscriptionMessage,
): Promise<Handed | null> {
  if (!openid) {
    return null;
  }
  try {
    await wechatPlatform.sendSubscriptionMessage(openid, message);
    return { state: 'sent', serial: null, reason: null };
  } catch (error) {
    const refused = refusedBy(error);
    logger.warn({ vendorCode: refused.reason }, 'a subscription message was refused');
    return refused;
  }
}

/** The same about an order, noted. WeChat reports nothing more: what it took stays `sent`. @throws PortError */
export async function tellOrderByWechat(
  needs: OrderNoticeDependencies & Pick<NoticeDependencies, 'wechatPlatform'>,
  { orderId, openid }: { readonly orderId: string; readonly openid: string | null },
  message: SubscriptionMessage,
): Promise<void> {
  const handed = await tellByWechat(needs, openid, message);
  if (handed) {
    const at = needs.now();
    await needs.notices.create({
      ...handed,
      _id: new Types.ObjectId(),
      orderId,
      channel: 'wechat',
      kind: message.kind,
      phoneMasked: null,
      message: null,
      sentAt: at,
      // Who has not subscribed is told by SMS as well: nobody has to act.
      settledAt: handed.state === 'failed' ? at : null,
      resentBy: null,
    });
  }
}
