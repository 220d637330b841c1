import type { DemoCredentials } from '../demo-credentials';
import { createStandInEnvironment, type StandInEnvironment } from '../serving/environment';
import type { HttpListener } from '../serving/http-listener';
import { startStandInServer } from '../serving/stand-in-server';
import { createAccessTokens } from './access-token';
import { createOneTimeCodes } from './one-time-codes';
import { createShippingOrders, type PaidOrder, type ShippingView } from './shipping-orders';
import { createSubscriptionMessages, type SubscriptionMessage } from './subscription-messages';
import { demoOpenId, openIdOfDemoCode, phoneNumberOfDemoCode } from './wechat-identifiers';
import { wechatProtocol } from './wechat-protocol';

/** Base URL in place of https://api.weixin.qq.com, and what a phone or the platform would do. */
export interface WechatStandIn extends HttpListener {
  /** What wx.login would give: a code for the person, a new person when no openid is given. */
  issueLoginCode(openId?: string): { code: string; openId: string };
  /** What a tap on the getPhoneNumber button would give. */
  issuePhoneCode(phoneNumber: string): string;
  /** What accepting wx.requestSubscribeMessage does; openId `*` = everybody. */
  grantSubscription(openId: string, templateId: string, count?: number): void;
  subscriptionQuota(openId: string, templateId: string): number;
  /** Newest first. */
  subscriptionMessages(): SubscriptionMessage[];
  /** What merchants have told of payments (发货信息), newest first. */
  shippings(): ShippingView[];
  /** Ends the current access token: the next call with it gets 42001. */
  expireAccessToken(): void;
}

/** Starts the stand-in of api.weixin.qq.com. */
export async function startWechat(o: {
  credentials: DemoCredentials;
  environment?: StandInEnvironment;
  port?: number;
  /** What was paid at WeChat Pay; nothing when absent. */
  payments?: () => readonly PaidOrder[];
}): Promise<WechatStandIn> {
  const environment = o.environment ?? createStandInEnvironment();
  const { now, changed } = environment;
  const tokens = createAccessTokens(now);
  const messages = createSubscriptionMessages(now);
  const loginCodes = createOneTimeCodes({ now, prefix: 'demo', readDemoCode: openIdOfDemoCode });
  const phoneCodes = createOneTimeCodes({ now, prefix: 'demophone', readDemoCode: phoneNumberOfDemoCode });
  const shippingOrders = createShippingOrders({ now, payments: o.payments ?? (() => []) });
  const protocol = wechatProtocol({
    credentials: o.credentials.wechat,
    now,
    changed,
    tokens,
    loginCodes,
    phoneCodes,
    messages,
    shippingOrders,
  });
  let people = 0;
  return {
    ...(await startStandInServer(protocol, environment, o.port)),
    issueLoginCode(wanted) {
      people += wanted ? 0 : 1;
      const openId = wanted ?? demoOpenId(`person${people}`);
      return { code: loginCodes.issue(openId), openId };
    },
    issuePhoneCode: (phoneNumber) => phoneCodes.issue(phoneNumber),
    grantSubscription(openId, templateId, count = 1) {
      messages.grant(openId, templateId, count);
      changed();
    },
    subscriptionQuota: messages.quota,
    subscriptionMessages: messages.list,
    shippings: shippingOrders.list,
    expireAccessToken: tokens.expire,
  };
}
