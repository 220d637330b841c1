import { API_BASE_PATH, endpoints, PARCEL_NOTICES_PATH } from '@acceptance/shared';
import type { GivenSettings } from './config-schema';
import { keyRingsOf, RING_SETTINGS } from './key-rings';
import { hostOfAddress, isPublicHost, isThisMachine } from './network-addresses';
import { VENDOR_HOSTS } from './vendor-hosts';

const DEMO_MARKED = [
  'FIELD_ENCRYPTION_KEY_ID',
  'ACCESS_TOKEN_KEY_ID',
  'ACCESS_TOKEN_PREVIOUS_KEY_ID',
  'WECHAT_APPID',
  'WECHAT_APP_SECRET',
  'WECHAT_PAY_MCHID',
  'WECHAT_PAY_MERCHANT_SERIAL',
  'WECHAT_PAY_PUBLIC_KEY_ID',
  'WECHAT_PAY_API_V3_KEY',
  'TENCENT_CLOUD_FACEID_RULE_ID',
  'TENCENT_CLOUD_SECRET_ID',
  'TENCENT_CLOUD_SECRET_KEY',
  'KUAIDI100_CUSTOMER',
  'KUAIDI100_KEY',
  'KUAIDI100_SALT',
  'SMTP_USER',
  'SMTP_PASSWORD',
] as const;

/** The merchant number in WeChat Pay's own documentation, which the demo uses. */
const DEMO_MERCHANT_ID = '1900000109';

/** Where create-app.ts listens for notices. */
const NOTIFY_PATHS = {
  WECHAT_PAY_NOTIFY_URL: `${API_BASE_PATH}${endpoints.callbacks.weChatPay.path}`,
  KUAIDI100_NOTIFY_URL: `${API_BASE_PATH}${PARCEL_NOTICES_PATH}`,
} as const;

const isAddressOf = (address: string, host: string): boolean =>
  URL.canParse(address) && new URL(address).protocol === 'https:' && new URL(address).hostname === host;

/** An address that WeChat Pay does not reach leaves paid orders unpaid; one that Kuaidi100 does not reach, parcels unseen. */
function notifyUrlProblems(name: keyof typeof NOTIFY_PATHS, notifyUrl: string | undefined): string[] {
  if (notifyUrl === undefined || !URL.canParse(notifyUrl)) {
    return [];
  }
  const { protocol, pathname, hash } = new URL(notifyUrl);
  const problems: string[] = [];
  if (protocol !== 'https:' || !isPublicHost(hostOfAddress(notifyUrl) ?? '')) {
    problems.push(`${name}: production needs a public https address`);
  }
  if (pathname !== NOTIFY_PATHS[name] || hash !== '') {
    problems.push(`${name}: its path must be ${NOTIFY_PATHS[name]}`);
  }
  return problems;
}

/** The ids of the demo's keys say so, wherever in a ring one stands. */
function demoKeyProblems(given: GivenSettings): string[] {
  const { encryptionKeys, hashKeys } = keyRingsOf(given);
  const isDemo = { FIELD_ENCRYPTION_KEY: encryptionKeys, LOOKUP_HASH_KEY: hashKeys };
  return RING_SETTINGS.filter(
    (name) => given[name]?.includes(':') && isDemo[name].some(({ id }) => id.includes('demo')),
  ).map((name) => `${name}: a key of the ring is the demo's; production needs your own`);
}

/** What a production start must refuse: stand-ins' addresses, credentials made for the demo, what only a trial may do without. */
export function demoProblems(given: GivenSettings): string[] {
  const problems: string[] = [];
  for (const [name, host] of Object.entries(VENDOR_HOSTS)) {
    const address = given[name as keyof GivenSettings];
    if (address !== undefined && !isAddressOf(address, host)) {
      problems.push(`${name}: production needs https://${host}, not a stand-in`);
    }
  }
  for (const name of DEMO_MARKED) {
    const value = given[name] ?? '';
    if (/demo/i.test(value) || value === DEMO_MERCHANT_ID) {
      problems.push(`${name}: this is a demo credential; production needs your own`);
    }
  }
  problems.push(...demoKeyProblems(given));
  for (const name of ['WECHAT_PAY_NOTIFY_URL', 'KUAIDI100_NOTIFY_URL'] as const) {
    problems.push(...notifyUrlProblems(name, given[name]));
  }
  if (given.WEB_ORIGINS?.includes('http://')) {
    problems.push('WEB_ORIGINS: production serves its pages by https, not on this machine');
  }
  if (isThisMachine(hostOfAddress(given.SMTP_URL ?? '') ?? '')) {
    problems.push('SMTP_URL: production needs a mail server, not the stand-in on this machine');
  }
  if (!given.AUDIT_ANCHOR_FILE?.trim() && !given.AUDIT_ANCHOR_PHONES) {
    problems.push('AUDIT_ANCHOR_FILE: production needs it or AUDIT_ANCHOR_PHONES; else nobody sees the log replaced');
  }
  if (given.STAFF_SECOND_FACTOR === 'optional') {
    problems.push('STAFF_SECOND_FACTOR: staff must have a second factor in production');
  }
  if (given.TRIAL_MODE === 'true') {
    problems.push('TRIAL_MODE: contracts marked 测试样本 must not be signed in production');
  }
  return problems;
}
