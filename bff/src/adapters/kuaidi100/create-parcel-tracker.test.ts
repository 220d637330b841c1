import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type StandIns, startStandIns } from '../../../../scripts/stand-ins';
import { sharedCredentials } from '../../../../scripts/stand-ins/testing/shared-credentials';
import type { ParcelNumber, ParcelTracker, RawParcelNotice } from '../../ports/parcel-tracker';
import { portErrorOf } from '../testing/port-error-of';
import { createKuaidi100Tracker } from './create-parcel-tracker';
import type { Kuaidi100Settings } from './kuaidi100-settings';

const credentials = sharedCredentials();
const SALT = 'a-salt-of-the-operator-only';
const NOW = new Date('2026-11-27T02:30:00Z');
let standIns: StandIns;
/** Where notices arrive: path and body of each. */
let notices: { path: string; body: string }[];
let receiver: Server;
let notifyUrl: string;

beforeAll(async () => {
  standIns = await startStandIns({ credentials, now: () => NOW });
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    notices.push({ path: request.url ?? '', body });
    response.end(JSON.stringify(tracker().noticeAnswer));
  });
  await new Promise<void>((listening) => {
    receiver.listen(0, '127.0.0.1', listening);
  });
  notifyUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/callbacks/kuaidi100`;
});
afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await standIns.stop();
});
beforeEach(() => {
  notices = [];
  standIns.faults.reset();
  standIns.requests.clear();
});

const tracker = (changes: Partial<Kuaidi100Settings> = {}): ParcelTracker =>
  createKuaidi100Tracker({
    baseUrl: standIns.kuaidi100.url,
    ...credentials.kuaidi100,
    salt: SALT,
    notifyUrl,
    ...changes,
  });
const failureOf = (promise: Promise<unknown>) => portErrorOf(promise, [credentials.kuaidi100.key, SALT]);

let numbers = 0;
function newParcel(courier = '顺丰速运'): ParcelNumber {
  numbers += 1;
  return { courier, trackingNumber: `SF${String(numbers).padStart(13, '0')}`, receiverPhoneLast4: '8000' };
}
const sfScan = ({ trackingNumber }: ParcelNumber, state: string, o: { text?: string; at?: string } = {}) =>
  standIns.kuaidi100.scan('shunfeng', trackingNumber, { state, ...o });

describe('query', () => {
  it('knows nothing of a number that no courier has scanned', async () => {
    expect(await tracker().query(newParcel())).toEqual({ state: null, steps: [] });
  });

  it.each([
    ['0', 'on-the-way'],
    ['1', 'on-the-way'],
    ['2', 'troubled'],
    ['3', 'received'],
    ['4', 'returned'],
    ['5', 'arriving'],
    ['6', 'returned'],
    ['7', 'on-the-way'],
    ['8', 'on-the-way'],
    ['14', 'refused'],
  ])('answers state %s as %s', async (state, expected) => {
    const parcel = newParcel();
    await sfScan(parcel, state);
    expect((await tracker().query(parcel)).state).toBe(expected);
  });

  it('answers the scans newest first, in the time of China', async () => {
    const parcel = newParcel();
    await sfScan(parcel, '1', { at: '2026-11-27T01:00:00Z', text: '已揽收' });
    await sfScan(parcel, '0', { at: '2026-11-27T02:00:00Z', text: '离开【北京】' });
    expect((await tracker().query(parcel)).steps).toEqual([
      { at: new Date('2026-11-27T02:00:00Z'), text: '离开【北京】' },
      { at: new Date('2026-11-27T01:00:00Z'), text: '已揽收' },
    ]);
  });

  it('is rejected when the phone is not the receiver’s, for couriers that ask', async () => {
    const parcel = newParcel();
    standIns.kuaidi100.setPhone('shunfeng', parcel.trackingNumber, '1234');
    await sfScan(parcel, '1');
    expect(await failureOf(tracker().query(parcel))).toMatchObject({ failure: 'rejected', vendorCode: '408' });
    expect((await tracker().query({ ...parcel, receiverPhoneLast4: '1234' })).state).toBe('on-the-way');
  });

  it('asks about a courier it does not know nobody', async () => {
    expect(tracker().follows('自有专人')).toBe(false);
    expect(tracker().follows('中国邮政')).toBe(true);
    expect(await failureOf(tracker().query(newParcel('自有专人')))).toMatchObject({
      failure: 'rejected',
      vendorCode: 'COURIER-NOT-KNOWN',
    });
    expect(standIns.requests.list('kuaidi100')).toEqual([]);
  });

  it.each(['EMS', '中通快递', '圆通速递', '申通快递', '韵达快递', '京东快递', '极兔速递', '德邦快递', '邮政标准快递'])(
    'names %s as the service does',
    async (courier) => {
      expect(await tracker().query(newParcel(courier))).toEqual({ state: null, steps: [] });
    },
  );

  it.each([
    [{ key: 'another-key' }, '503'],
    [{ customer: 'SOMEBODY' }, '600'],
  ])('is misconfigured with %j', async (changes, vendorCode) => {
    expect(await failureOf(tracker(changes).query(newParcel()))).toMatchObject({
      failure: 'misconfigured',
      vendorCode,
    });
  });

  it.each([
    ['server-error', 'unavailable', 'HTTP 500'],
    ['busy', 'unavailable', '501'],
    ['rate-limited', 'rate-limited', '502'],
    ['garbled', 'unavailable', 'NOT-JSON'],
    ['timeout', 'unavailable', 'TIMEOUT'],
  ] as const)('under %s is %s', async (fault, failure, vendorCode) => {
    standIns.faults.set({ standIn: 'kuaidi100', fault });
    // Short only where nothing answers: a slow machine must not turn another answer into this one.
    const changes = fault === 'timeout' ? { timeoutMs: 200 } : {};
    expect(await failureOf(tracker(changes).query(newParcel()))).toMatchObject({ failure, vendorCode });
  });
});

describe('subscribe', () => {
  it('is no error when it was done already', async () => {
    const parcel = newParcel();
    await tracker().subscribe({ ...parcel, reference: 'again' });
    await tracker().subscribe({ ...parcel, reference: 'again' });
    const calls = standIns.requests.list('kuaidi100');
    expect(calls.map(({ errorCode }) => errorCode)).toEqual(['501', undefined]);
  });

  it('tells nobody’s phone to a courier that does not ask for it, and no secret in an address', async () => {
    const parcel = newParcel('EMS');
    await tracker().subscribe({ ...parcel, reference: 'quiet' });
    const [subscription] = standIns.kuaidi100.subscriptions();
    expect(subscription).toMatchObject({ company: 'ems', callbackUrl: `${notifyUrl}/quiet` });
    expect(JSON.stringify(standIns.requests.list('kuaidi100'))).not.toContain('8000');
  });

  it.each([
    ['a reference that is no part of an address', { reference: 'a/b' }, 'REFERENCE'],
    ['a number that is none', { trackingNumber: '单号' }, '700'],
  ])('is rejected for %s', async (_what, changes, vendorCode) => {
    const subscription = { ...newParcel(), reference: 'r', ...changes };
    expect(await failureOf(tracker().subscribe(subscription))).toMatchObject({ failure: 'rejected', vendorCode });
  });

  it('is misconfigured with another key, and unavailable while the service is', async () => {
    const subscription = { ...newParcel(), reference: 'r' };
    expect(await failureOf(tracker({ key: 'another' }).subscribe(subscription))).toMatchObject({
      failure: 'misconfigured',
      vendorCode: '600',
    });
    standIns.faults.set({ standIn: 'kuaidi100', fault: 'busy' });
    expect(await failureOf(tracker().subscribe(subscription))).toMatchObject({ failure: 'unavailable' });
  });
});

describe('readNotice', () => {
  const reference = 'parcel-1';
  async function noticeOf(parcel: ParcelNumber, state: string): Promise<RawParcelNotice> {
    await tracker().subscribe({ ...parcel, reference });
    await sfScan(parcel, state, { text: '【北京】到达' });
    const arrived = notices[0];
    expect(arrived?.path).toBe(`/callbacks/kuaidi100/${reference}`);
    return { body: arrived?.body ?? '', reference };
  }
  const refusalOf = (notice: RawParcelNotice) => failureOf((async () => tracker().readNotice(notice))());

  it('reads what was signed for this parcel', async () => {
    const parcel = newParcel();
    expect(tracker().readNotice(await noticeOf(parcel, '5'))).toEqual({
      trackingNumber: parcel.trackingNumber,
      state: 'arriving',
      steps: [{ at: NOW, text: '【北京】到达' }],
      ended: null,
    });
    expect(standIns.kuaidi100.notices()[0]).toMatchObject({ state: 'accepted' });
  });

  it('says that nothing more will come', async () => {
    expect(tracker().readNotice(await noticeOf(newParcel(), '3'))).toMatchObject({
      state: 'received',
      ended: 'finished',
    });
  });

  it('says that the service gives up on a number nobody knows, and claims no state', async () => {
    const parcel = newParcel();
    await tracker().subscribe({ ...parcel, reference });
    await standIns.kuaidi100.giveUp('shunfeng', parcel.trackingNumber);
    expect(tracker().readNotice({ body: notices[0]?.body ?? '', reference })).toEqual({
      trackingNumber: parcel.trackingNumber,
      state: null,
      steps: [],
      ended: 'given-up',
    });
  });

  it('refuses a notice at the address of another parcel, one that was changed, and one that is not signed', async () => {
    const notice = await noticeOf(newParcel(), '0');
    const changed = notice.body.replace('%22state%22%3A%220%22', '%22state%22%3A%223%22');
    expect(changed).not.toBe(notice.body);
    for (const bad of [
      { ...notice, reference: 'parcel-2' },
      { ...notice, body: changed },
      { ...notice, body: notice.body.replace(/sign=[^&]*/, 'sign=') },
      { ...notice, body: '' },
    ]) {
      expect(await refusalOf(bad)).toMatchObject({ failure: 'rejected', vendorCode: 'SIGNATURE' });
    }
  });

  it('refuses what the service signs and is no notice', async () => {
    const notice = await noticeOf(newParcel(), '0');
    standIns.faults.set({ standIn: 'kuaidi100', fault: 'bad-signature' });
    await standIns.kuaidi100.repeatNotice(standIns.kuaidi100.notices()[0]?.id ?? '');
    expect(await refusalOf({ ...notice, body: notices[1]?.body ?? '' })).toMatchObject({ vendorCode: 'SIGNATURE' });
  });
});
