import { unsetModeProblems } from './unset-mode-problems';

const DEMO = {
  WECHAT_BASE_URL: 'http://127.0.0.1:4001',
  WECHAT_PAY_NOTIFY_URL: 'http://127.0.0.1:3000/api/callbacks/wechat-pay',
};

describe('a start without NODE_ENV', () => {
  it.each([{}, DEMO, { ...DEMO, WECHAT_PAY_NOTIFY_URL: 'https://192.168.1.5/api/callbacks/wechat-pay' }])(
    'is one of development for %j',
    (given) => expect(unsetModeProblems(given)).toEqual([]),
  );

  it.each([
    ['WECHAT_BASE_URL', 'https://api.weixin.qq.com'],
    ['WECHAT_PAY_BASE_URL', 'https://API.mch.weixin.qq.com./v3'],
    ['TENCENT_CLOUD_SMS_URL', 'http://sms.tencentcloudapi.com'],
    ['TENCENT_CLOUD_FACEID_URL', 'https://faceid.tencentcloudapi.com:443'],
    ['TENCENT_CLOUD_OCR_URL', 'https://ocr.tencentcloudapi.com'],
    ['KUAIDI100_URL', 'https://poll.kuaidi100.com'],
    ['WECHAT_PAY_NOTIFY_URL', 'https://acceptance.example.cn/api/callbacks/wechat-pay'],
  ])('is refused when %s is %s', (name, value) => {
    const problems = unsetModeProblems({ ...DEMO, [name]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^NODE_ENV: is not set, but ${name} `))]);
  });
});
