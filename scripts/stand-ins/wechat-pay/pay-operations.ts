import type { DemoCredentials } from '../demo-credentials';
import type { StandInEnvironment } from '../serving/environment';
import type { StandInReply, StandInRequest } from '../serving/stand-in-server';
import { createBills } from './bills';
import { object, readBodyBy, text } from './body-rules';
import type { OwnFaultBoard } from './own-faults';
import { INTERNAL_NUMBERS, orderNotFound, PayError, parameterError } from './pay-error';
import { findRefund, findTransaction, type PayState, type Refund, type TradeType, type Transaction } from './pay-state';
import { certificateList, type PlatformKeys } from './platform-keys';
import { prepay } from './prepay';
import { refundView } from './refund-view';
import { requestRefund } from './refunds';
import { transactionView } from './transaction-view';

export interface PayOperationOptions {
  credentials: DemoCredentials;
  environment: StandInEnvironment;
  ownFaults: OwnFaultBoard;
  keys: PlatformKeys;
  state: PayState;
  /** Something was changed: it is saved and shown. */
  changed: () => void;
  /** The payer pays before the prepay answer is out (fault notify-before-answer); ends when the merchant was told. */
  payAtOnce(transaction: Transaction): Promise<void>;
  refundAccepted(refund: Refund): void;
}

type Operation = (request: StandInRequest, argument: string) => Promise<StandInReply> | StandInReply;

const json = (value: unknown): StandInReply => ({ status: 200, body: JSON.stringify(value) });

const wrongMerchant = (value: unknown, location: 'body' | 'query'): PayError => {
  const issue = '参数mchid错误';
  return parameterError(issue, { field: location === 'body' ? '/mchid' : 'mchid', value, issue, location });
};

/** What each call does, by method and path. */
export function payOperations(o: PayOperationOptions): [RegExp, Operation][] {
  const { state, changed, environment, ownFaults } = o;
  const { merchantId, apiV3Key } = o.credentials.wechatPay;

  const place =
    (tradeType: TradeType): Operation =>
    async ({ body, path }) => {
      const { wechat, wechatPay } = o.credentials;
      if (tradeType === 'JSAPI' && ownFaults.strikes('openid-mismatch', path)) {
        throw new PayError(500, 'OPENID_MISMATCH', 'openid和appid不匹配');
      }
      const now = environment.now();
      const transaction = prepay(state, { tradeType, body, appId: wechat.appId, credentials: wechatPay, now });
      const latest = transaction.prepays.at(-1);
      changed();
      if (environment.faults.strikes('wechat-pay', 'notify-before-answer', path)) await o.payAtOnce(transaction);
      return json(tradeType === 'JSAPI' ? { prepay_id: latest?.prepayId } : { code_url: latest?.codeUrl });
    };

  const queryBy =
    (find: (argument: string) => Transaction | undefined): Operation =>
    ({ query, path }, argument) => {
      const mchid = query.get('mchid');
      if (mchid !== merchantId) throw wrongMerchant(mchid, 'query');
      const transaction = find(argument);
      // A fresh order may be unknown to the server that is asked.
      if (!transaction || ownFaults.strikes('order-not-visible', path)) throw orderNotFound();
      const currency = ownFaults.strikes('foreign-currency', path) ? 'USD' : 'CNY';
      return json(transactionView(transaction, merchantId, currency));
    };

  const close: Operation = ({ body }, outTradeNo) => {
    const { mchid } = readBodyBy(object({ mchid: text(1, 32) }), body);
    if (mchid !== merchantId) throw wrongMerchant(mchid, 'body');
    const transaction = findTransaction(state, outTradeNo);
    if (!transaction) throw orderNotFound();
    if (transaction.transactionId) {
      throw new PayError(400, 'ORDERPAID', '该订单已支付', INTERNAL_NUMBERS.alreadyPaid);
    }
    transaction.state = 'CLOSED';
    changed();
    return { status: 204, body: '' };
  };

  const answerRefund = (refund: Refund): StandInReply => {
    const transaction = findTransaction(state, refund.outTradeNo);
    if (!transaction) throw orderNotFound();
    return json(refundView(refund, transaction));
  };

  const refund: Operation = ({ body, path }) => {
    const isBalanceEnough = (): boolean => !ownFaults.strikes('not-enough', path);
    const accepted = requestRefund(state, body, { now: environment.now(), isBalanceEnough });
    const reply = answerRefund(accepted.refund);
    changed();
    if (accepted.isNew) o.refundAccepted(accepted.refund);
    return reply;
  };

  const queryRefund: Operation = (_request, outRefundNo) => {
    const known = findRefund(state, outRefundNo);
    if (!known) throw new PayError(404, 'RESOURCE_NOT_EXISTS', '退款单不存在', INTERNAL_NUMBERS.orderNotFound);
    return answerRefund(known);
  };

  const byTransactionId = (transactionId: string): Transaction | undefined =>
    state.transactions.find((candidate) => candidate.transactionId === transactionId);

  const bills = createBills({ state, ownFaults, merchantId, now: environment.now });

  return [
    [/^GET \/v3\/bill\/tradebill$/, ({ query, headers }) => json(bills.orderTrade(query, headers.host ?? ''))],
    [/^GET \/v3\/bill\/fundflowbill$/, ({ query, headers }) => json(bills.orderFlow(query, headers.host ?? ''))],
    [/^GET \/v3\/billdownload\/file$/, ({ query }) => bills.file(query.get('token') ?? '')],
    [/^POST \/v3\/pay\/transactions\/jsapi$/, place('JSAPI')],
    [/^POST \/v3\/pay\/transactions\/native$/, place('NATIVE')],
    [/^GET \/v3\/pay\/transactions\/out-trade-no\/([^/]+)$/, queryBy((number) => findTransaction(state, number))],
    [/^GET \/v3\/pay\/transactions\/id\/([^/]+)$/, queryBy(byTransactionId)],
    [/^POST \/v3\/pay\/transactions\/out-trade-no\/([^/]+)\/close$/, close],
    [/^POST \/v3\/refund\/domestic\/refunds$/, refund],
    [/^GET \/v3\/refund\/domestic\/refunds\/([^/]+)$/, queryRefund],
    [/^GET \/v3\/certificates$/, () => json(certificateList(o.keys.certificates(), apiV3Key))],
  ];
}
