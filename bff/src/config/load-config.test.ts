import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTrialCertificateAuthority } from '../../../scripts/trial-ca';
import { keyRingsOf } from './key-rings';
import { ConfigError, loadConfig as loadConfigAt } from './load-config';
import { PARCEL_TRACKER_SETTINGS } from './testing/parcel-tracker-settings';
import { AUTHORITY, createSigningFilesMaker, NOW, pemOf } from './testing/signing-files';
import { SMS_TEMPLATE_SETTINGS } from './testing/sms-template-settings';

const folder = mkdtempSync(join(tmpdir(), 'load-config-'));
const chainFile = join(folder, 'chain.pem');
const keyFile = join(folder, 'key.pem');
const sealMakerFile = join(folder, 'seal-maker.pem');
const merchantKeyFile = join(folder, 'merchant-key.pem');
const publicKeyFile = join(folder, 'public-key.pem');
const otherFile = join(folder, 'no.pem');
const trialChainFile = join(folder, 'trial-chain.pem');
const trialKeyFile = join(folder, 'trial-key.pem');
const issuingChainFile = join(folder, 'issuing-chain.pem');
beforeAll(async () => {
  const [maker, trial] = await Promise.all([
    createSigningFilesMaker(),
    createTrialCertificateAuthority({ organization: AUTHORITY, now: NOW }),
  ]);
  const issuer = maker.issuer();
  writeFileSync(chainFile, pemOf(maker.signer({}, issuer), issuer, maker.root));
  writeFileSync(keyFile, maker.signerKeyPem);
  writeFileSync(sealMakerFile, pemOf(maker.signer({}, issuer)));
  writeFileSync(merchantKeyFile, maker.otherKeyPem);
  writeFileSync(publicKeyFile, '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n');
  writeFileSync(otherFile, 'nothing of the kind');
  writeFileSync(trialChainFile, trial.signerChainPem);
  writeFileSync(trialKeyFile, trial.signerKeyPem);
  writeFileSync(issuingChainFile, pemOf(issuer, maker.root));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const loadConfig = (environment: Record<string, string | undefined>) => loadConfigAt(environment, NOW);
/** Looks random and is the same in every run. */
const keyOf = (seed: string): string => createHash('sha256').update(seed).digest('base64');

/** A complete configuration as production would have it. */
const COMPLETE: Readonly<Record<string, string>> = {
  NODE_ENV: 'production',
  MONGODB_URI: 'mongodb://database.internal/acceptance',
  FIELD_ENCRYPTION_KEY: keyOf('fields'),
  FIELD_ENCRYPTION_KEY_ID: 'k2026',
  LOOKUP_HASH_KEY: keyOf('hashes'),
  ACCESS_TOKEN_KEY: keyOf('tokens'),
  ACCESS_TOKEN_KEY_ID: 'k2026',
  AUDIT_KEYS: `a1:${keyOf('audit')}`,
  AUDIT_ANCHOR_FILE: '/var/lib/anchor/audit-anchors',
  AUTHORITY_NAME: AUTHORITY,
  AUTHORITY_SEAL_TEXT: '合同专用章',
  AUTHORITY_SEAL_CODE: '1101990000001',
  AUTHORITY_PHONE: '400-000-0000',
  PICK_UP_PLACE: '示例路 1 号',
  PICK_UP_HOURS: '工作日 9:00–17:00',
  AUTHORITY_ADDRESS: '示例路 1 号',
  AUTHORITY_WEBSITE: 'www.example.cn',
  AUTHORITY_COURT: '示例区人民法院',
  AUTHORITY_CREDIT_CODE: '91110000MA0000000B',
  AUTHORITY_LICENCE_NUMBER: 'ECP11010200001',
  AUTHORITY_LEGAL_REPRESENTATIVE: '李明',
  CONTRACT_SIGNER_CHAIN_FILE: chainFile,
  CONTRACT_SIGNER_KEY_FILE: keyFile,
  SEAL_MAKER_CHAIN_FILE: sealMakerFile,
  SEAL_MAKER_KEY_FILE: keyFile,
  SEAL_REGION_CODE: '110101',
  CERTIFICATE_AUTHORITY: 'local-ca',
  LOCAL_CA_MONGODB_URI: 'mongodb://database.internal/ca',
  LOCAL_CA_STATUS_URL: 'http://acceptance.example.cn/api',
  LOCAL_CA_POLICY_ARC: '1.2.156.999999.1',
  LOCAL_CA_CPS_URL: 'http://www.example.cn/cps',
  LOCAL_CA_CHAIN_FILE: issuingChainFile,
  LOCAL_CA_KEY: keyFile,
  LOCAL_CA_OCSP_CERTIFICATE_FILE: chainFile,
  LOCAL_CA_OCSP_KEY: keyFile,
  WECHAT_BASE_URL: 'https://api.weixin.qq.com',
  WECHAT_APPID: 'wx0000000000000000',
  WECHAT_APP_SECRET: 'application-secret-value',
  WECHAT_REVIEW_TEMPLATE_ID: 'template',
  WECHAT_ENDING_TEMPLATE_ID: 'template',
  WECHAT_PAY_BASE_URL: 'https://api.mch.weixin.qq.com',
  WECHAT_PAY_MCHID: '1600000000',
  WECHAT_PAY_MERCHANT_SERIAL: '5F2A000000000000',
  WECHAT_PAY_MERCHANT_KEY_FILE: merchantKeyFile,
  WECHAT_PAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_0116000000002026',
  WECHAT_PAY_PUBLIC_KEY_FILE: publicKeyFile,
  WECHAT_PAY_API_V3_KEY: 'k7Qz2mVb9XwT4cRj8LsN6hYd3FgP5uEa',
  WECHAT_PAY_NOTIFY_URL: 'https://acceptance.example.cn/api/callbacks/wechat-pay',
  TENCENT_CLOUD_SMS_URL: 'https://sms.tencentcloudapi.com',
  TENCENT_CLOUD_FACEID_URL: 'https://faceid.tencentcloudapi.com',
  TENCENT_CLOUD_OCR_URL: 'https://ocr.tencentcloudapi.com',
  TENCENT_CLOUD_SECRET_ID: 'AKID0000',
  TENCENT_CLOUD_SECRET_KEY: 'cloud-secret-value',
  SMS_SDK_APP_ID: '1400000000',
  SMS_SIGN_NAME: '示例认证',
  ...SMS_TEMPLATE_SETTINGS,
  ...PARCEL_TRACKER_SETTINGS,
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
    expect(config).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, METRICS_PORT: 0, LOG_LEVEL: 'info' });
    expect(config).toMatchObject({ TRUSTED_PROXIES: 0, KEEP_ALIVE_SECONDS: 75, TRIAL_MODE: false });
    expect(config.pem.CONTRACT_SIGNER_KEY_FILE).toContain('BEGIN PRIVATE KEY');
  });

  it('may have rings of keys, the newest first', () => {
    const rings = {
      FIELD_ENCRYPTION_KEY: `k2027:${keyOf('new fields')},k2026:${keyOf('fields')}`,
      FIELD_ENCRYPTION_KEY_ID: undefined,
      LOOKUP_HASH_KEY: `h2027:${keyOf('new hashes')},v1:${keyOf('hashes')}`,
    };
    const { encryptionKeys, hashKeys } = keyRingsOf(loadConfig({ ...COMPLETE, ...rings }));
    expect(encryptionKeys.map(({ id }) => id)).toEqual(['k2027', 'k2026']);
    expect(hashKeys.map(({ id, key }) => `${id} ${key.toString('base64')}`)).toEqual([
      `h2027 ${keyOf('new hashes')}`,
      `v1 ${keyOf('hashes')}`,
    ]);
  });

  it('has, with bare keys, rings of one: the hash key is the one whose hashes are stored bare', () => {
    const { encryptionKeys, hashKeys } = keyRingsOf(loadConfig(COMPLETE));
    expect(encryptionKeys).toEqual([{ id: 'k2026', key: Buffer.from(keyOf('fields'), 'base64') }]);
    expect(hashKeys).toEqual([{ id: 'v1', key: Buffer.from(keyOf('hashes'), 'base64') }]);
  });

  it('turns numbers and flags into what they mean', () => {
    expect(
      loadConfig({
        ...COMPLETE,
        NODE_ENV: 'test',
        PORT: '8080',
        TRUSTED_PROXIES: '2',
        KEEP_ALIVE_SECONDS: '120',
        TRIAL_MODE: 'true',
      }),
    ).toMatchObject({
      PORT: 8080,
      TRUSTED_PROXIES: 2,
      KEEP_ALIVE_SECONDS: 120,
      TRIAL_MODE: true,
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

  it('names a list of compromised keys that is none', () => {
    const [problem] = problemsOf({ COMPROMISED_KEYS_FILE: otherFile });
    expect(problem).toMatch(/^COMPROMISED_KEYS_FILE: line \d+ is not/);
  });

  it('names office hours and a calendar that are none', () => {
    expect(problemsOf({ OFFICE_HOURS: '9-17', QUIET_HOURS: 'night', WORKING_CALENDAR_FILE: otherFile })).toEqual([
      'OFFICE_HOURS: must be like 09:00-12:00,13:30-17:30, an hour at least',
      'QUIET_HOURS: must be like 22:00-08:00',
      'WORKING_CALENDAR_FILE: the file is not JSON',
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

  it('asks for what the chosen authority needs, and in production for one of your own', () => {
    expect(problemsOf({ CERTIFICATE_AUTHORITY: undefined })).toEqual(['CERTIFICATE_AUTHORITY: missing']);
    expect(problemsOf({ LOCAL_CA_KEY: undefined })).toEqual(['LOCAL_CA_KEY: missing beside LOCAL_CA_CHAIN_FILE']);
    expect(problemsOf({ LOCAL_CA_POLICY_ARC: '2.999.1' })).toEqual([expect.stringContaining('for examples')]);
    const ejbca = problemsOf({ CERTIFICATE_AUTHORITY: 'ejbca' });
    expect(ejbca).toContain('EJBCA_CLIENT_KEY_FILE: missing; CERTIFICATE_AUTHORITY=ejbca needs it');
    expect(ejbca.filter((problem) => !problem.startsWith('EJBCA_'))).toEqual([]);
  });

  it('lets /metrics have a port of its own, never the public one', () => {
    expect(loadConfig({ ...COMPLETE, METRICS_PORT: '9464' })).toMatchObject({
      METRICS_PORT: 9464,
      METRICS_HOST: '127.0.0.1',
    });
    expect(problemsOf({ METRICS_PORT: '3000' })).toEqual(['METRICS_PORT: must be another one than PORT']);
    expect(problemsOf({ METRICS_PORT: '08080', PORT: '8080' })).toHaveLength(1);
    for (const port of ['65536', '-1', 'x', '1e3']) {
      expect(problemsOf({ METRICS_PORT: port })).toEqual(['METRICS_PORT: must be a whole number up to 65535']);
    }
  });

  it('names every required setting when there is none', () => {
    const problems = refusalOf({}).problems.map((problem) => problem.replace(/, and so are .*/, ''));
    // What an authority needs is said once it is chosen.
    const required = Object.keys(COMPLETE).filter(
      (name) => !['NODE_ENV', 'AUDIT_ANCHOR_FILE'].includes(name) && !name.startsWith('LOCAL_CA_'),
    );
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
    ['AUDIT_KEYS', `a1:${keyOf('x')},a1:${keyOf('y')}`, 'key 2: has the id of key 1'],
    ['AUDIT_AUTHENTICATED_FROM', '0', 'must be a whole number from 1'],
    ['FIELD_ENCRYPTION_KEY', `k1:${keyOf('a')},k2:short`, 'key 2: must be 32 bytes in base64'],
    ['LOOKUP_HASH_KEY', `h2:${keyOf('a')},h2:${keyOf('b')}`, 'key 2: has the id of key 1'],
    ['FIELD_ENCRYPTION_KEY_ID', undefined, 'missing'],
    ['AUTHORITY_SEAL_CODE', '123', 'must be 13 digits'],
    ['AUTHORITY_CREDIT_CODE', '91110000MA000000O1', 'must be 18 digits and capitals, without I, O, S, V and Z'],
    ['WECHAT_PAY_NOTIFY_URL', 'https://example.cn/callback?x=1', 'must have no query string'],
    ['TRUSTED_PROXIES', 'true', 'must be a whole number'],
    ['KEEP_ALIVE_SECONDS', '0', 'must be a whole number from 1 to 9999'],
    ['TRIAL_MODE', 'yes', 'must be true or false'],
    ['LOG_LEVEL', 'loud', 'has a value that is not allowed'],
    ['WECHAT_BASE_URL', 'api.weixin.qq.com', 'not a URL'],
    ['SMTP_URL', 'smtp://user:secret@host', 'must be smtp://host:port or smtps://host:port, without user and path'],
    [
      'WEB_ORIGINS',
      'https://acceptance.example.cn/',
      'must be origins as browsers write them (https://desk.example.cn) with commas between them',
    ],
    ['AUDIT_ANCHOR_PHONES', '13800000000;13900000000', 'must be mobile numbers with commas between them'],
  ])('says what %s must be', (name, value, problem) => {
    expect(problemsOf({ [name]: value })).toContain(`${name}: ${problem}`);
  });
});

it('takes no id beside a ring, which names its keys itself', () => {
  const problems = problemsOf({ FIELD_ENCRYPTION_KEY: `k2027:${keyOf('new')},k2026:${keyOf('fields')}` });
  expect(problems).toEqual([expect.stringMatching(/^FIELD_ENCRYPTION_KEY_ID: goes with a bare/)]);
});

describe('a start in production', () => {
  it.each([
    ['WECHAT_BASE_URL', 'http://127.0.0.1:4001'],
    ['WECHAT_PAY_BASE_URL', 'https://api.mch.weixin.qq.com.example.cn'],
    ['TENCENT_CLOUD_SMS_URL', 'http://sms.tencentcloudapi.com'],
    ['TENCENT_CLOUD_FACEID_URL', 'https://localhost'],
    ['TENCENT_CLOUD_OCR_URL', 'https://faceid.tencentcloudapi.com'],
    ['WECHAT_APP_SECRET', 'demo-secret'],
    ['WECHAT_PAY_MCHID', '1900000109'],
    ['FIELD_ENCRYPTION_KEY_ID', 'demo-1'],
    ['ACCESS_TOKEN_KEY_ID', 'demo-1'],
    ['TENCENT_CLOUD_SECRET_KEY', 'a-DEMO-key'],
    ['WECHAT_PAY_NOTIFY_URL', 'http://acceptance.example.cn/api/callbacks/wechat-pay'],
    ['WECHAT_PAY_NOTIFY_URL', 'https://127.0.0.1/api/callbacks/wechat-pay'],
    ['WECHAT_PAY_NOTIFY_URL', 'https://192.168.0.7/api/callbacks/wechat-pay'],
    ['WECHAT_PAY_NOTIFY_URL', 'https://acceptance.example.cn/callbacks/wechat-pay'],
    ['WECHAT_PAY_NOTIFY_URL', 'https://acceptance.example.cn/api/callbacks/wechat-pay/'],
    ['WECHAT_PAY_NOTIFY_URL', 'https://acceptance.example.cn/api/callbacks/wechat-pay#a'],
    ['WEB_ORIGINS', 'https://acceptance.example.cn,http://localhost:10086'],
    ['AUDIT_ANCHOR_FILE', undefined],
    ['AUDIT_ANCHOR_FILE', ' '],
    ['FIELD_ENCRYPTION_KEY', Buffer.alloc(32).toString('base64')],
    ['AUDIT_KEYS', `demo-1:${keyOf('audit')}`],
    ['AUDIT_KEYS', `a1:${Buffer.alloc(32).toString('base64')}`],
    ['AUDIT_KEYS', `a1:${keyOf('hashes')}`],
    ['LOOKUP_HASH_KEY', `h2026:${keyOf('new hashes')},v1:${Buffer.alloc(32).toString('base64')}`],
    ['LOOKUP_HASH_KEY', `h2026:${keyOf('new hashes')},v1:${keyOf('fields')}`],
    ['LOOKUP_HASH_KEY', `h2026:${keyOf('new hashes')},demo-1:${keyOf('hashes')}`],
    ['LOOKUP_HASH_KEY', `h2026:${keyOf('twice')},v1:${keyOf('twice')}`],
    ['SMTP_PASSWORD', COMPLETE.TENCENT_CLOUD_SECRET_KEY],
    ['TRIAL_MODE', 'true'],
    ['SMTP_URL', 'smtp://127.0.0.1:8104'],
    ['SMTP_USER', 'acceptance@demo.example'],
    ['STAFF_SECOND_FACTOR', 'optional'],
  ])('refuses %s=%s', (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name}: `))]);
  });

  it('is content with either anchor of the audit log', () => {
    const byPhone = { AUDIT_ANCHOR_FILE: undefined, AUDIT_ANCHOR_PHONES: '13800000000' };
    expect(loadConfig({ ...COMPLETE, ...byPhone }).AUDIT_ANCHOR_PHONES).toBe('13800000000');
  });

  it('refuses the trial CA, which a development start takes', () => {
    const trial = { CONTRACT_SIGNER_CHAIN_FILE: trialChainFile, CONTRACT_SIGNER_KEY_FILE: trialKeyFile };
    expect(problemsOf(trial)).toEqual([expect.stringMatching(/^CONTRACT_SIGNER_CHAIN_FILE: .*trial CA/)]);
    expect(loadConfig({ ...COMPLETE, ...trial, NODE_ENV: 'development' }).NODE_ENV).toBe('development');
  });

  it('refuses a certificate that has expired or is of another company', () => {
    expect(() => loadConfigAt(COMPLETE, new Date('2030-01-01'))).toThrow('has expired');
    expect(problemsOf({ AUTHORITY_NAME: '别的公司' })).toEqual([expect.stringContaining('AUTHORITY_NAME')]);
  });

  it('refuses all of it at once, and outside production none of it', () => {
    const demo = { WECHAT_BASE_URL: 'http://127.0.0.1:4001', TRIAL_MODE: 'true', WECHAT_APPID: 'wxdemo' };
    expect(problemsOf(demo)).toHaveLength(3);
    expect(loadConfig({ ...COMPLETE, ...demo, NODE_ENV: 'development' }).TRIAL_MODE).toBe(true);
  });
});

describe('a start in whichever mode', () => {
  it.each(['development', 'test', 'production'])('refuses another key than that of the certificate: %s', (mode) => {
    const change = { NODE_ENV: mode, CONTRACT_SIGNER_KEY_FILE: trialKeyFile };
    expect(problemsOf(change)).toEqual([expect.stringMatching(/^CONTRACT_SIGNER_KEY_FILE: does not belong/)]);
    expect(problemsOf({ ...change, CONTRACT_SIGNER_KEY_FILE: publicKeyFile })).toHaveLength(1);
  });

  it('is refused without NODE_ENV where the settings are those of production', () => {
    expect(problemsOf({ NODE_ENV: undefined })).toEqual([expect.stringMatching(/^NODE_ENV: is not set/)]);
    expect(problemsOf({ NODE_ENV: '' })).toHaveLength(1);
    expect(loadConfig({ ...COMPLETE, NODE_ENV: 'development' }).NODE_ENV).toBe('development');
  });
});

describe('a setting of an earlier version', () => {
  it('is refused instead of ignored, with the one in its place', () => {
    expect(problemsOf({ TRUST_PROXY: 'true' })).toEqual([
      expect.stringMatching(/^TRUST_PROXY: .* set TRUSTED_PROXIES/),
    ]);
    expect(loadConfig({ ...COMPLETE, TRUST_PROXY: '' })).not.toHaveProperty('TRUST_PROXY');
  });
});

describe('the key before the present access token key', () => {
  const previous = { ACCESS_TOKEN_PREVIOUS_KEY: keyOf('tokens of last year'), ACCESS_TOKEN_PREVIOUS_KEY_ID: 'k2025' };

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
