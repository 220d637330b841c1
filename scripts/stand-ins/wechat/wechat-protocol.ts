import { randomBytes } from 'node:crypto';
import type { DemoCredentials } from '../demo-credentials';
import { parseJsonObject } from '../serving/json-object';
import type { StandInReply, StandInRequest, VendorProtocol } from '../serving/stand-in-server';
import type { AccessTokens } from './access-token';
import type { OneTimeCodes } from './one-time-codes';
import type { ShippingOrders } from './shipping-orders';
import type { SubscriptionMessages } from './subscription-messages';
import { type WechatErrorName, wechatError, wechatReply } from './wechat-reply';

export interface WechatState {
  credentials: DemoCredentials['wechat'];
  now: () => Date;
  changed: () => void;
  tokens: AccessTokens;
  /** code → openid */
  loginCodes: OneTimeCodes<string>;
  /** code → 11-digit number */
  phoneCodes: OneTimeCodes<string>;
  messages: SubscriptionMessages;
  shippingOrders: ShippingOrders;
}

function checkApp(state: WechatState, appId: unknown, secret: unknown): WechatErrorName | undefined {
  if (appId !== state.credentials.appId) return 'invalidAppId';
  return secret === state.credentials.appSecret ? undefined : 'invalidSecret';
}

/** GET /sns/jscode2session. Its answers are text/plain, and a successful one has no errcode. */
function codeToSession(state: WechatState, { query }: StandInRequest): StandInReply {
  const contentType = 'text/plain';
  const refuse = (name: WechatErrorName): StandInReply => wechatError(name, { contentType });
  const wrongApp = checkApp(state, query.get('appid'), query.get('secret'));
  if (wrongApp) return refuse(wrongApp);
  if (query.get('grant_type') !== 'authorization_code') return refuse('invalidGrantType');
  const code = query.get('js_code');
  if (!code) return refuse('missingCode');
  const redemption = state.loginCodes.redeem(code);
  if (redemption.outcome !== 'ok') return refuse(redemption.outcome === 'used' ? 'codeUsed' : 'invalidCode');
  return wechatReply({ session_key: randomBytes(16).toString('base64'), openid: redemption.value }, contentType);
}

/** POST /cgi-bin/stable_token */
function stableToken(state: WechatState, { body }: StandInRequest): StandInReply {
  const request = parseJsonObject(body);
  if (!request) return wechatError(body === '' ? 'emptyPost' : 'invalidJson');
  if (request.grant_type !== 'client_credential') return wechatError('invalidGrantType');
  const wrongApp = checkApp(state, request.appid, request.secret);
  if (wrongApp) return wechatError(wrongApp);
  const answer = state.tokens.stable(request.force_refresh === true);
  return typeof answer === 'string' ? wechatError(answer) : wechatReply(answer);
}

/** POST /wxa/business/getuserphonenumber */
function userPhoneNumber(state: WechatState, body: string): StandInReply {
  const request = parseJsonObject(body);
  if (!request) return wechatError(body === '' ? 'emptyPost' : 'invalidJson');
  const redemption = state.phoneCodes.redeem(String(request.code ?? ''));
  if (redemption.outcome !== 'ok') return wechatError('invalidCode');
  return wechatReply({
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: redemption.value,
      purePhoneNumber: redemption.value,
      countryCode: '86',
      watermark: { timestamp: Math.floor(state.now().getTime() / 1000), appid: state.credentials.appId },
    },
  });
}

/** POST /cgi-bin/message/subscribe/send */
function sendSubscriptionMessage(state: WechatState, body: string): StandInReply {
  const request = parseJsonObject(body);
  if (!request) return wechatError(body === '' ? 'emptyPost' : 'invalidJson');
  const { error, detail } = state.messages.send(request);
  if (error) return wechatError(error, { detail });
  state.changed();
  return wechatReply({ errcode: 0, errmsg: 'ok', msgid: state.messages.list().length });
}

/** POST /wxa/sec/order/upload_shipping_info */
function uploadShippingInfo(state: WechatState, body: string): StandInReply {
  const request = parseJsonObject(body);
  if (!request) return wechatError(body === '' ? 'emptyPost' : 'invalidJson');
  const error = state.shippingOrders.upload(request);
  if (error) return wechatError(error);
  state.changed();
  return wechatReply({ errcode: 0, errmsg: 'ok' });
}

/** POST /wxa/sec/order/get_order */
function readShippingOrder(state: WechatState, body: string): StandInReply {
  const request = parseJsonObject(body);
  if (!request) return wechatError(body === '' ? 'emptyPost' : 'invalidJson');
  const order = state.shippingOrders.read(request);
  return order ? wechatReply({ errcode: 0, errmsg: 'ok', order }) : wechatError('orderNotFound');
}

const BEHIND_TOKEN: Record<string, (state: WechatState, body: string) => StandInReply> = {
  'POST /wxa/business/getuserphonenumber': userPhoneNumber,
  'POST /cgi-bin/message/subscribe/send': sendSubscriptionMessage,
  'POST /wxa/sec/order/upload_shipping_info': uploadShippingInfo,
  'POST /wxa/sec/order/get_order': readShippingOrder,
};

/** api.weixin.qq.com as far as the product uses it. */
export function wechatProtocol(state: WechatState): VendorProtocol {
  return {
    standIn: 'wechat',
    answer(request) {
      const route = `${request.method} ${request.path}`;
      if (route === 'GET /sns/jscode2session') return codeToSession(state, request);
      if (route === 'POST /cgi-bin/stable_token') return stableToken(state, request);
      const operation = BEHIND_TOKEN[route];
      if (!operation) return { status: 404, body: '', errorCode: '404' };
      const verdict = state.tokens.check(request.query.get('access_token'));
      return verdict === 'ok' ? operation(state, request.body) : wechatError(verdict);
    },
    fail(fault) {
      if (fault === 'rate-limited') return wechatError('minuteLimit');
      return fault === 'busy' ? wechatError('busy') : { ...wechatError('busy'), status: 503 };
    },
  };
}
