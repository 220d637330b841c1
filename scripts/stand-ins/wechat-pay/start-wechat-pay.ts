import { generateKeyPairSync } from 'node:crypto';
import type { DemoCredentials } from '../demo-credentials';
import { createStandInEnvironment, type StandInEnvironment } from '../serving/environment';
import type { HttpListener } from '../serving/http-listener';
import { startStandInServer } from '../serving/stand-in-server';
import { createNotifier } from './notifier';
import { payProtocol } from './pay-protocol';
import { openPaySheet } from './pay-sheet';
import { type PaySheetParameters, verifyPaySign } from './pay-sign';
import { findTransaction, openPayState, type Refund, type Transaction } from './pay-state';
import { cancelPaySheet, payTransaction, transactionOfCode } from './payer';
import { type PaymentView, paymentView } from './payment-view';
import { endRefund, refundNotice } from './refunds';
import { transactionView } from './transaction-view';

const SOMEBODY = 'oDemo_00000000somebodyelse00';
const DEFAULT_REFUND_MS = 1000;

/** Base URL in place of https://api.mch.weixin.qq.com, and what a payer or the bank would do. */
export interface WechatPayStandIn extends HttpListener {
  /** Newest first. */
  payments(): PaymentView[];
  payment(outTradeNo: string): PaymentView | undefined;
  /** The unpaid or paid payment behind a scanned QR code; an outdated code has none. */
  paymentOfCode(codeUrl: string): PaymentView | undefined;
  /** The payer pays; ends when the merchant was told for the first time. Throws PayRefused. */
  pay(outTradeNo: string, payer?: { openId?: string }): Promise<PaymentView>;
  /** The payer dismisses the sheet. Throws PayRefused. */
  cancel(outTradeNo: string): PaymentView;
  /** Checks wx.requestPayment's parameters and answers the payment that the sheet shows. */
  openSheet(parameters: PaySheetParameters): { ok: true; payment: PaymentView } | { ok: false; reason: string };
  verifyPaySign(parameters: PaySheetParameters): boolean;
  /** Ends an accepted refund at once and tells the merchant; false when there is none under way. */
  completeRefund(outRefundNo: string): Promise<boolean>;
  /** Sends a notification signed `WECHATPAY/SIGNTEST/…`, as the platform does now and then; answers e.g. `HTTP 401`. */
  probeSignature(notifyUrl: string): Promise<string>;
  /** Ends when no notification is on its way (waiting repetitions do not count). */
  idle(): Promise<void>;
}

/**
 * Starts the stand-in of WeChat Pay's API v3 in public-key mode.
 * @param o.dataFile keeps orders, refunds and waiting notifications over restarts
 * @param o.notificationTimeFactor divides the waiting times of notifications (60: an hour becomes a minute)
 * @param o.refundMs how long an accepted refund is PROCESSING, by the scheduler
 */
export async function startWechatPay(o: {
  credentials: DemoCredentials;
  environment?: StandInEnvironment;
  port?: number;
  dataFile?: string;
  notificationTimeFactor?: number;
  refundMs?: number;
}): Promise<WechatPayStandIn> {
  const environment = o.environment ?? createStandInEnvironment();
  const { now, scheduler } = environment;
  const { wechat, wechatPay } = o.credentials;
  const { state, save } = openPayState(o.dataFile);
  const refundTimers = new Set<() => void>();
  // It claims to be the platform's key, so that only the signature itself gives it away.
  const wrongKey = {
    keyId: wechatPay.platformKeyId,
    privateKey: generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    }).privateKey,
  };
  const notifier = createNotifier({
    state,
    save,
    environment,
    apiV3Key: wechatPay.apiV3Key,
    platformKey: { keyId: wechatPay.platformKeyId, privateKey: wechatPay.platformPrivateKey },
    wrongKey,
    timeFactor: o.notificationTimeFactor ?? 1,
  });
  const changed = (): void => {
    save();
    environment.changed();
  };
  const view = (transaction: Transaction): PaymentView => paymentView(state, transaction, now());

  const pay = async (outTradeNo: string, openId: string): Promise<Transaction> => {
    const transaction = payTransaction(state, outTradeNo, { openId }, now());
    changed();
    await notifier.tell({
      event: 'TRANSACTION.SUCCESS',
      outTradeNo,
      url: transaction.notifyUrl,
      resource: transactionView(transaction, wechatPay.merchantId),
    });
    return transaction;
  };

  const finishRefund = async (refund: Refund): Promise<boolean> => {
    const transaction = findTransaction(state, refund.outTradeNo);
    if (refund.status !== 'PROCESSING' || !transaction) return false;
    const fails = environment.faults.strikes('wechat-pay', 'refund-abnormal', 'refund');
    endRefund(refund, fails ? 'ABNORMAL' : 'SUCCESS', now());
    changed();
    if (!refund.notifyUrl) return true;
    await notifier.tell({
      event: fails ? 'REFUND.ABNORMAL' : 'REFUND.SUCCESS',
      outTradeNo: refund.outTradeNo,
      url: refund.notifyUrl,
      resource: refundNotice(refund, transaction, wechatPay.merchantId),
    });
    return true;
  };
  const finishRefundLater = (refund: Refund): void => {
    const cancel = scheduler.after(o.refundMs ?? DEFAULT_REFUND_MS, () => {
      refundTimers.delete(cancel);
      void finishRefund(refund);
    });
    refundTimers.add(cancel);
  };

  const protocol = payProtocol({
    credentials: o.credentials,
    environment,
    state,
    save,
    wrongKey,
    payAtOnce: async (transaction) => {
      await pay(transaction.outTradeNo, SOMEBODY);
    },
    refundAccepted: finishRefundLater,
  });
  const listener = await startStandInServer(protocol, environment, o.port);
  notifier.resume();
  for (const refund of state.refunds) if (refund.status === 'PROCESSING') finishRefundLater(refund);

  return {
    url: listener.url,
    async stop() {
      for (const cancel of refundTimers) cancel();
      await notifier.stop();
      await listener.stop();
    },
    payments: () => state.transactions.map(view).reverse(),
    payment(outTradeNo) {
      const transaction = findTransaction(state, outTradeNo);
      return transaction && view(transaction);
    },
    paymentOfCode(codeUrl) {
      const transaction = transactionOfCode(state, codeUrl);
      return transaction && view(transaction);
    },
    pay: async (outTradeNo, payer = {}) => view(await pay(outTradeNo, payer.openId ?? SOMEBODY)),
    cancel(outTradeNo) {
      const transaction = cancelPaySheet(state, outTradeNo, now());
      changed();
      return view(transaction);
    },
    openSheet(parameters) {
      const sheet = openPaySheet(state, parameters, {
        appId: wechat.appId,
        merchantPublicKey: wechatPay.merchantPublicKey,
        now: now(),
      });
      return sheet.ok ? { ok: true, payment: view(sheet.transaction) } : sheet;
    },
    verifyPaySign: (parameters) => verifyPaySign(parameters, wechatPay.merchantPublicKey),
    async completeRefund(outRefundNo) {
      const refund = state.refunds.find((candidate) => candidate.outRefundNo === outRefundNo);
      return refund ? finishRefund(refund) : false;
    },
    probeSignature: (notifyUrl) => notifier.probe(notifyUrl),
    idle: () => notifier.idle(),
  };
}
