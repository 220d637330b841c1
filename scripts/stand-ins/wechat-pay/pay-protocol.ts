import { randomBytes } from 'node:crypto';
import type { DemoCredentials } from '../demo-credentials';
import type { StandInEnvironment } from '../serving/environment';
import type { StandInReply, StandInRequest, VendorProtocol } from '../serving/stand-in-server';
import { object, readBodyBy, text } from './body-rules';
import { INTERNAL_NUMBERS, PayError } from './pay-error';
import { findTransaction, type PayState, type Refund, type TradeType, type Transaction } from './pay-state';
import { type PlatformKey, platformSignatureHeaders } from './platform-signature';
import { prepay } from './prepay';
import { refundView, requestRefund } from './refunds';
import { checkRequestHeaders, checkRequestSignature } from './request-signature';
import { transactionView } from './transaction-view';

export interface PayProtocolOptions {
  credentials: DemoCredentials;
  environment: StandInEnvironment;
  state: PayState;
  save: () => void;
  wrongKey: PlatformKey;
  /** The payer pays before the prepay answer is out (fault notify-before-answer); ends when the merchant was told. */
  payAtOnce(transaction: Transaction): Promise<void>;
  refundAccepted(refund: Refund): void;
}

type Operation = (request: StandInRequest, argument: string) => Promise<StandInReply> | StandInReply;

const json = (value: unknown): StandInReply => ({ status: 200, body: JSON.stringify(value) });

const notFound = (): PayError => new PayError(404, 'ORDER_NOT_EXIST', '订单不存在', INTERNAL_NUMBERS.orderNotFound);

function operations(o: PayProtocolOptions): [RegExp, Operation][] {
  const { state, save, environment } = o;
  const { merchantId } = o.credentials.wechatPay;
  const changed = (): void => {
    save();
    environment.changed();
  };

  const place =
    (tradeType: TradeType): Operation =>
    async ({ body, path }) => {
      const { wechat, wechatPay } = o.credentials;
      const now = environment.now();
      const transaction = prepay(state, { tradeType, body, appId: wechat.appId, credentials: wechatPay, now });
      const latest = transaction.prepays.at(-1);
      changed();
      if (environment.faults.strikes('wechat-pay', 'notify-before-answer', path)) await o.payAtOnce(transaction);
      return json(tradeType === 'JSAPI' ? { prepay_id: latest?.prepayId } : { code_url: latest?.codeUrl });
    };

  const checkMerchant = ({ query }: StandInRequest): void => {
    if (query.get('mchid') !== merchantId) {
      throw new PayError(400, 'PARAM_ERROR', '参数mchid错误', INTERNAL_NUMBERS.parameter);
    }
  };

  const query: Operation = (request, outTradeNo) => {
    checkMerchant(request);
    const transaction = findTransaction(state, outTradeNo);
    if (!transaction) throw notFound();
    return json(transactionView(transaction, merchantId));
  };

  const queryById: Operation = (request, transactionId) => {
    checkMerchant(request);
    const transaction = state.transactions.find((candidate) => candidate.transactionId === transactionId);
    if (!transaction) throw notFound();
    return json(transactionView(transaction, merchantId));
  };

  const close: Operation = ({ body }, outTradeNo) => {
    const { mchid } = readBodyBy(object({ mchid: text(1, 32) }), body);
    if (mchid !== merchantId) throw new PayError(400, 'PARAM_ERROR', '参数mchid错误', INTERNAL_NUMBERS.parameter);
    const transaction = findTransaction(state, outTradeNo);
    if (!transaction) throw notFound();
    if (transaction.transactionId) {
      throw new PayError(400, 'ORDERPAID', '该订单已支付', INTERNAL_NUMBERS.alreadyPaid);
    }
    transaction.state = 'CLOSED';
    changed();
    return { status: 204, body: '' };
  };

  const answerRefund = (refund: Refund): StandInReply => {
    const transaction = findTransaction(state, refund.outTradeNo);
    if (!transaction) throw notFound();
    return json(refundView(refund, transaction));
  };

  const refund: Operation = ({ body }) => {
    const accepted = requestRefund(state, body, environment.now());
    const reply = answerRefund(accepted.refund);
    changed();
    if (accepted.isNew) o.refundAccepted(accepted.refund);
    return reply;
  };

  const queryRefund: Operation = (_request, outRefundNo) => {
    const known = state.refunds.find((candidate) => candidate.outRefundNo === outRefundNo);
    if (!known) throw new PayError(404, 'RESOURCE_NOT_EXISTS', '退款单不存在', INTERNAL_NUMBERS.orderNotFound);
    return answerRefund(known);
  };

  return [
    [/^POST \/v3\/pay\/transactions\/jsapi$/, place('JSAPI')],
    [/^POST \/v3\/pay\/transactions\/native$/, place('NATIVE')],
    [/^GET \/v3\/pay\/transactions\/out-trade-no\/([^/]+)$/, query],
    [/^GET \/v3\/pay\/transactions\/id\/([^/]+)$/, queryById],
    [/^POST \/v3\/pay\/transactions\/out-trade-no\/([^/]+)\/close$/, close],
    [/^POST \/v3\/refund\/domestic\/refunds$/, refund],
    [/^GET \/v3\/refund\/domestic\/refunds\/([^/]+)$/, queryRefund],
  ];
}

function withPayHeaders(reply: StandInReply, internalNumber: number): StandInReply {
  const requestId = `08${randomBytes(12).toString('hex').toUpperCase()}-${internalNumber}`;
  // An empty answer (204) has no content to name a type for.
  const contentType = reply.body === '' ? undefined : { 'Content-Type': 'application/json; charset=utf-8' };
  return { ...reply, headers: { ...reply.headers, ...contentType, 'Request-ID': requestId } };
}

function errorReply({ status, code, message, detail, internalNumber }: PayError, signatureOk?: boolean): StandInReply {
  const body = JSON.stringify(detail ? { code, message, detail } : { code, message });
  return withPayHeaders({ status, body, signatureOk, errorCode: code }, internalNumber);
}

/** api.mch.weixin.qq.com as far as the product uses it. */
export function payProtocol(o: PayProtocolOptions): VendorProtocol {
  const { environment } = o;
  const { wechatPay } = o.credentials;
  const table = operations(o);
  return {
    standIn: 'wechat-pay',
    async answer(request) {
      let signatureOk: boolean | undefined;
      try {
        signatureOk = false;
        checkRequestSignature(request, wechatPay, environment.signatureNow());
        signatureOk = true;
        checkRequestHeaders(request, wechatPay);
        const route = `${request.method} ${request.path}`;
        for (const [pattern, operation] of table) {
          const match = pattern.exec(route);
          if (!match) continue;
          const reply = await operation(request, decodeURIComponent(match[1] ?? ''));
          return withPayHeaders({ ...reply, signatureOk }, 0);
        }
        throw new PayError(404, 'RESOURCE_NOT_EXISTS', '接口不存在');
      } catch (error) {
        if (error instanceof PayError) return errorReply(error, signatureOk);
        throw error;
      }
    },
    fail: (fault) =>
      errorReply(
        fault === 'rate-limited'
          ? new PayError(429, 'FREQUENCY_LIMITED', '频率限制，请稍后再试', INTERNAL_NUMBERS.frequency)
          : new PayError(500, 'SYSTEM_ERROR', '系统异常，请稍后重试'),
      ),
    seal(reply, { badSignature }) {
      const platform = { keyId: wechatPay.platformKeyId, privateKey: wechatPay.platformPrivateKey };
      const key = badSignature ? o.wrongKey : platform;
      const signature = platformSignatureHeaders(reply.body, key, environment.signatureNow());
      return { ...reply, headers: { ...reply.headers, ...signature } };
    },
  };
}
