import { generateKeyPairSync } from 'node:crypto';
import type { DemoCredentials } from '../demo-credentials';
import { createStandInEnvironment, type StandInEnvironment } from '../serving/environment';
import { startStandInServer } from '../serving/stand-in-server';
import type { Coupon } from './coupon';
import { createNotifier } from './notifier';
import { createOwnFaultBoard } from './own-faults';
import { payProtocol } from './pay-protocol';
import { openPaySheet } from './pay-sheet';
import { verifyPaySign } from './pay-sign';
import { findTransaction, openPayState, type Transaction } from './pay-state';
import { cancelPaySheet, payTransaction, transactionOfCode } from './payer';
import { type PaymentView, paymentView } from './payment-view';
import { createPlatformKeys } from './platform-keys';
import { createRefundDesk } from './refund-desk';
import { transactionView } from './transaction-view';
import type { WechatPayStandIn } from './wechat-pay-stand-in';

export type { WechatPayStandIn } from './wechat-pay-stand-in';

const SOMEBODY = 'oDemo_00000000somebodyelse00';
const DEFAULT_REFUND_MS = 1000;

/**
 * Starts the stand-in of WeChat Pay's API v3, in public-key mode until a share of certificates is set.
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
  const { now } = environment;
  const { wechat, wechatPay } = o.credentials;
  const { state, save } = openPayState(o.dataFile);
  // It claims to be the platform's key, so that only the signature itself gives it away.
  let madeUpKey: string | null = null;
  const wrongKey = {
    keyId: wechatPay.platformKeyId,
    /** Made when it is asked for: that takes a quarter of a second. */
    get privateKey() {
      madeUpKey ??= generateKeyPairSync('rsa', {
        modulusLength: 2048,
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
        publicKeyEncoding: { type: 'spki', format: 'pem' },
      }).privateKey;
      return madeUpKey;
    },
  };
  const changed = (): void => {
    save();
    environment.changed();
  };
  const ownFaults = createOwnFaultBoard(environment.changed);
  const publicKey = { keyId: wechatPay.platformKeyId, privateKey: wechatPay.platformPrivateKey };
  const keys = createPlatformKeys({ state, publicKey, now, changed });
  const notifier = createNotifier({
    state,
    save,
    environment,
    apiV3Key: wechatPay.apiV3Key,
    platformKey: keys.ofNotice,
    wrongKey,
    timeFactor: o.notificationTimeFactor ?? 1,
  });
  const refunds = createRefundDesk({
    state,
    changed,
    environment,
    ownFaults,
    notifier,
    merchantId: wechatPay.merchantId,
    refundMs: o.refundMs ?? DEFAULT_REFUND_MS,
  });
  const view = (transaction: Transaction): PaymentView => paymentView(state, transaction, now());

  const viewOf = (outTradeNo: string): PaymentView | undefined => {
    const transaction = findTransaction(state, outTradeNo);
    return transaction && view(transaction);
  };

  const pay = async (
    outTradeNo: string,
    { openId = SOMEBODY, coupon }: { openId?: string; coupon?: Coupon } = {},
  ): Promise<Transaction> => {
    const transaction = payTransaction(state, outTradeNo, { openId, coupon }, now());
    changed();
    const currency = ownFaults.strikes('foreign-currency', 'notification') ? 'USD' : 'CNY';
    await notifier.tell({
      event: 'TRANSACTION.SUCCESS',
      outTradeNo,
      url: transaction.notifyUrl,
      resource: transactionView(transaction, wechatPay.merchantId, currency),
    });
    return transaction;
  };

  const protocol = payProtocol({
    credentials: o.credentials,
    environment,
    ownFaults,
    keys,
    state,
    changed,
    wrongKey,
    payAtOnce: async (transaction) => {
      await pay(transaction.outTradeNo);
    },
    refundAccepted: refunds.finishLater,
  });
  const listener = await startStandInServer(protocol, environment, o.port);
  notifier.resume();
  refunds.resume();

  return {
    url: listener.url,
    async stop() {
      refunds.stop();
      await notifier.stop();
      await listener.stop();
    },
    payments: () => state.transactions.map(view).reverse(),
    payment: viewOf,
    paymentOfCode(codeUrl) {
      const transaction = transactionOfCode(state, codeUrl);
      return transaction && view(transaction);
    },
    pay: async (outTradeNo, payer) => view(await pay(outTradeNo, payer)),
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
    completeRefund: refunds.complete,
    refundOnPlatform: async (outTradeNo, wanted) => view(await refunds.refundOnPlatform(outTradeNo, wanted)),
    sendRefundNotice: refunds.sendNotice,
    ownFaults,
    setCertificateShares: keys.setShares,
    renewCertificate: keys.renew,
    certificates: keys.certificates,
    probeSignature: (notifyUrl) => notifier.probe(notifyUrl),
    idle: () => notifier.idle(),
  };
}
