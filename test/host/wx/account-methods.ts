import { textOf } from '../bag';
import { requireTap } from './require-tap';
import type { WxContext } from './wx-context';
import { WxFailure } from './wx-failure';
import { asyncMethods, type WxMethods } from './wx-method';

const MOST_TEMPLATES = 5;

/** login, checkSession, payment and messages: what WeChat's servers answer to. */
export function accountMethods(context: WxContext): WxMethods {
  const { phone, backend } = context;
  let loggedIn = false;
  const online = () => {
    if (phone.network.type === 'none') throw new WxFailure('network error', { errno: 600001 });
  };
  return {
    ...asyncMethods(context, {
      async login() {
        online();
        loggedIn = true;
        // An expired code looks the same to the app; the server finds out.
        return { code: phone.loginCodesExpired ? '0expired0code' : await backend.loginCode() };
      },
      checkSession() {
        if (!loggedIn || phone.loginCodesExpired) throw new WxFailure('session is expired', { errCode: -13001 });
      },
      async requestPayment(options) {
        const { timeStamp, nonceStr, package: prepay, signType, paySign } = options;
        for (const [name, value] of Object.entries({ timeStamp, nonceStr, package: prepay, paySign })) {
          if (typeof value !== 'string' || value === '') {
            throw new WxFailure(
              `parameter error: parameter.${name} should be String instead of ${value === undefined ? 'Undefined' : typeof value};`,
            );
          }
        }
        online();
        const sheet = await backend.openPaymentSheet({ timeStamp, nonceStr, package: prepay, signType, paySign });
        if ('refusal' in sheet) throw new WxFailure(sheet.refusal);
        phone.acts.push({
          kind: 'paymentSheet',
          detail: { outTradeNo: sheet.outTradeNo, answer: phone.paymentAnswer },
        });
        // With `success-before-server` the servers will know when a test calls backend.pay.
        if (phone.paymentAnswer === 'pay') await backend.pay(sheet.outTradeNo);
        // Documented: the callback of a payment may ask for messages, as a tap may.
        context.running.activity.tapped();
        if (phone.paymentAnswer === 'cancel') throw new WxFailure('cancel');
        if (phone.paymentAnswer === 'fail') throw new WxFailure('支付失败');
      },
      async requestSubscribeMessage(options) {
        requireTap(context);
        const ids = options.tmplIds;
        if (!Array.isArray(ids) || ids.length === 0) throw new WxFailure("TmplIds can't be empty", { errCode: 10001 });
        if (ids.length > MOST_TEMPLATES) throw new WxFailure('Request list param is too large', { errCode: 10003 });
        online();
        const answer: Record<string, string> = {};
        for (const id of ids.map(textOf)) {
          answer[id] = phone.subscriptionAnswer;
          if (phone.subscriptionAnswer === 'accept') await backend.grantSubscription(id);
        }
        return answer;
      },
    }),
    getAccountInfoSync: () =>
      context.running.realm.enter({ miniProgram: { appId: context.appId, envVersion: 'develop', version: '' } }),
  };
}
