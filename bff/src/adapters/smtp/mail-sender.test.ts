import { type StandIns, startStandIns } from '../../../../scripts/stand-ins';
import { sharedCredentials } from '../../../../scripts/stand-ins/testing/shared-credentials';
import { portErrorOf } from '../testing/port-error-of';
import { createSmtpMailSender, type SmtpSettings } from './mail-sender';

const ADDRESS = 'li.ming@mail.example';
const CODE = { kind: 'email-code', code: '246810', minutes: 5 } as const;
const credentials = sharedCredentials();
let standIns: StandIns;
beforeAll(async () => {
  standIns = await startStandIns({ credentials });
});
afterAll(() => standIns.stop());
beforeEach(() => standIns.faults.reset());

const sender = (changes: Partial<SmtpSettings> = {}) =>
  createSmtpMailSender({
    url: standIns.mail.url,
    ...credentials.mail,
    from: 'ca@demo.example',
    fromName: '示例电子认证',
    timeoutMs: 10_000,
    ...changes,
  });
const failureOf = (promise: Promise<unknown>) => portErrorOf(promise, [ADDRESS, CODE.code, credentials.mail.password]);

it('arrives with its code, from the authority', async () => {
  await sender().send(ADDRESS, CODE);
  expect(standIns.mail.mails(ADDRESS)[0]).toMatchObject({
    from: 'ca@demo.example',
    subject: '邮箱验证码 246810',
    code: '246810',
    text: expect.stringContaining('示例电子认证'),
  });
});

it.each([
  [550, 'rejected'],
  [553, 'rejected'],
  [452, 'rate-limited'],
  [421, 'unavailable'],
])('to a mailbox that answers %i is %s', async (responseCode, failure) => {
  const refused = `m${responseCode}@mail.example`;
  standIns.mail.setMailStatus(refused, responseCode);
  const error = await portErrorOf(sender().send(refused, CODE), [refused, CODE.code]);
  expect(error).toMatchObject({ port: 'mail-sender', failure, vendorCode: String(responseCode) });
  expect(standIns.mail.mails(refused)).toEqual([]);
});

it.each(['a@b\r\nRCPT TO:<other@mail.example>', 'two@mail.example, three@mail.example'])(
  'does not let an address smuggle another one: %j',
  async (address) => {
    await sender()
      .send(address, CODE)
      .catch(() => undefined);
    for (const other of ['other@mail.example', 'two@mail.example', 'three@mail.example']) {
      expect(standIns.mail.mails(other)).toEqual([]);
    }
  },
);

it('with a wrong password is misconfigured', async () => {
  expect(await failureOf(sender({ password: 'demo-wrong' }).send(ADDRESS, CODE))).toMatchObject({
    failure: 'misconfigured',
    vendorCode: '535',
  });
});

it.each(['server-error', 'timeout'] as const)('by a server that fails by %s is unavailable', async (fault) => {
  standIns.faults.set({ standIn: 'mail', fault });
  // Short only where nothing answers: a slow machine must not turn another answer into this one.
  const impatient = sender(fault === 'timeout' ? { timeoutMs: 500 } : {});
  expect(await failureOf(impatient.send(ADDRESS, CODE))).toMatchObject({ failure: 'unavailable' });
});

it('by a server that is not there is unavailable', async () => {
  expect(await failureOf(sender({ url: 'smtp://127.0.0.1:9' }).send(ADDRESS, CODE))).toMatchObject({
    failure: 'unavailable',
  });
});
