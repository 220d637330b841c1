import { createDemoCredentials, type StandIns, startStandIns } from '../../../../scripts/stand-ins';
import { sharedCredentials } from '../../../../scripts/stand-ins/testing/shared-credentials';
import { portErrorOf } from '../testing/port-error-of';
import { createWechatPayGateway } from './create-payment-gateway';
import { demoSettings } from './testing/demo-settings';

const OPENID = 'oDemo_0000000000000000000zhang';
const DAY = '2026-11-22';
const credentials = sharedCredentials();
let now = new Date(`${DAY}T10:00:00+08:00`);
let standIns: StandIns;

const gateway = (changes: { merchantPrivateKeyPem?: string } = {}) =>
  createWechatPayGateway(demoSettings(credentials, { baseUrl: standIns.wechatPay.url, ...changes }));
const bill = () => gateway().tradeBill(DAY);
const failureOf = (promise: Promise<unknown>) => portErrorOf(promise, [OPENID, 'token=', 'PRIVATE KEY']);

beforeAll(async () => {
  // The plugin signs with the real clock; the books are kept by the other one.
  standIns = await startStandIns({ credentials, now: () => now, signatureNow: () => new Date() });
  await gateway().prepayJsapi({
    outTradeNo: 'GOV-20261122-1-a1b2c3d4',
    description: '数字证书, 服务费',
    amountFen: 25999,
    timeExpire: `${DAY}T12:00:00+08:00`,
    openid: OPENID,
    attach: 'a-random-mark',
    appid: credentials.wechat.appId,
    mchid: credentials.wechatPay.merchantId,
    notifyUrl: 'http://127.0.0.1:9/api/callbacks/wechat-pay',
  });
  await standIns.wechatPay.pay('GOV-20261122-1-a1b2c3d4', { openId: OPENID });
  await standIns.wechatPay.refundOnPlatform('GOV-20261122-1-a1b2c3d4', { refund: 999 });
});
afterAll(() => standIns.stop());
beforeEach(() => {
  now = new Date('2026-11-23T10:15:00+08:00');
});
afterEach(() => {
  standIns.faults.reset();
  standIns.wechatPay.ownFaults.reset();
});

it('answers what was traded that day, payment and refund', async () => {
  const { transactionId } = standIns.wechatPay.payment('GOV-20261122-1-a1b2c3d4') ?? {};
  const common = { outTradeNo: 'GOV-20261122-1-a1b2c3d4', transactionId };
  expect(await bill()).toEqual({
    state: 'ready',
    sha1: expect.stringMatching(/^[0-9a-f]{40}$/),
    rows: [
      { ...common, state: 'SUCCESS', amountFen: 25999, settledFen: 25999, feeFen: 156, refund: null },
      {
        ...common,
        state: 'REFUND',
        amountFen: 0,
        settledFen: 0,
        feeFen: -6,
        refund: { outRefundNo: expect.stringMatching(/^\d{28}$/), amountFen: 999, returnedFen: 999, status: 'SUCCESS' },
      },
    ],
  });
  expect(standIns.requests.list('wechat-pay').slice(0, 2)).toMatchObject([
    { path: '/v3/billdownload/file', signatureOk: true },
    { path: '/v3/bill/tradebill', signatureOk: true },
  ]);
});

it('says that a bill is not made yet, and that there is none', async () => {
  now = new Date('2026-11-23T09:59:59+08:00');
  expect(await bill()).toEqual({ state: 'not-ready' });
  now = new Date('2026-11-24T10:15:00+08:00');
  expect(await gateway().tradeBill('2026-11-23')).toEqual({ state: 'none' });
  expect(await failureOf(gateway().tradeBill('2026-11-24'))).toMatchObject({ failure: 'rejected' });
});

it('answers what that moved in the account: the payment whole, its fee, and the refund without the fee that comes back', async () => {
  expect(await gateway().fundFlowBill(DAY)).toEqual({
    state: 'ready',
    sha1: expect.stringMatching(/^[0-9a-f]{40}$/),
    rows: [
      { kind: 'trade', isIncome: true, amountFen: 25_999 },
      { kind: 'fee', isIncome: false, amountFen: 156 },
      { kind: 'refund', isIncome: false, amountFen: 993 },
    ],
  });
  expect(standIns.requests.list('wechat-pay')[1]).toMatchObject({ path: '/v3/bill/fundflowbill', signatureOk: true });
  now = new Date('2026-11-23T09:59:59+08:00');
  expect(await gateway().fundFlowBill(DAY)).toEqual({ state: 'not-ready' });
  now = new Date('2026-11-24T10:15:00+08:00');
  expect(await gateway().fundFlowBill('2026-11-23')).toEqual({ state: 'none' });
  standIns.wechatPay.ownFaults.set({ fault: 'bill-wrong-hash', onPath: 'fundflowbill' });
  expect(await failureOf(gateway().fundFlowBill(DAY))).toMatchObject({ vendorCode: 'FILE-HASH-DIFFERS' });
});

it('believes no file whose hash is not the signed one', async () => {
  standIns.wechatPay.ownFaults.set({ fault: 'bill-wrong-hash' });
  expect(await failureOf(bill())).toMatchObject({ failure: 'unavailable', vendorCode: 'FILE-HASH-DIFFERS' });
});

it('believes neither a forged answer nor a garbled file, nor what is no file', async () => {
  standIns.faults.set({ standIn: 'wechat-pay', fault: 'bad-signature', onPath: 'tradebill' });
  expect(await failureOf(bill())).toMatchObject({ vendorCode: 'EV3_RES_HEADER_SIGNATURE_DIGEST' });
  standIns.faults.reset();
  standIns.faults.set({ standIn: 'wechat-pay', fault: 'garbled', onPath: 'billdownload' });
  expect(await failureOf(bill())).toMatchObject({ vendorCode: 'FILE-HASH-DIFFERS' });
  standIns.faults.reset();
  standIns.faults.set({ standIn: 'wechat-pay', fault: 'server-error', onPath: 'billdownload' });
  expect(await failureOf(bill())).toMatchObject({ failure: 'unavailable' });
});

it('is refused when we sign with another key', async () => {
  const merchantPrivateKeyPem = createDemoCredentials().wechatPay.merchantPrivateKey;
  expect(await failureOf(gateway({ merchantPrivateKeyPem }).tradeBill(DAY))).toMatchObject({
    failure: 'misconfigured',
  });
});
