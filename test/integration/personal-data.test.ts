import { API_BASE_PATH, endpoints, IDENTITY_CONSENT_VERSION, TERMS_VERSION } from '@acceptance/shared';
import { asShown } from '../../scripts/story/shown-to-reviewer';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { newStory } from '../../scripts/story/walk-story';
import { outcomeOf } from '../support/expect-error';
import { bindWechat, startPayment } from '../support/paying';
import { bearer, jsonBody, type RawAnswer, rawRequest } from '../support/raw-request';
import { nextPerson, paramsOf, takeSteps } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();

/** Everything about the person of a story that nobody else may read anywhere. */
interface Secrets {
  readonly [what: string]: string;
}

const personOf = ({ person }: StoryContext): Secrets => ({
  name: person.name,
  phone: person.phone,
  idNumber: person.idNumber,
  unitName: person.unitName,
  unifiedSocialCreditCode: person.unifiedSocialCreditCode,
  email: 'applicant@example.com',
  address: '测试路',
});

const found = (text: string, secrets: Secrets): string[] =>
  Object.entries(secrets)
    .filter(([what, value]) => (what === 'code' ? new RegExp(`\\b${value}\\b`).test(text) : text.includes(value)))
    .map(([what]) => what);

/** The story with its errors: remotes that fail, codes and numbers that are wrong, broken requests. */
async function liveThroughEverything(): Promise<{ context: StoryContext; secrets: Secrets }> {
  const { faults, tencentCloud } = system().standIns;
  const context = newStory(system().world, { person: nextPerson() });
  const { applicant, person } = context;
  const { phone } = person;
  faults.set({ standIn: 'tencent-cloud', fault: 'server-error', times: 1 });
  await outcomeOf(applicant.call(endpoints.auth.requestSmsCode, { body: { phone } }));
  await applicant.call(endpoints.auth.requestSmsCode, { body: { phone } });
  const code = tencentCloud.sms(phone)[0]!.code!;
  const signIn = (given: string) =>
    applicant.call(endpoints.auth.signInWithSmsCode, {
      body: { phone, code: given, acceptedTermsVersion: TERMS_VERSION },
    });
  await outcomeOf(signIn(code === '000000' ? '000001' : '000000'));
  const session = await signIn(code);
  applicant.accessToken = session.accessToken;
  faults.set({ standIn: 'wechat', fault: 'server-error', times: 1 });
  await outcomeOf(bindWechat(system(), context));
  const openid = await bindWechat(system(), context);
  const { name, idNumber } = person;
  const consentVersion = IDENTITY_CONSENT_VERSION;
  faults.set({ standIn: 'tencent-cloud', fault: 'garbled', times: 1 });
  await outcomeOf(
    applicant.call(endpoints.identity.verifyIdentity, { body: { name, idNumber, phone, consentVersion } }),
  );
  await takeSteps(context, 'start', 'particulars', 'identity', 'id-card', 'consent', 'signature', 'sign', 'sealed');
  await outcomeOf(applicant.call(endpoints.orders.submitOrder, { params: paramsOf(context) }));
  await takeSteps(context, 'form', 'attachments', 'submit', 'staff-sign-in', 'review');
  faults.set({ standIn: 'tencent-cloud', fault: 'server-error', times: 1 });
  const body = asShown(context.reviewed!);
  await context.staff.call(endpoints.staff.approveOrder, { params: paramsOf(context), body });
  await system().settle();
  system().clock.advance(60_000);
  await system().settle();
  faults.set({ standIn: 'wechat-pay', fault: 'server-error', times: 1 });
  await outcomeOf(startPayment(context, 'wechat-jsapi'));
  const { attempt } = await startPayment(context, 'wechat-jsapi');
  await system().standIns.wechatPay.pay(attempt.outTradeNo, { openId: openid });
  await system().settle();
  const tokens = await applicant.call(endpoints.auth.refreshSession, { body: { refreshToken: session.refreshToken } });
  const secrets = {
    ...personOf(context),
    code,
    openid,
    accessToken: session.accessToken,
    refreshToken: session.refreshToken,
    nextAccessToken: tokens.accessToken,
    nextRefreshToken: tokens.refreshToken,
    staffPassword: system().staffPassword,
    staffToken: context.staff.accessToken!,
  };
  return { context, secrets };
}

describe('personal data and secrets', () => {
  it('are not in the log, not even at level debug and when everything fails once', async () => {
    const { context, secrets } = await liveThroughEverything();
    const order = await context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) });
    expect(order.status).toBe('paid');
    const log = system().logText();
    expect(log).toContain('payments.startPayment');
    expect(log).toContain('a job will be repeated');
    expect(found(log, secrets)).toEqual([]);
  });

  it('are not in the log for requests that break our own rules', async () => {
    const person = nextPerson();
    const { name, idNumber, phone } = person;
    await rawRequest(system(), 'POST', `/identity/verification?phone=${phone}&name=${encodeURIComponent(name)}`);
    await rawRequest(system(), 'GET', `/nowhere/${phone}/${idNumber}`);
    await rawRequest(system(), 'GET', `/orders/${idNumber}`, { headers: bearer(phone) });
    await rawRequest(system(), 'POST', '/auth/sms-codes', {
      headers: { 'content-type': 'application/json', 'user-agent': name.codePointAt(0)!.toString() },
      body: `{"phone": "${phone}", "idNumber": "${idNumber}"`,
    });
    const url = `${system().origin}${API_BASE_PATH}/auth/sms-codes`;
    await fetch(url, { method: 'POST', ...jsonBody({ phone: [phone, idNumber] }) });
    const log = system().logText();
    expect(found(log, { phone, idNumber, encodedName: encodeURIComponent(name) })).toEqual([]);
  });

  it('are not quoted in the answers to wrong input', async () => {
    const context = await takeSteps(newStory(system().world, { person: nextPerson() }), 'sign-in', 'start', 'identity');
    const { name, phone, idNumber } = context.person;
    const headers = bearer(context.applicant.accessToken);
    const wrongNumber = `${idNumber.slice(0, 17)}${idNumber.endsWith('0') ? '1' : '0'}`;
    const { orderId } = paramsOf(context);
    const answers: RawAnswer[] = [
      await rawRequest(
        system(),
        'POST',
        '/identity/verification',
        jsonBody({ name, idNumber: wrongNumber, phone }, headers),
      ),
      await rawRequest(
        system(),
        'POST',
        '/identity/verification',
        jsonBody({ name: [name], idNumber, phone }, headers),
      ),
      await rawRequest(system(), 'POST', '/auth/sms-codes', jsonBody({ phone: `${phone}9` })),
      await rawRequest(system(), 'POST', '/auth/sms-codes', jsonBody({ phone: { number: phone } })),
      await rawRequest(system(), 'PUT', `/orders/${orderId}/form`, jsonBody({ email: { is: name } }, headers)),
      await rawRequest(system(), 'PUT', `/orders/${orderId}/form`, jsonBody({ invoice: { kind: idNumber } }, headers)),
      await rawRequest(system(), 'GET', `/orders/${idNumber}`, { headers }),
      await rawRequest(system(), 'POST', '/auth/sms-codes', {
        headers: { 'content-type': 'application/json' },
        body: `{"phone": "${phone}", name: ${name}}`,
      }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 422, 422, 400]);
    const secrets = { name, phone, idNumber, wrongNumber };
    expect(answers.flatMap(({ text }) => found(text, secrets))).toEqual([]);
  });

  it('lie in the database encrypted or hashed only', async () => {
    const context = await takeSteps(newStory(system().world, { person: nextPerson() }), 'sign-in', 'identity');
    context.order = await context.applicant.call(endpoints.orders.createOrder, {
      body: { projectId: 'procurement-cloud', applicantType: 'unit', clientToken: 'stored-in-the-database' },
    });
    await takeSteps(context, 'particulars', 'id-card', 'consent', 'form');
    const { connection } = system().container();
    // A unit is not a person: its name stands in lists and is searched for.
    const { unitName, ...secrets } = personOf(context);
    expect(orderOf(context).unitName).toBe(unitName);
    const mine = { $nor: [{ clientToken: /^story-/ }] };
    for (const name of ['accounts', 'orders', 'sessions', 'sms_codes', 'audit_entries', 'rate_counts', 'files']) {
      const documents = await connection.collection(name).find(mine).toArray();
      expect({ name, found: found(JSON.stringify(documents), secrets) }).toEqual({ name, found: [] });
    }
  });
});
