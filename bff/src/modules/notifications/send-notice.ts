import type { Logger } from 'pino';
import { PortError } from '../../ports/port-error';
import type { SmsMessage, SmsSender } from '../../ports/sms-sender';
import type { SubscriptionMessage, WechatPlatform } from '../../ports/wechat-platform';

export interface NoticeDependencies {
  readonly smsSender: SmsSender;
  readonly wechatPlatform: WechatPlatform;
  readonly logger: Logger;
}

/** A number that can't receive is not worth repeating; everything else is. @throws PortError */
export async function sendNotice(
  { smsSender, logger }: Pick<NoticeDependencies, 'smsSender' | 'logger'>,
  phone: string,
  message: SmsMessage,
): Promise<void> {
  try {
    await smsSender.send(phone, message);
  } catch (error) {
    if (!(error instanceof PortError && error.failure === 'rejected')) {
      throw error;
    }
    logger.warn({ vendorCode: error.vendorCode, kind: message.kind }, 'an SMS was refused for its number');
  }
}

/** A subscription message, for whoever has a WeChat bound; who has not subscribed, or was refused, gets none. @throws PortError */
export async function tellByWechat(
  { wechatPlatform, logger }: Pick<NoticeDependencies, 'wechatPlatform' | 'logger'>,
  openid: string | null,
  message: SubscriptionMessage,
): Promise<void> {
  if (!openid) {
    return;
  }
  try {
    await wechatPlatform.sendSubscriptionMessage(openid, message);
  } catch (error) {
    if (!(error instanceof PortError && error.failure === 'rejected')) {
      throw error;
    }
    logger.warn({ failure: error.failure, vendorCode: error.vendorCode }, 'a subscription message was refused');
  }
}
