import { type Bag, bagOf, textOf } from '../bag';

/** WeChat's servers as the phone sees them. */
export interface WechatBackend {
  /** A code for wx.login. */
  loginCode(): Promise<string>;
  /** A code for the getPhoneNumber button. */
  phoneCode(phoneNumber: string): Promise<string>;
  /** The payment sheet opens, or WeChat refuses with a text. */
  openPaymentSheet(parameters: Bag): Promise<{ readonly outTradeNo: string } | { readonly refusal: string }>;
  pay(outTradeNo: string): Promise<void>;
  /** The person accepted messages of a template. */
  grantSubscription(templateId: string): Promise<void>;
}

/** WeChat's side of the trial system: the API of the stand-ins' console. `openId` = the phone's owner. */
export function createConsoleBackend(o: { consoleUrl: string; appId: string; openId: string }): WechatBackend {
  const post = async (path: string, body: Bag): Promise<Bag> => {
    const answer = await fetch(new URL(`/api${path}`, o.consoleUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`console ${path}: ${answer.status} ${text}`);
    }
    return bagOf(JSON.parse(text));
  };
  return {
    loginCode: async () => textOf((await post('/wechat/codes', { openid: o.openId })).code),
    phoneCode: async (phoneNumber) => textOf((await post('/wechat/phone-codes', { phoneNumber })).code),
    async openPaymentSheet(parameters) {
      const sheet = await post('/wechat-pay/jsapi-sheet', { appId: o.appId, ...parameters });
      return sheet.ok === true
        ? { outTradeNo: textOf(bagOf(sheet.payment).outTradeNo) }
        : { refusal: textOf(sheet.reason) };
    },
    pay: async (outTradeNo) => {
      await post(`/payments/${encodeURIComponent(outTradeNo)}/pay`, { openid: o.openId });
    },
    grantSubscription: async (templateId) => {
      await post('/wechat/subscriptions', { openid: o.openId, templateId, count: 1 });
    },
  };
}

/** No servers of WeChat at all: every use of them says so. */
export const noBackend = (): WechatBackend => {
  const refuse = () => Promise.reject(new Error('the host was started without a WeChat backend'));
  return {
    loginCode: refuse,
    phoneCode: refuse,
    openPaymentSheet: refuse,
    pay: refuse,
    grantSubscription: refuse,
  };
};
