import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createStandInEnvironment,
  SEEN_AFTER_MS,
  startWechat,
  type WechatStandIn,
} from '../../../../scripts/stand-ins';
import { sharedCredentials } from '../../../../scripts/stand-ins/testing/shared-credentials';
import type { ShippedParcel, ShippingInfo } from '../../ports/wechat-platform';
import { portErrorOf } from '../testing/port-error-of';
import { createWechatPlatform } from './create-wechat-platform';

const credentials = sharedCredentials();
const PAID_AT = Date.parse('2026-11-27T02:00:00Z');
const PAYER = 'oDemo_000000000000000000anna';
let now: Date;
let state: string;
let wechat: WechatStandIn;
const environment = createStandInEnvironment({ now: () => now });
let transactionId = 0;

beforeAll(async () => {
  const payments = () => [
    {
      transactionId: String(transactionId),
      openId: PAYER,
      successTime: new Date(PAID_AT).toISOString(),
      state,
      total: 20000,
    },
  ];
  wechat = await startWechat({ credentials, environment, payments });
});
afterAll(() => wechat.stop());
beforeEach(() => {
  now = new Date(PAID_AT + SEEN_AFTER_MS);
  state = 'SUCCESS';
  transactionId += 1;
  environment.faults.reset();
});

const platform = (baseUrl = wechat.url) =>
  createWechatPlatform({
    baseUrl,
    appid: credentials.wechat.appId,
    appSecret: credentials.wechat.appSecret,
    miniprogramState: 'trial',
    templateIds: { 'review-result': 'template', 'certificate-ending': 'template' },
    now: () => now,
    timeoutMs: 10_000,
  });
const info = (changes: Partial<ShippingInfo> = {}): ShippingInfo => ({
  transactionId: String(transactionId),
  payerOpenid: PAYER,
  way: 'courier',
  item: '示例平台数字证书',
  shippedAt: new Date('2026-11-27T03:00:00.120Z'),
  parcel: { courier: '顺丰速运', trackingNumber: 'SF0000000000001', receiverPhoneMasked: '138****8000' },
  ...changes,
});
const electronic = { way: 'electronic', parcel: null } as const;
const failureOf = (promise: Promise<unknown>) => portErrorOf(promise, [credentials.wechat.appSecret]);

describe('uploadShippingInfo', () => {
  it('tells of a parcel as the platform has it, the time with milliseconds in China’s zone', async () => {
    expect(await platform().uploadShippingInfo(info())).toBe('taken');
    expect(wechat.shippings()[0]).toEqual({
      transactionId: String(transactionId),
      logisticsType: 1,
      item: '示例平台数字证书',
      trackingNumber: 'SF0000000000001',
      expressCompany: 'SF',
      contact: '138****8000',
      uploadTime: '2026-11-27T11:00:00.120+08:00',
      times: 1,
    });
  });

  it.each([
    [electronic, 3],
    [{ way: 'pick-up', parcel: null } as const, 4],
  ])('tells %j as type %d, without a parcel', async (changes, logisticsType) => {
    await platform().uploadShippingInfo(info(changes));
    expect(wechat.shippings()[0]).toMatchObject({ logisticsType, trackingNumber: null, contact: null });
  });

  it('tells nobody’s phone to a courier that needs none', async () => {
    const parcel = { courier: '中国邮政', trackingNumber: 'EA1', receiverPhoneMasked: '138****8000' };
    await platform().uploadShippingInfo(info({ parcel }));
    expect(wechat.shippings()[0]).toMatchObject({ expressCompany: 'YZPY', contact: null });
  });

  it('shortens what it was to 120 characters', async () => {
    await platform().uploadShippingInfo(info({ ...electronic, item: '𠮷'.repeat(200) }));
    expect([...(wechat.shippings()[0]?.item ?? '')]).toHaveLength(120);
  });

  it('is answered that the payment is not known yet', async () => {
    now = new Date(PAID_AT + SEEN_AFTER_MS - 1);
    expect(await platform().uploadShippingInfo(info())).toBe('order-unknown');
  });

  it('may say the same again and something else once; no more', async () => {
    const other = (trackingNumber: string) =>
      info({ parcel: { courier: '顺丰速运', trackingNumber, receiverPhoneMasked: '138****8000' } });
    for (const telling of [info(), info(), other('SF0000000000002'), other('SF0000000000002')]) {
      expect(await platform().uploadShippingInfo(telling)).toBe('taken');
    }
    expect(await failureOf(platform().uploadShippingInfo(other('SF0000000000003')))).toMatchObject({
      failure: 'rejected',
      vendorCode: '10060003',
    });
    expect(wechat.shippings()[0]).toMatchObject({ trackingNumber: 'SF0000000000002', times: 2 });
  });

  type Change = Partial<Omit<ShippingInfo, 'parcel'>> & { parcel?: Partial<ShippedParcel> | null };
  it.each<[string, Change, string]>([
    ['another payer', { payerOpenid: 'oDemo_0000000000000000000bob' }, '10060031'],
    ['a courier that WeChat has no name for', { parcel: { courier: '自有专人' } }, 'COURIER-NOT-KNOWN'],
    ['a parcel without facts', { parcel: null }, 'COURIER-NOT-KNOWN'],
    ['nothing said of what it was', { item: '' }, '268485196'],
    ['SF and a phone that is not masked', { parcel: { receiverPhoneMasked: '13800138000' } }, '10060014'],
    ['SF without a phone', { parcel: { receiverPhoneMasked: '' } }, '268485199'],
    ['no number', { parcel: { trackingNumber: '' } }, '268485197'],
  ])('is rejected for %s', async (_what, changes, vendorCode) => {
    const given = info().parcel as ShippedParcel;
    const parcel = changes.parcel === null ? null : { ...given, ...changes.parcel };
    const telling = { ...info(), ...changes, parcel };
    expect(await failureOf(platform().uploadShippingInfo(telling))).toMatchObject({ failure: 'rejected', vendorCode });
  });

  it('is rejected for a payment that went back', async () => {
    state = 'REFUND';
    expect(await failureOf(platform().uploadShippingInfo(info()))).toMatchObject({ vendorCode: '10060004' });
  });

  it('takes a new token when the old one is refused', async () => {
    const one = platform();
    await one.readShippingOrder(String(transactionId));
    wechat.expireAccessToken();
    expect(await one.uploadShippingInfo(info())).toBe('taken');
  });
});

describe('readShippingOrder', () => {
  it('answers what was told, to whom the money belongs and how it stands', async () => {
    expect(await platform().readShippingOrder(String(transactionId))).toEqual({
      state: 'to-ship',
      payerOpenid: PAYER,
      told: null,
    });
    await platform().uploadShippingInfo(info());
    expect(await platform().readShippingOrder(String(transactionId))).toEqual({
      state: 'shipped',
      payerOpenid: PAYER,
      told: { way: 'courier', trackingNumber: 'SF0000000000001' },
    });
    state = 'REFUND';
    expect(await platform().readShippingOrder(String(transactionId))).toMatchObject({ state: 'refunded' });
    expect(await platform().readShippingOrder('unheard-of')).toBeNull();
  });
});

describe('answers no stand-in gives', () => {
  let server: Server;
  let answer: object;
  let baseUrl: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const token = { access_token: 'token', expires_in: 7200 };
      response.end(JSON.stringify(request.url?.startsWith('/cgi-bin/stable_token') ? token : answer));
    });
    await new Promise<void>((listening) => {
      server.listen(0, '127.0.0.1', listening);
    });
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it.each([10060012, 10060019, -1])('their own fault %d is tried again later', async (errcode) => {
    answer = { errcode };
    expect(await failureOf(platform(baseUrl).uploadShippingInfo(info()))).toMatchObject({ failure: 'unavailable' });
  });

  it.each([{ order_state: 0 }, { order_state: 7 }, { order_state: '1' }, {}])(
    'an order like %j is none',
    async (order) => {
      answer = { errcode: 0, order };
      expect(await failureOf(platform(baseUrl).readShippingOrder('1'))).toMatchObject({
        vendorCode: 'UNEXPECTED-ANSWER',
      });
    },
  );
});
