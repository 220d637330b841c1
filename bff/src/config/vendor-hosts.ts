/** Where each vendor is to be reached in production. */
export const VENDOR_HOSTS = {
  WECHAT_BASE_URL: 'api.weixin.qq.com',
  WECHAT_PAY_BASE_URL: 'api.mch.weixin.qq.com',
  TENCENT_CLOUD_SMS_URL: 'sms.tencentcloudapi.com',
  TENCENT_CLOUD_FACEID_URL: 'faceid.tencentcloudapi.com',
  TENCENT_CLOUD_OCR_URL: 'ocr.tencentcloudapi.com',
  KUAIDI100_URL: 'poll.kuaidi100.com',
} as const;
