import { phoneNumberSchema } from '@acceptance/shared';
import * as v from 'valibot';
import type { WechatPlatform } from '../../ports/wechat-platform';
import { createAccessTokenSource } from './access-token';
import { NOTHING_NEW, ORDER_UNKNOWN, shippingBody, shippingOrderSchema } from './shipping-info';
import { subscriptionFields } from './subscription-fields';
import { NOT_SUBSCRIBED, noUsableAnswer, portErrorOfErrcode, refusedAnswer, TOKEN_REFUSED } from './wechat-failure';
import { createWechatHttp, type WechatAnswer } from './wechat-http';
import type { WechatPlatformSettings } from './wechat-platform-settings';

const MAINLAND = '86';

/** session_key is left out on purpose: nothing here needs it, and it must not reach a log. */
const sessionSchema = v.object({ openid: v.pipe(v.string(), v.minLength(1)), unionid: v.optional(v.string()) });
const phoneSchema = v.object({
  phone_info: v.object({
    purePhoneNumber: v.string(),
    // A string in WeChat's table, a number in its sample.
    countryCode: v.union([v.string(), v.number()]),
    watermark: v.object({ appid: v.string() }),
  }),
});

function contentOf<TSchema extends v.GenericSchema>(schema: TSchema, answer: WechatAnswer): v.InferOutput<TSchema> {
  if (answer.errcode !== 0) {
    throw portErrorOfErrcode(answer.errcode);
  }
  const parsed = v.safeParse(schema, answer.content);
  if (!parsed.success) {
    throw noUsableAnswer('UNEXPECTED-ANSWER');
  }
  return parsed.output;
}

/** WeChat's server API for a mini-program. Failures are PortError `wechat-platform`, vendorCode = errcode. */
export function createWechatPlatform(settings: WechatPlatformSettings): WechatPlatform {
  const http = createWechatHttp(settings);
  const accessToken = createAccessTokenSource(http, settings);

  async function callWithToken(path: string, body: object): Promise<WechatAnswer> {
    const token = await accessToken.current();
    const answer = await http({ path, query: { access_token: token }, body });
    if (!TOKEN_REFUSED.has(answer.errcode)) {
      return answer;
    }
    accessToken.discard(token);
    return http({ path, query: { access_token: await accessToken.current() }, body });
  }

  return {
    async exchangeLoginCode(code) {
      const query = {
        appid: settings.appid,
        secret: settings.appSecret,
        js_code: code,
        grant_type: 'authorization_code',
      };
      const session = contentOf(sessionSchema, await http({ path: '/sns/jscode2session', query }));
      return { openid: session.openid, unionid: session.unionid || null };
    },

    async exchangePhoneCode(code) {
      const answer = await callWithToken('/wxa/business/getuserphonenumber', { code });
      const { purePhoneNumber, countryCode, watermark } = contentOf(phoneSchema, answer).phone_info;
      if (watermark.appid !== settings.appid) {
        throw refusedAnswer('WATERMARK-APPID');
      }
      if (String(countryCode) !== MAINLAND || !v.is(phoneNumberSchema, purePhoneNumber)) {
        throw refusedAnswer('NOT-A-MAINLAND-NUMBER');
      }
      return purePhoneNumber;
    },

    async sendSubscriptionMessage(openid, message) {
      const answer = await callWithToken('/cgi-bin/message/subscribe/send', {
        touser: openid,
        template_id: settings.templateIds[message.kind],
        page: message.page,
        data: subscriptionFields(message),
        miniprogram_state: settings.miniprogramState,
        lang: 'zh_CN',
      });
      if (answer.errcode === NOT_SUBSCRIBED) {
        return 'not-subscribed';
      }
      contentOf(v.unknown(), answer);
      return 'sent';
    },

    async uploadShippingInfo(info) {
      const answer = await callWithToken('/wxa/sec/order/upload_shipping_info', shippingBody(info));
      if (answer.errcode === ORDER_UNKNOWN) {
        return 'order-unknown';
      }
      if (answer.errcode !== NOTHING_NEW) {
        contentOf(v.unknown(), answer);
      }
      return 'taken';
    },

    async readShippingOrder(transactionId) {
      const answer = await callWithToken('/wxa/sec/order/get_order', { transaction_id: transactionId });
      return answer.errcode === ORDER_UNKNOWN ? null : contentOf(shippingOrderSchema, answer);
    },
  };
}
