import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, loadConfig } from './load-config';

const folder = mkdtempSync(join(tmpdir(), 'load-config-'));
const pemFile = join(folder, 'some.pem');
const otherFile = join(folder, 'no.pem');
writeFileSync(pemFile, '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n');
writeFileSync(otherFile, 'nothing of the kind');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KEY = Buffer.alloc(32, 5).toString('base64');

/** A complete configuration as production would have it. */
const COMPLETE: Readonly<Record<string, string>> = {
  NODE_ENV: 'production',
  MONGODB_URI: 'mongodb://database.internal/acceptance',
  FIELD_ENCRYPTION_KEY: KEY,
  FIELD_ENCRYPTION_KEY_ID: 'k2026',
  LOOKUP_HASH_KEY: KEY,
  ACCESS_TOKEN_KEY: KEY,
  ACCESS_TOKEN_KEY_ID: 'k2026',
  AUTHORITY_NAME: '示例电子认证有限公司',
  AUTHORITY_SEAL_TEXT: '合同专用章',
  AUTHORITY_SEAL_CODE: '1101990000001',
  AUTHORITY_PHONE: '400-000-0000',
  AUTHORITY_ADDRESS: '示例路 1 号',
  AUTHORITY_WEBSITE: 'www.example.cn',
  AUTHORITY_COURT: '示例区人民法院',
  CONTRACT_SIGNER_CHAIN_FILE: pemFile,
  CONTRACT_SIGNER_KEY_FILE: pemFile,
  WECHAT_BASE_URL: 'https://api.weixin.qq.com',
  WECHAT_APPID: 'wx0000000000000000',
  WECHAT_APP_SECRET: 'application-secret-value',
  WECHAT_REVIEW_TEMPLATE_ID: 'template',
  WECHAT_PAY_BASE_URL: 'https://api.mch.weixin.qq.com',
  WECHAT_PAY_MCHID: '1600000000',
  WECHAT_PAY_MERCHANT_SERIAL: '5F2A000000000000',
  WECHAT_PAY_MERCHANT_KEY_FILE: pemFile,
  WECHAT_PAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_0116000000002026',
  WECHAT_PAY_PUBLIC_KEY_FILE: pemFile,
  WECHAT_PAY_API_V3_KEY: 'a'.repeat(32),
  WECHAT_PAY_NOTIFY_URL: 'https://acceptance.example.cn/api/callbacks/wechat-pay',
  TENCENT_CLOUD_SMS_URL: 'https://sms.tencentcloudapi.com',
  TENCENT_CLOUD_FACEID_URL: 'https://faceid.tencentcloudapi.com',
  TENCENT_CLOUD_SECRET_ID: 'AKID0000',
  TENCENT_CLOUD_SECRET_KEY: 'cloud-secret-value',
  SMS_SDK_APP_ID: '1400000000',
  SMS_SIGN_NAME: '示例认证',
  SMS_TEMPLATE_SIGN_IN_CODE: '1',
  SMS_TEMPLATE_REVIEW_APPROVED: '2',
  SMS_TEMPLATE_REVIEW_RETURNED: '3',
  SMS_TEMPLATE_REVIEW_REJECTED: '4',
  SMS_TEMPLATE_PAYMENT_RECEIVED: '5',
  SMS_TEMPLATE_PAYMENT_RETURNED: '5b',
  SMS_TEMPLATE_PASSWORD_CHANGED: '6',
  SMS_TEMPLATE_PHONE_CHANGE_REQUESTED: '7',
  SMS_TEMPLATE_PHONE_CHANGED: '8',
  SMS_TEMPLATE_PHONE_CHANGE_RESULT: '11',
  SMS_TEMPLATE_DELETION_SCHEDULED: '9',
  SMS_TEMPLATE_AUDIT_ANCHOR: '10',
  SMTP_URL: 'smtps://smtp.example.cn:465',
  SMTP_USER: 'acceptance@example.cn',
  SMTP_PASSWORD: 'mail-secret-value',
  MAIL_FROM: 'acceptance@example.cn',
};

/** The error that loading throws. */
function refusalOf(environment: Record<string, string | undefined>): ConfigError {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) {
      return error;
    }
  }
  throw new Error('the configuration was expected to be refused');
}
const problemsOf = (change: Record<string, string | undefined>) => refusalOf({ ...COMPLETE, ...change }).problems;

describe('a complete configuration', () => {
  it('is read with its defaults and files', () => {
    const config = loadConfig(COMPLETE);
    expect(config).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, LOG_LEVEL: 'info', TRUST_PROXY: false });
    expect(config.pem.CONTRACT_SIGNER_KEY_FILE).toContain('BEGIN PRIVATE KEY');
  });

  it('turns numbers and flags into what they mean', () => {
    expect(loadConfig({ ...COMPLETE, PORT: '8080', TRUST_PROXY: 'true' })).toMatchObject({
      PORT: 8080,
      TRUST_PROXY: true,
    });
  });
});

describe('a configuration with problems', () => {
  it('names those of the schema, of files and of production together', () => {
    const problems = problemsOf({
      SMS_SIGN_NAME: undefined,
      CONTRACT_SIGNER_KEY_FILE: otherFile,
      WECHAT_APPID: 'wxdemo0000',
    });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'SMS_SIGN_NAME',
      'CONTRACT_SIGNER_KEY_FILE',
      'WECHAT_APPID',
    ]);
  });

  it('names all of them at once', () => {
    const problems = problemsOf({
      MONGODB_URI: undefined,
      PORT: 'http',
      WECHAT_PAY_API_V3_KEY: 'short',
      SMS_SIGN_NAME: '',
    });
    expect(problems.toSorted()).toEqual([
      'MONGODB_URI: missing',
      'PORT: must be a whole number',
      'SMS_SIGN_NAME: missing',
      'WECHAT_PAY_API_V3_KEY: must be 32 characters',
    ]);
  });

  it('names every required setting when there is none', () => {
    const { problems } = refusalOf({});
    const required = Object.keys(COMPLETE).filter((name) => name !== 'NODE_ENV');
    expect(problems.toSorted()).toEqual(required.map((name) => `${name}: missing`).toSorted());
  });

  it('names every file that cannot be read or is not PEM', () => {
    expect(
      problemsOf({ CONTRACT_SIGNER_KEY_FILE: join(folder, 'nowhere.pem'), WECHAT_PAY_PUBLIC_KEY_FILE: otherFile }),
    ).toEqual(['CONTRACT_SIGNER_KEY_FILE: the file cannot be read', 'WECHAT_PAY_PUBLIC_KEY_FILE: the file is not PEM']);
  });

  it('never shows a value, which may be a secret', () => {
    const secret = 'hunter2-do-not-print';
    for (const name of Object.keys(COMPLETE)) {
      let shown = '';
      try {
        loadConfig({ ...COMPLETE, [name]: secret });
      } catch (error) {
        shown = String((error as Error).message);
      }
      expect(shown).not.toContain(secret);
    }
  });

  it.each([
    ['FIELD_ENCRYPTION_KEY', Buffer.alloc(16).toString('base64'), 'must be 32 bytes in base64'],
    ['AUTHORITY_SEAL_CODE', '123', 'must be 13 digits'],
    ['WECHAT_PAY_NOTIFY_URL', 'https://example.cn/callback?x=1', 'must have no query string'],
    ['TRUST_PROXY', 'yes', 'must be true or false'],
    ['LOG_LEVEL', 'loud', 'has a value that is not allowed'],
    ['WECHAT_BASE_URL', 'api.weixin.qq.com', 'not a URL'],
    ['SMTP_URL', 'smtp://user:secret@host', 'must be smtp://host:port or smtps://host:port, without user and path'],
    ['AUDIT_ANCHOR_PHONES', '13800000000;13900000000', 'must be mobile numbers with commas between them'],
  ])('says what %s must be', (name, value, problem) => {
    expect(problemsOf({ [name]: value })).toContain(`${name}: ${problem}`);
  });
});

describe('a start in production', () => {
  it.each([
    ['WECHAT_BASE_URL', 'http://127.0.0.1:4001'],
    ['WECHAT_PAY_BASE_URL', 'https://api.mch.weixin.qq.com.example.cn'],
    ['TENCENT_CLOUD_SMS_URL', 'http://sms.tencentcloudapi.com'],
    ['TENCENT_CLOUD_FACEID_URL', 'https://localhost'],
    ['WECHAT_APP_SECRET', 'demo-secret'],
    ['WECHAT_PAY_MCHID', '1900000109'],
    ['FIELD_ENCRYPTION_KEY_ID', 'demo-1'],
    ['ACCESS_TOKEN_KEY_ID', 'demo-1'],
    ['TENCENT_CLOUD_SECRET_KEY', 'a-DEMO-key'],
    ['WECHAT_PAY_NOTIFY_URL', 'http://acceptance.example.cn/api/callbacks/wechat-pay'],
    ['WECHAT_PAY_NOTIFY_URL', 'https://127.0.0.1/api/callbacks/wechat-pay'],
    ['MONGODB_URI', 'mongodb://localhost:27017/acceptance'],
    ['TRIAL_MODE', 'true'],
    ['SMTP_URL', 'smtp://127.0.0.1:8104'],
    ['SMTP_USER', 'acceptance@demo.example'],
    ['STAFF_SECOND_FACTOR', 'optional'],
  ])('refuses %s=%s', (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name}: `))]);
  });

  it('refuses all of it at once, and outside production none of it', () => {
    const demo = { WECHAT_BASE_URL: 'http://127.0.0.1:4001', TRIAL_MODE: 'true', WECHAT_APPID: 'wxdemo' };
    expect(problemsOf(demo)).toHaveLength(3);
    expect(loadConfig({ ...COMPLETE, ...demo, NODE_ENV: 'development' }).TRIAL_MODE).toBe(true);
  });
});

describe('the key before the present access token key', () => {
  const previous = { ACCESS_TOKEN_PREVIOUS_KEY: KEY, ACCESS_TOKEN_PREVIOUS_KEY_ID: 'k2025' };

  it('is none unless it is given', () => {
    expect(loadConfig(COMPLETE)).toMatchObject({ ACCESS_TOKEN_PREVIOUS_KEY: '', ACCESS_TOKEN_PREVIOUS_KEY_ID: '' });
  });

  it('is read with its id', () => {
    expect(loadConfig({ ...COMPLETE, ...previous })).toMatchObject(previous);
  });

  it.each([
    ['has no id', { ACCESS_TOKEN_PREVIOUS_KEY_ID: undefined }, 'beside it'],
    ['is missing beside its id', { ACCESS_TOKEN_PREVIOUS_KEY: undefined }, 'beside it'],
    ['is too short', { ACCESS_TOKEN_PREVIOUS_KEY: 'c2hvcnQ=' }, 'must be 32 bytes'],
    ['has the id of the present one', { ACCESS_TOKEN_PREVIOUS_KEY_ID: COMPLETE.ACCESS_TOKEN_KEY_ID }, 'present key'],
    ['is of the demo', { ACCESS_TOKEN_PREVIOUS_KEY_ID: 'demo-1' }, 'demo credential'],
  ])('is refused when it %s', (_title, change, problem) => {
    expect(problemsOf({ ...previous, ...change })).toEqual([expect.stringContaining(problem)]);
  });
});
