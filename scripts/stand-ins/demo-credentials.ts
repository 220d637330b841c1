import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { createEjbcaCredentials, type EjbcaCredentials } from './ejbca/trial-authorities';
import { SMS_TEMPLATES, type SmsTemplateId } from './message-templates';
import { openJsonFile } from './serving/json-file';
import { isJsonObject } from './serving/json-object';

const FILE_NAME = 'demo-credentials.json';

/**
 * Credentials that only the stand-ins accept. Every secret and identifier that may hold letters has `demo` in it, so
 * that a production configuration can refuse them; the merchant number is digits only: DEMO_MERCHANT_ID.
 * Keys are PEM (private: PKCS#8, public: SPKI).
 */
export interface DemoCredentials {
  wechat: { appId: string; appSecret: string };
  wechatPay: {
    merchantId: string;
    merchantSerial: string;
    merchantPrivateKey: string;
    merchantPublicKey: string;
    /** 32 characters, the AES-256 key of notifications. */
    apiV3Key: string;
    /** 微信支付公钥ID, `PUB_KEY_ID_…`. */
    platformKeyId: string;
    platformPrivateKey: string;
    platformPublicKey: string;
  };
  tencentCloud: {
    secretId: string;
    secretKey: string;
    region: string;
    smsSdkAppId: string;
    smsSignName: string;
    smsTemplateIds: SmsTemplateId[];
  };
  mail: { user: string; password: string };
  ejbca: EjbcaCredentials;
  kuaidi100: { customer: string; key: string };
}

/** The merchant number of every demo: it is the one in WeChat Pay's own documentation. */
export const DEMO_MERCHANT_ID = '1900000109';

interface KeyPair {
  readonly privateKey: string;
  readonly publicKey: string;
}

function createKeyPair(): KeyPair {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}

const hex = (length: number): string =>
  randomBytes(Math.ceil(length / 2))
    .toString('hex')
    .slice(0, length);

/** New credentials with freshly generated keys. */
export const createDemoCredentials = (): DemoCredentials => credentialsWith(createKeyPair(), createKeyPair());

function credentialsWith(merchant: KeyPair, platform: KeyPair): DemoCredentials {
  return {
    wechat: {
      appId: `wxdemo${hex(12)}`,
      appSecret: `demo${hex(28)}`,
    },
    wechatPay: {
      merchantId: DEMO_MERCHANT_ID,
      merchantSerial: `demo${hex(36)}`.toUpperCase(),
      merchantPrivateKey: merchant.privateKey,
      merchantPublicKey: merchant.publicKey,
      apiV3Key: `demo${hex(28)}`,
      platformKeyId: `PUB_KEY_ID_0demo${String(randomInt(1e12)).padStart(12, '0')}`,
      platformPrivateKey: platform.privateKey,
      platformPublicKey: platform.publicKey,
    },
    tencentCloud: {
      secretId: `AKIDdemo${hex(28)}`,
      secretKey: `demo${hex(28)}`,
      region: 'ap-guangzhou',
      smsSdkAppId: `1400demo${hex(4)}`,
      smsSignName: '电子认证demo',
      smsTemplateIds: Object.keys(SMS_TEMPLATES) as SmsTemplateId[],
    },
    mail: { user: 'acceptance@demo.example', password: `demo${hex(28)}` },
    ejbca: createEjbcaCredentials(),
    kuaidi100: { customer: `demo${hex(28)}`.toUpperCase(), key: `demo${hex(8)}` },
  };
}

/** Whether `value` has every member, of the same type, that `model` has. */
function hasShapeOf(model: unknown, value: unknown): boolean {
  if (Array.isArray(model)) return Array.isArray(value);
  if (!isJsonObject(model)) return typeof value === typeof model;
  return isJsonObject(value) && Object.keys(model).every((key) => hasShapeOf(model[key], value[key]));
}

const NO_KEYS: KeyPair = { privateKey: '', publicKey: '' };
/** What is asked of a file is its form: no key is made for that. */
const isDemoCredentials = (value: unknown): value is DemoCredentials =>
  hasShapeOf(credentialsWith(NO_KEYS, NO_KEYS), value);

/**
 * The credentials kept in `folder`/demo-credentials.json (mode 0600), created at the first call, so that what a
 * developer's database and configuration hold still fits after a restart.
 * A remote that an older version did not have is added. A remote that lacks a member is an error that names the file.
 */
export function loadOrCreateDemoCredentials(folder: string): DemoCredentials {
  const path = join(folder, FILE_NAME);
  const file = openJsonFile(path);
  const stored = file.load();
  if (isDemoCredentials(stored)) {
    chmodSync(path, 0o600);
    return stored;
  }
  const completed = { ...createDemoCredentials(), ...(isJsonObject(stored) && stored) };
  const isWhole = stored === undefined || (isJsonObject(stored) && isDemoCredentials(completed));
  if (!isWhole) throw new Error(`${path} lacks members. Delete it to have new credentials made.`);
  file.save(completed);
  chmodSync(path, 0o600);
  return completed;
}
