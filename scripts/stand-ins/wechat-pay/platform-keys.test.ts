import { createDecipheriv, createVerify, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStandInEnvironment } from '../serving/environment';
import { createManualScheduler } from '../serving/scheduler';
import { sharedCredentials } from '../testing/shared-credentials';
import { startWechatPay, type WechatPayStandIn } from './start-wechat-pay';
import { createHandMadeMerchant } from './testing/hand-made-merchant';
import { type ReceivedNotification, startNotificationReceiver } from './testing/notification-receiver';

const credentials = sharedCredentials();
const { platformKeyId, apiV3Key } = credentials.wechatPay;
const scheduler = createManualScheduler(new Date('2026-11-22T01:00:00Z'));
const environment = createStandInEnvironment({ now: scheduler.now, scheduler });
const merchant = createHandMadeMerchant({ url: () => pay.url, credentials, now: scheduler.now });
let pay: WechatPayStandIn;
let receiver: Awaited<ReturnType<typeof startNotificationReceiver>>;

beforeEach(async () => {
  receiver = await startNotificationReceiver(apiV3Key);
  pay = await startWechatPay({ credentials, environment });
});
afterEach(async () => {
  environment.faults.reset();
  await pay.stop();
  await receiver.stop();
});

const serialOf = (headers: Headers) => headers.get('wechatpay-serial');
const askFor = (serial: string | undefined, target = '/v3/certificates') =>
  merchant.call('GET', target, undefined, { headers: { 'Wechatpay-Serial': serial } });
const signsWith = (certificate: string, header: (name: string) => unknown, body: string): boolean =>
  createVerify('RSA-SHA256')
    .update(`${header('wechatpay-timestamp')}\n${header('wechatpay-nonce')}\n${body}\n`)
    .verify(certificate, String(header('wechatpay-signature')), 'base64');

interface ListedCertificate {
  serial_no: string;
  effective_time: string;
  expire_time: string;
  encrypt_certificate: { algorithm: string; nonce: string; associated_data: string; ciphertext: string };
}
function opened({ encrypt_certificate: { nonce, associated_data: data, ciphertext } }: ListedCertificate) {
  const bytes = Buffer.from(ciphertext, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', apiV3Key, nonce).setAAD(Buffer.from(data));
  decipher.setAuthTag(bytes.subarray(-16));
  return new X509Certificate(Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]));
}

async function notified(outTradeNo: string): Promise<ReceivedNotification | undefined> {
  await merchant.jsapi(merchant.order(outTradeNo, { notify_url: receiver.url }));
  await pay.pay(outTradeNo);
  return receiver.received.at(-1);
}

test('a merchant of the public-key mode has no certificates and must name the public key', async () => {
  const answer = await askFor(platformKeyId);
  expect([answer.status, answer.json.code, answer.signedByPlatform]).toEqual([404, 'RESOURCE_NOT_EXISTS', true]);
  expect(pay.certificates()).toEqual([]);
  const unnamed = await askFor(undefined);
  expect([unnamed.status, unnamed.json.code]).toEqual([400, 'PARAM_ERROR']);
});

test('certificates are listed encrypted with the APIv3 key, and sign what asks for them or for nothing', async () => {
  pay.setCertificateShares({ notices: 0.5 });
  const answer = await askFor(undefined, '/v3/certificates?algorithm_type=RSA');
  const [listed, ...others] = answer.json.data as [ListedCertificate];
  expect(others).toEqual([]);
  expect(listed).toMatchObject({
    serial_no: expect.stringMatching(/^5[0-9A-F]{39}$/),
    effective_time: '2026-11-22T09:00:00+08:00',
    expire_time: '2031-11-22T09:00:00+08:00',
    encrypt_certificate: { algorithm: 'AEAD_AES_256_GCM', associated_data: 'certificate' },
  });
  const certificate = opened(listed);
  expect(certificate.serialNumber).toBe(listed.serial_no);
  expect(certificate.subject).toContain('Tenpay.com');
  expect(serialOf(answer.headers)).toBe(listed.serial_no);
  expect(signsWith(certificate.toString(), (name) => answer.headers.get(name), answer.body)).toBe(true);

  expect(serialOf((await askFor(listed.serial_no)).headers)).toBe(listed.serial_no);
  expect((await askFor(platformKeyId)).signedByPlatform).toBe(true);
  expect((await askFor('5DEMO')).status).toBe(400);
});

test('answers and notices move to the certificate by shares, evenly', async () => {
  pay.setCertificateShares({ answers: 0.25, notices: 0.5 });
  const [certificate] = pay.certificates();
  const serials: (string | null)[] = [];
  for (let count = 0; count < 8; count += 1) serials.push(serialOf((await merchant.query('ORDER-NONE')).headers));
  expect(serials.map((serial) => serial === certificate?.serial)).toEqual([
    ...[false, false, false, true],
    ...[false, false, false, true],
  ]);
  const notices = [await notified('ORDER-0001'), await notified('ORDER-0002')];
  expect(notices.map((notice) => notice?.headers['wechatpay-serial'])).toEqual([platformKeyId, certificate?.serial]);
  const byCertificate = notices[1]!;
  expect(signsWith(certificate?.certificate ?? '', (name) => byCertificate.headers[name], byCertificate.body)).toBe(
    true,
  );

  pay.setCertificateShares({ answers: 1 });
  expect(serialOf((await merchant.query('ORDER-NONE')).headers)).toBe(certificate?.serial);
  pay.setCertificateShares({ answers: 0, notices: 0 });
  expect((await merchant.query('ORDER-NONE')).signedByPlatform).toBe(true);
  expect((await notified('ORDER-0003'))?.headers['wechatpay-serial']).toBe(platformKeyId);
});

test('bad-signature strikes under the certificate’s serial too', async () => {
  pay.setCertificateShares({ answers: 1 });
  environment.faults.set({ standIn: 'wechat-pay', fault: 'bad-signature', times: 1 });
  const [certificate] = pay.certificates();
  const forged = await merchant.query('ORDER-NONE');
  expect(serialOf(forged.headers)).toBe(certificate?.serial);
  expect(signsWith(certificate?.certificate ?? '', (name) => forged.headers.get(name), forged.body)).toBe(false);
});

test('a renewed certificate signs from now on; the old one stays listed and answers who names it', async () => {
  pay.setCertificateShares({ answers: 1 });
  scheduler.advance(24 * 3600_000);
  const renewed = pay.renewCertificate();
  const [old] = pay.certificates();
  const answer = await askFor(undefined);
  const listed = answer.json.data as ListedCertificate[];
  expect(listed.map((one) => one.serial_no)).toEqual([old?.serial, renewed.serial]);
  expect(serialOf(answer.headers)).toBe(renewed.serial);
  expect(serialOf((await askFor(old?.serial)).headers)).toBe(old?.serial);
});

test.each([-0.1, 1.1, Number.NaN])('a share of %d is refused', (share) => {
  expect(() => pay.setCertificateShares({ answers: share })).toThrow(RangeError);
  expect(pay.certificates()).toEqual([]);
});

test('certificates and shares outlive a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wechat-pay-'));
  const dataFile = join(folder, 'wechat-pay.json');
  const first = await startWechatPay({ credentials, environment, dataFile });
  first.setCertificateShares({ answers: 1 });
  const certificates = first.certificates();
  await first.stop();
  const second = await startWechatPay({ credentials, environment, dataFile });
  expect(second.certificates()).toEqual(certificates);
  const caller = createHandMadeMerchant({ url: () => second.url, credentials, now: scheduler.now });
  expect(serialOf((await caller.query('ORDER-NONE')).headers)).toBe(certificates[0]?.serial);
  await second.stop();
  rmSync(folder, { recursive: true });
});
