import { endpoints } from '@acceptance/shared';
import { outcomeOf } from '../support/expect-error';
import { bearer, jsonBody, type RawAnswer, rawRequest } from '../support/raw-request';
import { newClient, nextPerson, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();

describe('every answer', () => {
  it('says that its type is not to be guessed and that no cache keeps it, refusals and files too', async () => {
    const { applicant, order } = await walkTo(system(), 'id-card');
    const headers = bearer(applicant.accessToken);
    const fileId = order?.idCard.front?.id;
    const call = (method: string, path: string, init: RequestInit = {}) => rawRequest(system(), method, path, init);
    const { rateCounter } = system().container();
    const answers: Record<string, RawAnswer> = {
      view: await call('GET', '/account', { headers }),
      list: await call('GET', '/orders', { headers }),
      file: await call('GET', `/files/${fileId}`, { headers }),
      settings: await call('GET', '/public/settings'),
      unreadable: await call('POST', '/auth/sms-codes', { headers: { 'content-type': 'application/json' }, body: '{' }),
      unsigned: await call('GET', '/account'),
      foreign: await call('GET', `/orders/${'0'.repeat(24)}`, { headers }),
      forbidden: await call('GET', '/staff/orders', { headers }),
      nowhere: await call('GET', '/nowhere'),
      method: await call('DELETE', '/public/settings'),
      type: await call('POST', '/auth/sms-codes', { headers: { 'content-type': 'text/plain' }, body: 'x' }),
      invalid: await call('POST', '/auth/sms-codes', jsonBody({ phone: 'x' })),
      large: await call('POST', '/auth/sms-codes', jsonBody({ phone: '1'.repeat(300 * 1024) })),
      callback: await call('POST', '/callbacks/wechat-pay', { body: 'x' }),
      empty: await call('DELETE', `/orders/${order?.id}`, { headers }),
    };
    const failing = jest.spyOn(rateCounter, 'count').mockRejectedValue(new Error('away'));
    answers.broken = await call('POST', '/auth/sms-codes', jsonBody({ phone: nextPerson().phone }));
    failing.mockRestore();
    const statuses = Object.fromEntries(Object.entries(answers).map(([what, { status }]) => [what, status]));
    expect(statuses).toEqual({
      ...{
        view: 200,
        list: 200,
        file: 200,
        settings: 200,
        unreadable: 400,
        unsigned: 401,
        foreign: 404,
        forbidden: 403,
      },
      ...{ nowhere: 404, method: 405, type: 415, invalid: 422, large: 413, callback: 401, empty: 204, broken: 500 },
    });
    for (const [what, { headers: sent, status }] of Object.entries(answers)) {
      expect([what, sent.get('x-content-type-options')]).toEqual([what, 'nosniff']);
      if (status !== 204) {
        expect([what, sent.get('cache-control')]).toEqual([what, expect.stringContaining('no-store')]);
      }
    }
  });
});

describe('a report of a client', () => {
  it('with personal data in every field leaves none of it in the log', async () => {
    const { name, phone, idNumber } = nextPerson();
    const secret = `${name} ${phone}`;
    const report = {
      kind: 'error',
      message: `failed for ${secret} ${idNumber}`,
      stack: `at ${secret}`,
      page: `pages/order/index?phone=${phone}`,
      endpoint: phone,
      at: '2026-11-23T02:00:00.000Z',
      appVersion: phone,
      platform: secret,
    };
    expect((await rawRequest(system(), 'POST', '/client-reports', jsonBody({ reports: [report] }))).status).toBe(204);
    const line = system()
      .logText()
      .split('\n')
      .filter((each) => each.includes('failed for'));
    expect(line).toHaveLength(1);
    for (const hidden of [name, phone, idNumber]) {
      expect(system().logText()).not.toContain(hidden);
    }
  });
});

describe('a remote that does not answer', () => {
  it('is shown by readiness, is not called any more, and is called again when it is back', async () => {
    const { faults, requests } = system().standIns;
    const stateOfSms = async () => {
      const { text, status } = await rawRequest(system(), 'GET', '/readyz');
      const { remotes } = JSON.parse(text) as { remotes: { name: string; state: string }[] };
      return [status, remotes.find(({ name }) => name === 'sms')?.state];
    };
    const ask = () =>
      outcomeOf(newClient(system()).call(endpoints.auth.requestSmsCode, { body: { phone: nextPerson().phone } }));
    faults.set({ standIn: 'tencent-cloud', fault: 'server-error' });
    for (let call = 0; call < 8; call += 1) {
      expect(await ask()).toBe('auth.sms_unavailable');
    }
    // We are ready all the same: who signs in by password or pays needs no SMS.
    expect(await stateOfSms()).toEqual([200, 'open']);
    requests.clear();
    expect(await ask()).toBe('auth.sms_unavailable');
    expect(requests.list('tencent-cloud')).toEqual([]);
    faults.reset();
    system().clock.advance(10_000);
    expect(await ask()).toBe('ok');
    expect(await stateOfSms()).toEqual([200, 'closed']);
  });
});
