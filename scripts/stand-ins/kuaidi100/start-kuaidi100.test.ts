import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createStandInEnvironment } from '../serving/environment';
import { createManualScheduler, type ManualScheduler } from '../serving/scheduler';
import { sharedCredentials } from '../testing/shared-credentials';
import { LATE_MS, RETRY_MS } from './notices';
import { type Kuaidi100StandIn, startKuaidi100 } from './start-kuaidi100';

const credentials = sharedCredentials();
const { customer, key } = credentials.kuaidi100;
const SALT = 'salt-of-one-parcel';
let clock: ManualScheduler;
let environment: ReturnType<typeof createStandInEnvironment>;
let standIn: Kuaidi100StandIn;
let receiver: Server;
let callbackurl: string;
let arrived: { param: string; sign: string }[];
let answer: string;

beforeEach(async () => {
  clock = createManualScheduler(new Date('2026-11-27T02:00:00Z'));
  environment = createStandInEnvironment({ now: clock.now, scheduler: clock });
  standIn = await startKuaidi100({ credentials, environment });
  arrived = [];
  answer = '{"result":true,"returnCode":"200","message":"成功"}';
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const form = new URLSearchParams(body);
    arrived.push({ param: form.get('param') ?? '', sign: form.get('sign') ?? '' });
    response.end(answer);
  });
  await new Promise<void>((listening) => {
    receiver.listen(0, '127.0.0.1', listening);
  });
  callbackurl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/parcels/1`;
});
afterEach(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await standIn.stop();
});

const md5 = (text: string): string => createHash('md5').update(text).digest('hex').toUpperCase();

async function post(path: string, form: Record<string, string>): Promise<Record<string, unknown>> {
  const response = await fetch(`${standIn.url}${path}`, { method: 'POST', body: new URLSearchParams(form) });
  return (await response.json()) as Record<string, unknown>;
}
function query(wanted: object, o: { sign?: string; customer?: string } = {}) {
  const param = JSON.stringify(wanted);
  return post('/poll/query.do', { customer, sign: md5(`${param}${key}${customer}`), param, ...o });
}
const subscribe = (company = 'ems', number = 'EA1', changes: object = {}) =>
  post('/poll', {
    schema: 'json',
    param: JSON.stringify({ company, number, key, parameters: { callbackurl, salt: SALT }, ...changes }),
  });

describe('a query', () => {
  test('answers where the parcel is', async () => {
    await standIn.scan('ems', 'EA1', { state: '5', text: '正在派件' });
    expect(await query({ com: 'ems', num: 'EA1' })).toMatchObject({
      status: '200',
      nu: 'EA1',
      com: 'ems',
      state: '5',
      ischeck: '0',
      data: [{ ftime: '2026-11-27 10:00:00', context: '正在派件' }],
    });
  });

  test.each([
    ['no record', { com: 'ems', num: 'EA2' }, {}, '500'],
    ['a courier that there is not', { com: 'nobody', num: 'EA2' }, {}, '400'],
    ['a number that is none', { com: 'ems', num: '单号' }, {}, '400'],
    ['SF without a phone', { com: 'shunfeng', num: 'SF1' }, {}, '408'],
    ['SF with half a phone', { com: 'shunfeng', num: 'SF1', phone: '80' }, {}, '408'],
    ['another customer', { com: 'ems', num: 'EA2' }, { customer: 'X' }, '600'],
    ['a wrong sign', { com: 'ems', num: 'EA2' }, { sign: md5('x') }, '503'],
    ['a sign in small letters', { com: 'ems', num: 'EA2' }, { sign: md5('x').toLowerCase() }, '503'],
  ])('is refused: %s', async (_what, wanted, changes, returnCode) => {
    expect(await query(wanted, changes)).toMatchObject({ result: false, returnCode });
  });
});

describe('a subscription', () => {
  test('is told of every scan, signed with its salt', async () => {
    expect(await subscribe()).toMatchObject({ result: true, returnCode: '200' });
    await standIn.scan('ems', 'EA1', { state: '1' });
    const [notice] = arrived;
    expect(notice?.sign).toBe(md5(`${notice?.param}${SALT}`));
    expect(JSON.parse(notice?.param ?? '')).toMatchObject({ status: 'polling', lastResult: { nu: 'EA1', state: '1' } });
    expect(standIn.notices()).toMatchObject([{ state: 'accepted' }]);
  });

  test('is refused while the number is followed, and after four in a month', async () => {
    const outcomes: unknown[] = [];
    for (let time = 0; time < 5; time += 1) {
      outcomes.push((await subscribe()).returnCode, (await subscribe()).returnCode);
      if (time < 4) await standIn.giveUp('ems', 'EA1');
    }
    expect(outcomes).toEqual(['200', '501', '200', '501', '200', '501', '200', '501', '501', '501']);
    clock.advance(5 * 24 * 3600_000);
    expect((await subscribe()).returnCode).toBe('200');
  });

  test.each([
    ['another key', { key: 'x' }, '600'],
    ['a callback that is no address', { parameters: { callbackurl: 'x' } }, '700'],
    ['a number that is too long', { number: 'x'.repeat(33) }, '700'],
    ['SF without a phone', { company: 'shunfeng' }, '700'],
  ])('is refused: %s', async (_what, changes, returnCode) => {
    expect(await subscribe('ems', 'EA1', changes)).toMatchObject({ result: false, returnCode });
  });

  test('ends when the parcel is signed for, and when nobody knows the number', async () => {
    await subscribe();
    await standIn.scan('ems', 'EA1', { state: '3' });
    await subscribe('ems', 'EA2');
    await standIn.giveUp('ems', 'EA2');
    expect(arrived.map(({ param }) => JSON.parse(param).status)).toEqual(['shutdown', 'abort']);
    expect(standIn.subscriptions().map(({ status }) => status)).toEqual(['abort', 'shutdown']);
    await expect(standIn.giveUp('ems', 'EA2')).rejects.toThrow('nobody follows EA2');
    await expect(standIn.scan('ems', 'EA2', { state: '77' })).rejects.toThrow('there is no state 77');
  });
});

describe('a notice', () => {
  beforeEach(() => subscribe());

  test.each([
    ['refused', '{"result":false,"returnCode":"500","message":"失败"}'],
    ['not answered in its form', 'success'],
  ])('that is %s comes again after half an hour, three times', async (_what, given) => {
    answer = given;
    await standIn.scan('ems', 'EA1', { state: '1' });
    for (let time = 0; time < 5; time += 1) {
      clock.advance(RETRY_MS);
      await standIn.idle();
    }
    expect(arrived).toHaveLength(4);
    expect(standIn.notices()).toMatchObject([{ state: 'given-up' }]);
  });

  test('comes twice, late, not at all, wrongly signed, and again after a newer one', async () => {
    const { faults } = environment;
    faults.set({ standIn: 'kuaidi100', fault: 'duplicate-notification', times: 1 });
    await standIn.scan('ems', 'EA1', { state: '1' });
    expect(arrived).toHaveLength(2);
    faults.set({ standIn: 'kuaidi100', fault: 'late-notification', times: 1 });
    await standIn.scan('ems', 'EA1', { state: '0' });
    expect(arrived).toHaveLength(2);
    faults.set({ standIn: 'kuaidi100', fault: 'no-notification', times: 1 });
    await standIn.scan('ems', 'EA1', { state: '5' });
    clock.advance(LATE_MS);
    await standIn.idle();
    faults.set({ standIn: 'kuaidi100', fault: 'bad-signature', times: 1 });
    await standIn.scan('ems', 'EA1', { state: '2' });
    await standIn.repeatNotice('1');
    expect(arrived.map(({ param }) => JSON.parse(param).lastResult.state)).toEqual(['1', '1', '0', '2', '1']);
    expect(arrived.map(({ param, sign }) => sign === md5(`${param}${SALT}`))).toEqual([true, true, true, false, true]);
    await expect(standIn.repeatNotice('99')).rejects.toThrow('there is no notice 99');
  });
});
