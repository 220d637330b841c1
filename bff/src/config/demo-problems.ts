import type { Config } from './load-config';

const VENDOR_HOSTS: Partial<Record<keyof Config, string>> = {
  WECHAT_BASE_URL: 'api.weixin.qq.com',
  WECHAT_PAY_BASE_URL: 'api.mch.weixin.qq.com',
  TENCENT_CLOUD_SMS_URL: 'sms.tencentcloudapi.com',
  TENCENT_CLOUD_FACEID_URL: 'faceid.tencentcloudapi.com',
};

const DEMO_MARKED = [
  'FIELD_ENCRYPTION_KEY_ID',
  'ACCESS_TOKEN_KEY_ID',
  'WECHAT_APPID',
  'WECHAT_APP_SECRET',
  'WECHAT_PAY_MCHID',
  'WECHAT_PAY_MERCHANT_SERIAL',
  'WECHAT_PAY_PUBLIC_KEY_ID',
  'WECHAT_PAY_API_V3_KEY',
  'TENCENT_CLOUD_SECRET_ID',
  'TENCENT_CLOUD_SECRET_KEY',
] as const;

const isLoopback = (address: string): boolean => /^\w+:\/\/(127\.|localhost|\[::1\])/.test(address);

/** The merchant number in WeChat Pay's own documentation, which the demo uses. */
const DEMO_MERCHANT_ID = '1900000109';

/** What a production start must refuse: stand-ins' addresses, credentials made for the demo, the trial CA. */
export function demoProblems(config: Config): string[] {
  const problems: string[] = [];
  for (const [name, host] of Object.entries(VENDOR_HOSTS)) {
    const address = String(config[name as keyof Config]);
    if (new URL(address).protocol !== 'https:' || new URL(address).hostname !== host) {
      problems.push(`${name}: production needs https://${host}, not a stand-in`);
    }
  }
  for (const name of DEMO_MARKED) {
    if (/demo/i.test(config[name]) || config[name] === DEMO_MERCHANT_ID) {
      problems.push(`${name}: this is a demo credential; production needs your own`);
    }
  }
  if (isLoopback(config.WECHAT_PAY_NOTIFY_URL) || !config.WECHAT_PAY_NOTIFY_URL.startsWith('https://')) {
    problems.push('WECHAT_PAY_NOTIFY_URL: production needs a public https address');
  }
  if (isLoopback(config.MONGODB_URI)) {
    problems.push('MONGODB_URI: production needs a real MongoDB, not one on this machine');
  }
  if (config.TRIAL_MODE) {
    problems.push('TRIAL_MODE: contracts marked 测试样本 must not be signed in production');
  }
  return problems;
}
