import type { Environment } from './config-schema';

/** Settings as given, before they are parsed; what is missing is another check's subject. */
type GivenSettings = Readonly<Partial<Record<keyof Environment, string>>>;

const VENDOR_HOSTS: Partial<Record<keyof Environment, string>> = {
  WECHAT_BASE_URL: 'api.weixin.qq.com',
  WECHAT_PAY_BASE_URL: 'api.mch.weixin.qq.com',
  TENCENT_CLOUD_SMS_URL: 'sms.tencentcloudapi.com',
  TENCENT_CLOUD_FACEID_URL: 'faceid.tencentcloudapi.com',
};

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
  'TENCENT_CLOUD_SECRET_ID',
  'TENCENT_CLOUD_SECRET_KEY',
  'SMTP_USER',
  'SMTP_PASSWORD',
] as const;

/** The merchant number in WeChat Pay's own documentation, which the demo uses. */
const DEMO_MERCHANT_ID = '1900000109';

const isLoopback = (address: string): boolean => /^\w+:\/\/(127\.|localhost|\[::1\])/.test(address);
const isAddressOf = (address: string, host: string): boolean =>
  URL.canParse(address) && new URL(address).protocol === 'https:' && new URL(address).hostname === host;

/** What a production start must refuse: stand-ins' addresses, credentials made for the demo, the trial CA. */
export function demoProblems(given: GivenSettings): string[] {
  const problems: string[] = [];
  for (const [name, host] of Object.entries(VENDOR_HOSTS)) {
    const address = given[name as keyof Environment];
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
  const notifyUrl = given.WECHAT_PAY_NOTIFY_URL;
  if (notifyUrl !== undefined && (isLoopback(notifyUrl) || !notifyUrl.startsWith('https://'))) {
    problems.push('WECHAT_PAY_NOTIFY_URL: production needs a public https address');
  }
  if (isLoopback(given.SMTP_URL ?? '')) {
    problems.push('SMTP_URL: production needs a mail server, not the stand-in on this machine');
  }
  if (isLoopback(given.MONGODB_URI ?? '')) {
    problems.push('MONGODB_URI: production needs a real MongoDB, not one on this machine');
  }
  if (given.STAFF_SECOND_FACTOR === 'optional') {
    problems.push('STAFF_SECOND_FACTOR: staff must have a second factor in production');
  }
  if (given.TRIAL_MODE === 'true') {
    problems.push('TRIAL_MODE: contracts marked 测试样本 must not be signed in production');
  }
  return problems;
}
