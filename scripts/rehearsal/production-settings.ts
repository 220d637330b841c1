import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { VENDOR_HOSTS } from '../../bff/src/config/vendor-hosts';
import { demoEnvironment } from '../demo/demo-environment';
import { createDemoKeys } from '../demo/demo-keys';
import type { DemoCredentials } from '../stand-ins';
import {
  createTrialCertificateAuthority,
  createTrialIssuingAuthorities,
  createTrialSealMaker,
  ensureTrialTimestampAuthority,
} from '../trial-ca';
import { MAIL_HOST, SERVICE_HOST, SERVICE_ORIGIN, TIMESTAMP_HOST } from './places';
import { fillSettingsFile } from './settings-file';

const AUTHORITY_NAME = '启明数字证书认证演练有限公司';
const example = readFileSync(resolve(__dirname, '../../.env.example'), 'utf8');
export const newKey = (): string => randomBytes(32).toString('base64');

/** Certificates and keys of the authority's own, as its offline key ceremony would bring them. */
export async function makeAuthorities(folder: string) {
  const o = { organization: AUTHORITY_NAME, now: new Date(), kind: '演练' };
  const trialAuthority = await createTrialCertificateAuthority(o);
  return {
    trialAuthority,
    trialIssuing: await createTrialIssuingAuthorities(trialAuthority, o),
    trialSealMaker: await createTrialSealMaker(o),
    trialTimestamp: await ensureTrialTimestampAuthority(join(folder, 'timestamp'), o.now),
  };
}
export type Authorities = Awaited<ReturnType<typeof makeAuthorities>>;

interface Surroundings {
  readonly folder: string;
  readonly credentials: DemoCredentials;
  readonly authorities: Authorities;
  readonly mongodbUri: string;
  readonly caMongodbUri: string;
}

/** The text of acceptance.env: .env.example filled in, everything that production refuses replaced by what it wants. */
export function productionSettings({ folder, credentials, authorities, ...databases }: Surroundings): string {
  const addresses = {
    ...databases,
    wechatUrl: `https://${VENDOR_HOSTS.WECHAT_BASE_URL}`,
    wechatPayUrl: `https://${VENDOR_HOSTS.WECHAT_PAY_BASE_URL}`,
    tencentCloudUrl: `https://${VENDOR_HOSTS.TENCENT_CLOUD_SMS_URL}`,
    kuaidi100Url: `https://${VENDOR_HOSTS.KUAIDI100_URL}`,
    mailUrl: `smtps://${MAIL_HOST}:465`,
    ejbcaUrl: '',
    trustUrl: `http://${TIMESTAMP_HOST}`,
    bffOrigin: SERVICE_ORIGIN,
  };
  const secrets = { credentials, keys: createDemoKeys(), ...authorities };
  const { DEMO_STAFF_PASSWORD: _ofTheDemo, PORT: _ofTheUnit, ...demo } = demoEnvironment(folder, secrets, addresses);
  return fillSettingsFile(example, {
    ...demo,
    TRUSTED_PROXIES: '1',
    FIELD_ENCRYPTION_KEY: `e1:${newKey()}`,
    FIELD_ENCRYPTION_KEY_ID: '',
    LOOKUP_HASH_KEY: `h1:${newKey()}`,
    ACCESS_TOKEN_KEY: newKey(),
    ACCESS_TOKEN_KEY_ID: 't1',
    AUDIT_KEYS: `a1:${newKey()}`,
    AUDIT_ANCHOR_FILE: join(folder, 'anchors'),
    AUDIT_ANCHOR_PHONES: '',
    STAFF_SECOND_FACTOR: 'required',
    TRIAL_MODE: 'false',
    AUTHORITY_NAME,
    TRANSFER_ACCOUNT_NAME: AUTHORITY_NAME,
    TRANSFER_BANK_NAME: '示例银行示例市支行',
    SEAL_REGION_CODE: '110100',
    // Anybody's own by its UUID (ITU-T X.667).
    LOCAL_CA_POLICY_ARC: '2.25.329800735698586629295641978511506172918',
    LOCAL_CA_STATUS_URL: `http://${SERVICE_HOST}/api`,
    CONTRACT_STATUS_REWRITES: '',
    TENCENT_CLOUD_FACEID_URL: `https://${VENDOR_HOSTS.TENCENT_CLOUD_FACEID_URL}`,
    TENCENT_CLOUD_OCR_URL: `https://${VENDOR_HOSTS.TENCENT_CLOUD_OCR_URL}`,
    TENCENT_CLOUD_FACEID_RULE_ID: '',
    FACE_CHECK_RETURN_URL: '',
    KUAIDI100_SALT: randomBytes(16).toString('hex'),
  });
}
