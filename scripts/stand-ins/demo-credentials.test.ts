import crypto, { createPrivateKey, createPublicKey } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoCredentials, DEMO_MERCHANT_ID, loadOrCreateDemoCredentials } from './demo-credentials';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-credentials-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const publicPemOf = (privatePem: string): string =>
  createPublicKey(createPrivateKey(privatePem)).export({ type: 'spki', format: 'pem' }).toString();

test('every identifier and secret is recognisable as demo and has the form of a real one', () => {
  const { wechat, wechatPay, tencentCloud } = createDemoCredentials();
  expect(wechat.appId).toMatch(/^wxdemo[0-9a-f]{12}$/);
  expect(wechat.appSecret).toMatch(/^demo[0-9a-f]{28}$/);
  expect(wechatPay.merchantId).toBe(DEMO_MERCHANT_ID);
  expect(wechatPay.merchantSerial).toMatch(/^DEMO[0-9A-F]{36}$/);
  expect(wechatPay.apiV3Key).toMatch(/^demo.{28}$/);
  expect(wechatPay.platformKeyId).toMatch(/^PUB_KEY_ID_0demo\d+$/);
  expect(tencentCloud.secretId).toMatch(/^AKIDdemo[0-9a-f]{28}$/);
  expect(tencentCloud.secretKey).toMatch(/^demo[0-9a-f]{28}$/);
  expect([tencentCloud.smsSdkAppId, tencentCloud.smsSignName].every((text) => text.includes('demo'))).toBe(true);
  expect(tencentCloud.smsTemplateIds.every((id) => id.startsWith('demo-'))).toBe(true);
});

test('the public keys belong to the private keys, and each creation has keys of its own', () => {
  const first = createDemoCredentials().wechatPay;
  expect(publicPemOf(first.merchantPrivateKey)).toBe(first.merchantPublicKey);
  expect(publicPemOf(first.platformPrivateKey)).toBe(first.platformPublicKey);
  expect(first.merchantPublicKey).not.toBe(first.platformPublicKey);
  expect(createDemoCredentials().wechatPay.merchantPublicKey).not.toBe(first.merchantPublicKey);
});

test('kept credentials are the same after a restart and readable by their owner only', () => {
  const first = loadOrCreateDemoCredentials(folder);
  const path = join(folder, 'demo-credentials.json');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  chmodSync(path, 0o644);
  expect(loadOrCreateDemoCredentials(folder)).toEqual(first);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('kept credentials are read without a key being made', () => {
  loadOrCreateDemoCredentials(folder);
  const made = jest.spyOn(crypto, 'generateKeyPairSync');
  try {
    loadOrCreateDemoCredentials(folder);
    expect(made.mock.calls.filter(([type]) => String(type) === 'rsa')).toEqual([]);
  } finally {
    made.mockRestore();
  }
});

test('a remote that an older version did not have is added, and what was there stays', () => {
  const first = loadOrCreateDemoCredentials(folder);
  const path = join(folder, 'demo-credentials.json');
  const { ejbca, ...older } = first;
  expect(ejbca.authorityName).toContain('demo');
  writeFileSync(path, JSON.stringify(older));
  const completed = loadOrCreateDemoCredentials(folder);
  expect(completed).toMatchObject(older);
  expect(completed.ejbca.rootCertificate).not.toBe(ejbca.rootCertificate);
  expect(loadOrCreateDemoCredentials(folder)).toEqual(completed);
});

test('a credentials file that lacks a member is an error that names the file', () => {
  loadOrCreateDemoCredentials(folder);
  const path = join(folder, 'demo-credentials.json');
  const stored = JSON.parse(readFileSync(path, 'utf8'));
  delete stored.wechatPay.apiV3Key;
  writeFileSync(path, JSON.stringify(stored));
  expect(() => loadOrCreateDemoCredentials(folder)).toThrow(path);
});
