import type { EjbcaStandIn } from '../ejbca/start-ejbca';
import type { Kuaidi100StandIn } from '../kuaidi100/start-kuaidi100';
import type { MailStandIn } from '../mail/start-mail';
import type { StandInEnvironment } from '../serving/environment';
import { FAULTS_OF, type Fault, type StandInName } from '../serving/fault-board';
import type { JsonObject } from '../serving/json-object';
import type { TencentCloudStandIn } from '../tencent-cloud/start-tencent-cloud';
import type { WechatStandIn } from '../wechat/start-wechat';
import { demoOpenId } from '../wechat/wechat-identifiers';
import { OWN_FAULTS } from '../wechat-pay/own-faults';
import type { RefundEnd } from '../wechat-pay/pay-state';
import type { PaymentView } from '../wechat-pay/payment-view';
import type { WechatPayStandIn } from '../wechat-pay/start-wechat-pay';
import { PARCEL_CALLS } from './parcel-calls';
import { ConsoleRefusal, oneOf, optionalNumber, optionalText, requiredText } from './request-input';

const SHOWN_ON_PAGE = 100;
const STAND_INS = Object.keys(FAULTS_OF) as StandInName[];
const REFUND_ENDS: readonly RefundEnd[] = ['SUCCESS', 'ABNORMAL', 'CLOSED'];

export interface ConsoleSubjects {
  environment: StandInEnvironment;
  wechat: WechatStandIn;
  wechatPay: WechatPayStandIn;
  tencentCloud: TencentCloudStandIn;
  mail: MailStandIn;
  ejbca: EjbcaStandIn;
  kuaidi100: Kuaidi100StandIn;
}

/** One call: `[method and path pattern, what it does]`. `input` is the JSON body, or the query of a GET. */
type Call = [RegExp, (subjects: ConsoleSubjects, input: JsonObject, argument: string) => unknown];

const known = (payment: PaymentView | undefined): PaymentView => {
  if (!payment) throw new ConsoleRefusal(404, 'ORDER_NOT_EXIST', '订单不存在');
  return payment;
};

/** The common faults and, under the same names of members, those that only WeChat Pay has. */
function faults({ environment, wechatPay }: ConsoleSubjects) {
  const own = wechatPay.ownFaults.list().map((fault) => ({ standIn: 'wechat-pay', ...fault }));
  return {
    active: [...environment.faults.list(), ...own],
    known: { ...FAULTS_OF, 'wechat-pay': [...FAULTS_OF['wechat-pay'], ...OWN_FAULTS] },
  };
}

/** Switches one of WeChat Pay's own faults; false when the fault is none of them. */
function setOwnFault({ wechatPay }: ConsoleSubjects, fault: string, input: JsonObject): boolean {
  const wanted = OWN_FAULTS.find((candidate) => candidate === fault);
  if (!wanted) return false;
  if (input.off === true) wechatPay.ownFaults.reset(wanted);
  else {
    const [times, onPath] = [optionalNumber(input, 'times'), optionalText(input, 'onPath')];
    wechatPay.ownFaults.set({ fault: wanted, times, onPath });
  }
  return true;
}

function setFault(subjects: ConsoleSubjects, input: JsonObject) {
  const { faults: board } = subjects.environment;
  const standIn = optionalText(input, 'standIn');
  const fault = requiredText(input, 'fault');
  if (fault === 'none') {
    board.reset(standIn === undefined ? undefined : oneOf(standIn, STAND_INS, 'standIn'));
    if (standIn === undefined || standIn === 'wechat-pay') subjects.wechatPay.ownFaults.reset();
    return faults(subjects);
  }
  const name = oneOf(standIn ?? '', STAND_INS, 'standIn');
  if (name === 'wechat-pay' && setOwnFault(subjects, fault, input)) return faults(subjects);
  const wanted: Fault = oneOf(fault, FAULTS_OF[name], 'fault');
  if (input.off === true) board.reset(name, wanted);
  else {
    board.set({
      standIn: name,
      fault: wanted,
      times: optionalNumber(input, 'times'),
      onPath: optionalText(input, 'onPath'),
    });
  }
  return faults(subjects);
}

function phone({ tencentCloud }: ConsoleSubjects, phoneNumber: string) {
  const sms = tencentCloud.sms(phoneNumber);
  return { phoneNumber, latestCode: sms.find((message) => message.code !== undefined)?.code ?? null, sms };
}

function refundEnd(input: JsonObject): RefundEnd | undefined {
  const status = optionalText(input, 'status');
  return status === undefined ? undefined : oneOf(status, REFUND_ENDS, 'status');
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const CALLS: Call[] = [
  ...PARCEL_CALLS,
  [
    /^GET \/api\/state$/,
    (s) => ({
      standIns: [
        { name: 'wechat', title: '微信开放接口', url: s.wechat.url },
        { name: 'wechat-pay', title: '微信支付', url: s.wechatPay.url },
        { name: 'tencent-cloud', title: '腾讯云', url: s.tencentCloud.url },
        { name: 'mail', title: '邮件', url: s.mail.url },
        { name: 'ejbca', title: 'EJBCA 签发系统', url: s.ejbca.url },
        { name: 'kuaidi100', title: '快递100', url: s.kuaidi100.url },
      ],
      sms: s.tencentCloud.sms().slice(0, SHOWN_ON_PAGE),
      mails: s.mail.mails().slice(0, SHOWN_ON_PAGE),
      subscriptionMessages: s.wechat.subscriptionMessages().slice(0, SHOWN_ON_PAGE),
      payments: s.wechatPay.payments().slice(0, SHOWN_ON_PAGE),
      certificates: s.ejbca.certificates().slice(0, SHOWN_ON_PAGE),
      parcels: s.kuaidi100.parcels().slice(0, SHOWN_ON_PAGE),
      requests: s.environment.requests.list().slice(0, SHOWN_ON_PAGE),
      faults: faults(s),
    }),
  ],
  [/^GET \/api\/certificates$/, (s, input) => s.ejbca.certificates(optionalText(input, 'username'))],
  [
    /^POST \/api\/certificates\/([^/]+)\/revoke$/,
    (s, input, serialNumber) => {
      s.ejbca.revoke(serialNumber, optionalNumber(input, 'reason') ?? 0);
      return {};
    },
  ],
  [/^GET \/api\/mails$/, (s, input) => s.mail.mails(optionalText(input, 'address'))],
  [/^GET \/api\/sms$/, (s, input) => s.tencentCloud.sms(optionalText(input, 'phone'))],
  [
    /^POST \/api\/sms-status$/,
    (s, input) => {
      s.tencentCloud.setSmsStatus(requiredText(input, 'phone'), requiredText(input, 'code'));
      return {};
    },
  ],
  [/^GET \/api\/phones\/([^/]+)$/, (s, _input, phoneNumber) => phone(s, phoneNumber)],
  [/^POST \/api\/phones\/scan$/, (s, input) => known(s.wechatPay.paymentOfCode(requiredText(input, 'codeUrl')))],
  [/^GET \/api\/payments$/, (s) => s.wechatPay.payments()],
  [/^GET \/api\/payments\/([^/]+)$/, (s, _input, outTradeNo) => known(s.wechatPay.payment(outTradeNo))],
  [
    /^POST \/api\/payments\/([^/]+)\/pay$/,
    (s, input, outTradeNo) => {
      const amount = optionalNumber(input, 'coupon');
      const coupon = amount === undefined ? undefined : { amount, type: 'CASH' as const };
      return s.wechatPay.pay(outTradeNo, { openId: optionalText(input, 'openid'), coupon });
    },
  ],
  [
    /^POST \/api\/payments\/([^/]+)\/refund$/,
    (s, input, outTradeNo) => s.wechatPay.refundOnPlatform(outTradeNo, { refund: optionalNumber(input, 'refund') }),
  ],
  [/^POST \/api\/payments\/([^/]+)\/cancel$/, (s, _input, outTradeNo) => s.wechatPay.cancel(outTradeNo)],
  [
    /^POST \/api\/refunds\/([^/]+)\/complete$/,
    async (s, input, outRefundNo) => ({ completed: await s.wechatPay.completeRefund(outRefundNo, refundEnd(input)) }),
  ],
  [
    /^POST \/api\/refunds\/([^/]+)\/notice$/,
    async (s, input, outRefundNo) => {
      await s.wechatPay.sendRefundNotice(outRefundNo, refundEnd(input));
      return {};
    },
  ],
  [
    /^POST \/api\/wechat-pay\/certificate-shares$/,
    (s, input) => {
      const [answers, notices] = [optionalNumber(input, 'answers'), optionalNumber(input, 'notices')];
      s.wechatPay.setCertificateShares({ answers, notices });
      return { serials: s.wechatPay.certificates().map(({ serial }) => serial) };
    },
  ],
  [
    /^POST \/api\/wechat-pay\/jsapi-sheet$/,
    (s, input) =>
      s.wechatPay.openSheet({
        appId: text(input.appId),
        timeStamp: text(input.timeStamp),
        nonceStr: text(input.nonceStr),
        package: text(input.package),
        signType: optionalText(input, 'signType'),
        paySign: text(input.paySign),
      }),
  ],
  [
    /^POST \/api\/wechat-pay\/probe$/,
    async (s, input) => ({ outcome: await s.wechatPay.probeSignature(requiredText(input, 'notifyUrl')) }),
  ],
  [
    /^GET \/api\/requests$/,
    (s, input) => {
      const standIn = optionalText(input, 'standIn');
      return s.environment.requests.list(standIn === undefined ? undefined : oneOf(standIn, STAND_INS, 'standIn'));
    },
  ],
  [/^GET \/api\/faults$/, (s) => faults(s)],
  [/^POST \/api\/faults$/, (s, input) => setFault(s, input)],
  [
    /^POST \/api\/wechat\/codes$/,
    (s, input) => {
      const openid = optionalText(input, 'openid');
      const { code, openId } = s.wechat.issueLoginCode(openid?.startsWith('o') === false ? demoOpenId(openid) : openid);
      return { code, openid: openId };
    },
  ],
  [
    /^POST \/api\/wechat\/phone-codes$/,
    (s, input) => ({ code: s.wechat.issuePhoneCode(requiredText(input, 'phoneNumber')) }),
  ],
  [
    /^POST \/api\/wechat\/subscriptions$/,
    (s, input) => {
      const [openid, templateId] = [requiredText(input, 'openid'), requiredText(input, 'templateId')];
      s.wechat.grantSubscription(openid, templateId, optionalNumber(input, 'count') ?? 1);
      return { quota: s.wechat.subscriptionQuota(openid, templateId) };
    },
  ],
  [
    /^GET \/api\/wechat\/subscription-messages$/,
    (s, input) => {
      const openid = optionalText(input, 'openid');
      return s.wechat.subscriptionMessages().filter((message) => !openid || message.openId === openid);
    },
  ],
  [/^GET \/api\/wechat\/shippings$/, (s) => s.wechat.shippings()],
  [
    /^POST \/api\/wechat\/expire-access-token$/,
    (s) => {
      s.wechat.expireAccessToken();
      return {};
    },
  ],
  [
    /^POST \/api\/identity-answers$/,
    (s, input) => {
      s.tencentCloud.setIdentityAnswer(requiredText(input, 'idCard'), {
        idCardVerification: optionalText(input, 'idCardVerification'),
        phoneVerification: optionalText(input, 'phoneVerification'),
      });
      return {};
    },
  ],
  [
    /^POST \/api\/face-ends$/,
    (s, input) => ({
      ended: s.tencentCloud.faceChecks.end(requiredText(input, 'idCard'), {
        errCode: optionalNumber(input, 'errCode') ?? 0,
      }),
    }),
  ],
  [
    /^POST \/api\/face-state$/,
    (s, input) => {
      s.tencentCloud.faceChecks.setState(requiredText(input, 'code'));
      return {};
    },
  ],
  [
    /^POST \/api\/units$/,
    (s, input) => {
      s.tencentCloud.unitRegister.enter({
        creditCode: requiredText(input, 'creditCode'),
        name: requiredText(input, 'name'),
        legalRepresentative: requiredText(input, 'legalRepresentative'),
        operatingStatus: optionalText(input, 'operatingStatus') ?? '1',
      });
      return {};
    },
  ],
  [
    /^POST \/api\/unit-register-state$/,
    (s, input) => {
      s.tencentCloud.unitRegister.setState(requiredText(input, 'code'));
      return {};
    },
  ],
];

/**
 * Answers one call of the console's API.
 * @throws ConsoleRefusal, PayRefused, RangeError
 */
export async function callConsoleApi(
  subjects: ConsoleSubjects,
  method: string,
  path: string,
  input: JsonObject,
): Promise<unknown> {
  const route = `${method} ${path}`;
  for (const [pattern, run] of CALLS) {
    const match = pattern.exec(route);
    if (match) return run(subjects, input, decodeURIComponent(match[1] ?? ''));
  }
  throw new ConsoleRefusal(404, 'NOT_FOUND', `there is no ${route}`);
}
