import { mkdirSync } from 'node:fs';
import { API_BASE_PATH, endpoints, PARCEL_NOTICES_PATH } from '@acceptance/shared';
import { DEMO_FACE_RULE_ID, type DemoCredentials, SUBSCRIPTION_TEMPLATE_IDS } from '../stand-ins';
import type {
  TrialCertificateAuthority,
  TrialIssuingAuthorities,
  TrialSealMaker,
  TrialTimestampAuthority,
} from '../trial-ca';
import { TRIAL_STATUS_URL } from '../trial-ca/status-addresses';
import { trialContractAuthority as authority } from '../trial-ca/trial-contract-authority';
import { type DemoAuthority, ejbcaSettings, localCaSettings } from './certificate-authority-settings';
import type { DemoKeys } from './demo-keys';
import { writeSecret } from './write-secret';

/** Who gets the demo's daily audit anchor. */
export const DEMO_ANCHOR_PHONE = '19999999999';

export interface DemoAddresses {
  readonly mongodbUri: string;
  /** The local authority's own database. */
  readonly caMongodbUri: string;
  readonly wechatUrl: string;
  readonly wechatPayUrl: string;
  readonly tencentCloudUrl: string;
  readonly mailUrl: string;
  readonly ejbcaUrl: string;
  readonly kuaidi100Url: string;
  readonly trustUrl: string;
  /** Where the BFF will listen, for payment notifications. */
  readonly bffOrigin: string;
  /** Where H5 is served, for the way back from a check by face; the BFF's own when absent. */
  readonly appOrigin?: string;
}

export interface DemoSecrets {
  readonly credentials: DemoCredentials;
  readonly keys: DemoKeys;
  readonly trialAuthority: TrialCertificateAuthority;
  readonly trialIssuing: TrialIssuingAuthorities;
  readonly trialSealMaker: TrialSealMaker;
  readonly trialTimestamp: TrialTimestampAuthority;
}

const authoritySettings = () => ({
  AUTHORITY_NAME: authority.name,
  AUTHORITY_SEAL_TEXT: authority.sealText,
  AUTHORITY_SEAL_CODE: authority.sealCode,
  AUTHORITY_PHONE: authority.phone,
  PICK_UP_PLACE: '示例市示例路 1 号政务服务大厅 3 楼 A12 窗口',
  PICK_UP_HOURS: '工作日 9:00–12:00，13:00–17:00',
  TRANSFER_BANK_NAME: '示例银行示例市支行（演示）',
  TRANSFER_ACCOUNT_NAME: authority.name,
  TRANSFER_ACCOUNT_NUMBER: '0000 1111 2222 3333',
  AUTHORITY_ADDRESS: authority.address,
  AUTHORITY_WEBSITE: authority.website,
  AUTHORITY_COURT: authority.court,
  AUTHORITY_CREDIT_CODE: authority.unifiedSocialCreditCode,
  AUTHORITY_LICENCE_NUMBER: authority.licenceNumber,
  AUTHORITY_LEGAL_REPRESENTATIVE: authority.legalRepresentative,
  TRIAL_MODE: 'true',
});

function payAndMessageSettings({ wechat, wechatPay, tencentCloud, mail, kuaidi100 }: DemoCredentials) {
  return {
    WECHAT_APPID: wechat.appId,
    WECHAT_APP_SECRET: wechat.appSecret,
    WECHAT_REVIEW_TEMPLATE_ID: SUBSCRIPTION_TEMPLATE_IDS.review,
    WECHAT_ENDING_TEMPLATE_ID: SUBSCRIPTION_TEMPLATE_IDS.ending,
    WECHAT_PAY_MCHID: wechatPay.merchantId,
    WECHAT_PAY_MERCHANT_SERIAL: wechatPay.merchantSerial,
    WECHAT_PAY_PUBLIC_KEY_ID: wechatPay.platformKeyId,
    WECHAT_PAY_API_V3_KEY: wechatPay.apiV3Key,
    TENCENT_CLOUD_SECRET_ID: tencentCloud.secretId,
    TENCENT_CLOUD_SECRET_KEY: tencentCloud.secretKey,
    TENCENT_CLOUD_REGION: tencentCloud.region,
    SMS_SDK_APP_ID: tencentCloud.smsSdkAppId,
    SMS_REPORTS: 'on',
    SMS_SIGN_NAME: tencentCloud.smsSignName,
    SMS_TEMPLATE_SIGN_IN_CODE: 'demo-sms-code',
    SMS_TEMPLATE_REVIEW_APPROVED: 'demo-review-approved',
    SMS_TEMPLATE_REVIEW_RETURNED: 'demo-review-returned',
    SMS_TEMPLATE_REVIEW_REJECTED: 'demo-review-rejected',
    SMS_TEMPLATE_PAYMENT_RECEIVED: 'demo-payment-received',
    SMS_TEMPLATE_IDENTITY_USED: 'demo-identity-used',
    SMS_TEMPLATE_PAYMENT_RETURNED: 'demo-payment-returned',
    SMS_TEMPLATE_SLIP_REFUSED: 'demo-slip-refused',
    SMS_TEMPLATE_REFUND_PROGRESS: 'demo-refund-progress',
    SMS_TEMPLATE_PASSWORD_CHANGED: 'demo-password-changed',
    SMS_TEMPLATE_PHONE_CHANGE_REQUESTED: 'demo-phone-change-requested',
    SMS_TEMPLATE_PHONE_CHANGED: 'demo-phone-changed',
    SMS_TEMPLATE_PHONE_CHANGE_RESULT: 'demo-phone-change-result',
    SMS_TEMPLATE_IDENTITY_CHECK_RESULT: 'demo-identity-check-result',
    SMS_TEMPLATE_CERTIFICATE_ISSUED: 'demo-certificate-issued',
    SMS_TEMPLATE_PARCEL_SENT: 'demo-parcel-sent',
    SMS_TEMPLATE_PICK_UP_WAITING: 'demo-pick-up-waiting',
    SMS_TEMPLATE_UKEY_UNLOCK: 'demo-ukey-unlock',
    SMS_TEMPLATE_ORDER_ENDING: 'demo-order-ending',
    SMS_TEMPLATE_CERTIFICATE_ENDING: 'demo-certificate-ending',
    SMS_TEMPLATE_DELETION_SCHEDULED: 'demo-deletion-scheduled',
    SMS_TEMPLATE_AUDIT_ANCHOR: 'demo-audit-anchor',
    KUAIDI100_CUSTOMER: kuaidi100.customer,
    KUAIDI100_KEY: kuaidi100.key,
    SMTP_USER: mail.user,
    SMTP_PASSWORD: mail.password,
    MAIL_FROM: mail.user,
  };
}

/** No region of GB/T 2260 begins with 9: nobody takes the demo's seals for carved ones. */
const sealMakerSettings = (folder: string, { chainPem, keyPem }: TrialSealMaker) => ({
  SEAL_MAKER_CHAIN_FILE: writeSecret(folder, 'seal-maker-chain.pem', chainPem),
  SEAL_MAKER_KEY_FILE: writeSecret(folder, 'seal-maker-key.pem', keyPem),
  SEAL_REGION_CODE: '990100',
});

/** Another one stands in for the addresses in the trial's certificates. */
const lastingSettings = (folder: string, { timestampRootPem }: TrialTimestampAuthority, trustUrl: string) => ({
  CONTRACT_TIMESTAMP_URLS: `${trustUrl}/tsa`,
  CONTRACT_TIMESTAMP_ANCHORS_FILE: writeSecret(folder, 'timestamp-root.pem', timestampRootPem),
  CONTRACT_STATUS_REWRITES: `${TRIAL_STATUS_URL}=${trustUrl}`,
});

export const faceReturnUrl = (origin: string): string =>
  `${origin}${API_BASE_PATH}${endpoints.faceChecks.showReturnPage.path}`;

/** The settings with which the BFF runs against the stand-ins; PEM files are written into `folder` (mode 0600). */
export function demoEnvironment(
  folder: string,
  secrets: DemoSecrets,
  addresses: DemoAddresses,
  certificateAuthority: DemoAuthority = 'local-ca',
): Record<string, string> {
  const { credentials, keys, trialAuthority, trialIssuing } = secrets;
  mkdirSync(folder, { recursive: true });
  return {
    ...keys,
    // So that a newcomer sees the desk without an authenticator at hand.
    STAFF_SECOND_FACTOR: 'optional',
    AUDIT_ANCHOR_PHONES: DEMO_ANCHOR_PHONE,
    ...authoritySettings(),
    ...payAndMessageSettings(credentials),
    HOST: '127.0.0.1',
    PORT: new URL(addresses.bffOrigin).port,
    MONGODB_URI: addresses.mongodbUri,
    CONTRACT_SIGNER_CHAIN_FILE: writeSecret(folder, 'contract-signer-chain.pem', trialAuthority.signerChainPem),
    CONTRACT_SIGNER_KEY_FILE: writeSecret(folder, 'contract-signer-key.pem', trialAuthority.signerKeyPem),
    ...(certificateAuthority === 'ejbca'
      ? ejbcaSettings(folder, credentials.ejbca, addresses.ejbcaUrl)
      : localCaSettings(folder, trialIssuing, addresses)),
    ...sealMakerSettings(folder, secrets.trialSealMaker),
    ...lastingSettings(folder, secrets.trialTimestamp, addresses.trustUrl),
    WECHAT_BASE_URL: addresses.wechatUrl,
    WECHAT_PAY_BASE_URL: addresses.wechatPayUrl,
    WECHAT_PAY_MERCHANT_KEY_FILE: writeSecret(
      folder,
      'wechat-pay-merchant-key.pem',
      credentials.wechatPay.merchantPrivateKey,
    ),
    WECHAT_PAY_PUBLIC_KEY_FILE: writeSecret(
      folder,
      'wechat-pay-public-key.pem',
      credentials.wechatPay.platformPublicKey,
    ),
    WECHAT_PAY_NOTIFY_URL: `${addresses.bffOrigin}${API_BASE_PATH}${endpoints.callbacks.weChatPay.path}`,
    TENCENT_CLOUD_SMS_URL: addresses.tencentCloudUrl,
    TENCENT_CLOUD_FACEID_URL: addresses.tencentCloudUrl,
    TENCENT_CLOUD_FACEID_RULE_ID: DEMO_FACE_RULE_ID,
    WEB_ORIGINS: addresses.appOrigin ?? addresses.bffOrigin,
    FACE_CHECK_RETURN_URL: faceReturnUrl(addresses.appOrigin ?? addresses.bffOrigin),
    TENCENT_CLOUD_OCR_URL: addresses.tencentCloudUrl,
    KUAIDI100_URL: addresses.kuaidi100Url,
    KUAIDI100_NOTIFY_URL: `${addresses.bffOrigin}${API_BASE_PATH}${PARCEL_NOTICES_PATH}`,
    SMTP_URL: addresses.mailUrl,
  };
}
