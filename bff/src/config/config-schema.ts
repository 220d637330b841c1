import { originSchema } from '@acceptance/shared';
import * as v from 'valibot';
import { readOfficeHours } from '../calendar/office-hours';
import { readQuietHours } from '../calendar/quiet-hours';
import { parseKeyRing } from '../keys/key-ring';
import { certificateAuthorityEntries } from './certificate-authority-entries';
import { contractLastingEntries } from './contract-lasting-entries';
import { contractSignerEntries } from './contract-signer-entries';
import { ringErrors } from './key-rings';
import { parcelTrackerEntries } from './parcel-tracker-entries';
import { sealMakerEntries } from './seal-maker-entries';

const text = (description: string) =>
  v.pipe(v.string('missing'), v.minLength(1, 'missing'), v.description(description));
const optionalText = (description: string) => v.pipe(v.optional(v.string(), ''), v.description(description));
const url = (description: string) => v.pipe(v.string('missing'), v.url('not a URL'), v.description(description));
const flag = (description: string) =>
  v.pipe(
    v.picklist(['true', 'false'], 'must be true or false'),
    v.transform((value) => value === 'true'),
    v.description(description),
  );
const wholeNumber = (description: string) =>
  v.pipe(v.string(), v.regex(/^\d+$/, 'must be a whole number'), v.transform(Number), v.description(description));
const keyOf32Bytes = (description: string) =>
  v.pipe(
    v.string('missing'),
    v.check((value) => Buffer.from(value, 'base64').length === 32, 'must be 32 bytes in base64'),
    v.description(description),
  );

/** A text of keys; `errorsOf` names what is wrong with it and quotes nothing. */
const keyRing = (errorsOf: (text: string) => readonly string[], description: string) =>
  v.pipe(
    v.string('missing'),
    v.rawCheck(({ dataset, addIssue }) => {
      for (const message of dataset.typed ? errorsOf(dataset.value) : []) {
        addIssue({ message });
      }
    }),
    v.description(description),
  );

/** Every setting, with the description that README and .env.example show. Nothing else reads the environment. */
export const configEntries = {
  NODE_ENV: v.pipe(
    v.optional(v.picklist(['development', 'test', 'production']), 'development'),
    v.description('production refuses stand-in addresses, demo credentials and the trial CA'),
  ),
  HOST: v.pipe(v.optional(v.string(), '127.0.0.1'), v.description('address the BFF listens on')),
  PORT: v.optional(wholeNumber('port the BFF listens on'), '3000'),
  LOG_LEVEL: v.pipe(
    v.optional(v.picklist(['fatal', 'error', 'warn', 'info', 'debug', 'silent']), 'info'),
    v.description('pino log level'),
  ),
  TRUSTED_PROXIES: v.optional(
    wholeNumber('how many reverse proxies of ours stand one behind the other and append to X-Forwarded-For'),
    '0',
  ),
  KEEP_ALIVE_SECONDS: v.pipe(
    v.optional(v.string(), '75'),
    v.regex(/^[1-9]\d{0,3}$/, 'must be a whole number from 1 to 9999'),
    v.transform(Number),
    v.description('how long an idle connection is kept; longer than the proxy keeps it (nginx: 60)'),
  ),
  METRICS_PORT: v.pipe(
    v.optional(v.string(), '0'),
    v.regex(/^\d{1,5}$/, 'must be a whole number up to 65535'),
    v.transform(Number),
    v.maxValue(65_535, 'must be a whole number up to 65535'),
    v.description('port of its own on which /metrics is answered, to whoever reaches it; 0: none'),
  ),
  METRICS_HOST: v.pipe(
    v.optional(v.string(), '127.0.0.1'),
    v.description('address that port listens on; where Prometheus runs elsewhere, one of the inner network'),
  ),
  MONGODB_URI: v.pipe(
    v.string('missing'),
    v.regex(/^mongodb(\+srv)?:\/\//, 'must start with mongodb:// or mongodb+srv://'),
    v.description('MongoDB ≥ 6, with the database name in the path'),
  ),

  FIELD_ENCRYPTION_KEY: keyRing(
    ringErrors,
    'AES-256-GCM keys of personal data and files, KEY_ID:base64,KEY_ID:base64, the newest first: it seals, all open; or one bare key',
  ),
  FIELD_ENCRYPTION_KEY_ID: v.pipe(
    v.optional(v.string(), ''),
    v.regex(/^[a-z0-9-]{0,16}$/, 'must be 1–16 of a–z, 0–9, -'),
    v.description('id of a bare key, written into every envelope; empty for a ring'),
  ),
  LOOKUP_HASH_KEY: keyRing(
    ringErrors,
    'HMAC-SHA-256 keys of look-up hashes and codes, like those before; a bare key has the id v1, which it keeps in a ring',
  ),
  ACCESS_TOKEN_KEY: keyOf32Bytes('HS256 key of access tokens, base64'),
  ACCESS_TOKEN_KEY_ID: v.pipe(
    v.string('missing'),
    v.regex(/^[a-z0-9-]{1,16}$/, 'must be 1–16 of a–z, 0–9, -'),
    v.description('kid of access tokens'),
  ),
  ACCESS_TOKEN_PREVIOUS_KEY: v.pipe(
    v.optional(v.string(), ''),
    v.check((value) => value === '' || Buffer.from(value, 'base64').length === 32, 'must be 32 bytes in base64'),
    v.description('the key before it, whose access tokens are good until they end (15 minutes); empty: none'),
  ),
  ACCESS_TOKEN_PREVIOUS_KEY_ID: v.pipe(
    v.optional(v.string(), ''),
    v.regex(/^[a-z0-9-]{0,16}$/, 'must be 1–16 of a–z, 0–9, -'),
    v.description('kid of the key before it'),
  ),
  AUDIT_KEYS: keyRing(
    (text) => parseKeyRing(text).errors,
    'HMAC-SHA-256 keys that authenticate the audit log, as ID:base64, newest first with a comma between; earlier ones stay for audit:verify',
  ),
  AUDIT_AUTHENTICATED_FROM: v.pipe(
    v.optional(v.string(), '1'),
    v.regex(/^[1-9]\d{0,14}$/, 'must be a whole number from 1'),
    v.transform(Number),
    v.description(
      'number of the first audit record that must be authenticated; above 1 only where there were records before AUDIT_KEYS',
    ),
  ),
  AUDIT_ANCHOR_FILE: v.pipe(
    v.optional(v.string(), ''),
    v.description(
      'file to which the end of the audit chain is appended daily, on a disk the database administrator cannot write; production needs it or phones; elsewhere empty: to the log only',
    ),
  ),

  AUDIT_ANCHOR_PHONES: v.pipe(
    v.optional(v.string(), ''),
    v.regex(/^(1[3-9]\d{9}(,1[3-9]\d{9})*)?$/, 'must be mobile numbers with commas between them'),
    v.description('mobile numbers of staff to whom the end of the audit chain is sent daily; empty: to nobody'),
  ),
  STAFF_SECOND_FACTOR: v.pipe(
    v.optional(v.picklist(['required', 'optional'], 'must be required or optional'), 'required'),
    v.description('required: staff can do nothing before they have enrolled an authenticator; production needs it'),
  ),

  WEB_ORIGINS: v.pipe(
    v.optional(v.string(), ''),
    v.check(
      (list) => list === '' || list.split(',').every((origin) => v.is(originSchema, origin)),
      'must be origins as browsers write them (https://desk.example.cn) with commas between them',
    ),
    v.description(
      'origins at which the H5 build is served, with commas between them: where certificates may sign in and desks unlock UKeys; empty: in the mini-program only',
    ),
  ),

  AUTHORITY_NAME: text('name of the certificate authority in the contract and the app'),
  AUTHORITY_SEAL_TEXT: text('text in the middle of the contract seal'),
  AUTHORITY_SEAL_CODE: v.pipe(
    v.string('missing'),
    v.regex(/^\d{13}$/, 'must be 13 digits'),
    v.description('13-digit code under the seal'),
  ),
  AUTHORITY_PHONE: text('service telephone shown to applicants'),
  AUTHORITY_ADDRESS: text('address in the contract'),
  PICK_UP_PLACE: text('where certificates are collected, in Chinese as applicants read it'),
  PICK_UP_HOURS: text('when certificates can be collected, in Chinese as applicants read it'),
  OFFICE_HOURS: v.pipe(
    v.optional(v.string(), '09:00-17:30'),
    v.check((hours) => readOfficeHours(hours) !== null, 'must be like 09:00-12:00,13:30-17:30, an hour at least'),
    v.description('when staff work on a working day, Beijing time, parts with commas between; promises count in it'),
  ),
  QUIET_HOURS: v.pipe(
    v.optional(v.string(), ''),
    v.check((hours) => hours === '' || readQuietHours(hours) !== null, 'must be like 22:00-08:00'),
    v.description(
      'when messages about applications wait, Beijing time; codes and receipts of payments do not; empty: never',
    ),
  ),
  WORKING_CALENDAR_FILE: optionalText(
    "JSON file of holidays and moved working days that come before those of the package chinese-days, such as that project's <year>.json; read at the start; empty: none",
  ),
  TRANSFER_BANK_NAME: optionalText(
    'bank and branch of the account that transfers go to; empty: no payment by transfer',
  ),
  TRANSFER_ACCOUNT_NAME: optionalText('name of that account'),
  TRANSFER_ACCOUNT_NUMBER: v.pipe(
    v.optional(v.string(), ''),
    v.regex(/^(\d[\d -]{6,38}\d)?$/, 'must be digits'),
    v.description('number of that account'),
  ),
  INVOICE_ITEM_NAME: v.pipe(
    v.optional(v.string(), '数字证书服务费'),
    v.maxLength(100, 'must have at most 100 characters'),
    v.description('what invoices are for, as it stands on them'),
  ),
  INVOICE_TAX_CODE: v.pipe(
    v.optional(v.string(), ''),
    v.regex(/^(\d{19})?$/, 'must be 19 digits'),
    v.description('税收分类编码 of that item; empty: finance fills the column in'),
  ),
  INVOICE_TAX_RATE: v.pipe(
    v.optional(v.string(), ''),
    v.regex(/^(0(\.\d{1,3})?)?$/, 'must be a fraction like 0.06'),
    v.description('VAT rate of that item, e.g. 0.06; empty: finance fills the column in'),
  ),
  AUTHORITY_WEBSITE: text('web site where changes of the contract are published'),
  AUTHORITY_COURT: text('court agreed in the contract'),
  AUTHORITY_CREDIT_CODE: v.pipe(
    v.string('missing'),
    v.regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/, 'must be 18 digits and capitals, without I, O, S, V and Z'),
    v.description('统一社会信用代码 of the authority, in the contract'),
  ),
  AUTHORITY_LICENCE_NUMBER: text('number of 《电子认证服务许可证》, in the contract'),
  AUTHORITY_LEGAL_REPRESENTATIVE: text('legal representative of the authority, in the contract'),
  TRIAL_MODE: v.optional(flag('true prints 测试样本 on every contract'), 'false'),
  ...contractSignerEntries,
  CONTRACT_PAST_SIGNING_CERTIFICATES_FILE: optionalText(
    'PEM file: certificates that contracts were signed with before, so that those are still found genuine; issuers beside them speak on revocation; empty: none',
  ),
  CONTRACT_TIMESTAMP_ANCHORS_FILE: optionalText(
    'PEM file: roots or certificates of the time stamping authorities whose stamps in contracts are believed; empty: stamps are told of and not believed',
  ),
  ...contractLastingEntries,

  ...certificateAuthorityEntries,
  ...sealMakerEntries,

  WECHAT_BASE_URL: url('WeChat server API, https://api.weixin.qq.com'),
  WECHAT_APPID: text('appid of the mini-program'),
  WECHAT_APP_SECRET: text('app secret of the mini-program'),
  WECHAT_MINIPROGRAM_STATE: v.pipe(
    v.optional(v.picklist(['developer', 'trial', 'formal']), 'formal'),
    v.description('version that a subscription message opens'),
  ),
  WECHAT_REVIEW_TEMPLATE_ID: text(
    'subscription template of the review result: character_string1, thing2, phrase3, thing4',
  ),
  WECHAT_ENDING_TEMPLATE_ID: text(
    "subscription template of a certificate's end: character_string1, thing2, date3, thing4",
  ),

  WECHAT_PAY_BASE_URL: url('WeChat Pay API v3, https://api.mch.weixin.qq.com'),
  WECHAT_PAY_MCHID: text('merchant number'),
  WECHAT_PAY_MERCHANT_SERIAL: text('serial number of the merchant API certificate'),
  WECHAT_PAY_MERCHANT_KEY_FILE: text('PEM file: private key of the merchant API certificate'),
  WECHAT_PAY_PUBLIC_KEY_ID: v.pipe(
    v.string('missing'),
    v.startsWith('PUB_KEY_ID_', 'must start with PUB_KEY_ID_'),
    v.description('id of the WeChat Pay public key (public-key mode)'),
  ),
  WECHAT_PAY_PUBLIC_KEY_FILE: text('PEM file: WeChat Pay public key'),
  WECHAT_PAY_PLATFORM_KEYS_FOLDER: v.pipe(
    v.optional(v.string(), ''),
    v.description(
      'folder with further keys of WeChat Pay (platform certificates, or public keys named <id>.pem), looked at again while running; empty: none',
    ),
  ),
  WECHAT_PAY_FALLBACK_URL: v.pipe(
    v.optional(v.string(), ''),
    v.regex(/^(https?:\/\/[^\s]+)?$/, 'not a URL'),
    v.description(
      'address for the one repetition when no answer came, https://api2.mch.weixin.qq.com; empty: the same address',
    ),
  ),
  WECHAT_PAY_API_V3_KEY: v.pipe(
    v.string('missing'),
    v.length(32, 'must be 32 characters'),
    v.description('APIv3 key that decrypts notifications'),
  ),
  WECHAT_PAY_NOTIFY_URL: v.pipe(
    v.string('missing'),
    v.url('not a URL'),
    v.regex(/^[^?]*$/, 'must have no query string'),
    v.description('public address of /api/callbacks/wechat-pay'),
  ),

  TENCENT_CLOUD_SMS_URL: url('https://sms.tencentcloudapi.com'),
  TENCENT_CLOUD_FACEID_URL: url('https://faceid.tencentcloudapi.com'),
  TENCENT_CLOUD_OCR_URL: url('https://ocr.tencentcloudapi.com'),
  TENCENT_CLOUD_FACEID_RULE_ID: v.pipe(
    v.optional(v.string(), ''),
    v.description('业务流程 of the faceid console (WeChat H5): offers a check by face beside the others; empty: none'),
  ),
  FACE_CHECK_RETURN_URL: v.pipe(
    v.optional(v.string(), ''),
    v.description('/api/identity/face-return on the host of the H5 build: where a check by face leads back to'),
  ),
  TENCENT_CLOUD_SECRET_ID: text('Tencent Cloud SecretId'),
  TENCENT_CLOUD_SECRET_KEY: text('Tencent Cloud SecretKey'),
  TENCENT_CLOUD_REGION: v.pipe(v.optional(v.string(), 'ap-guangzhou'), v.description('region of the APIs')),
  SMS_SDK_APP_ID: text('SmsSdkAppId'),
  SMS_REPORTS: v.pipe(
    v.optional(v.picklist(['on', 'off']), 'off'),
    v.description(
      'on: takes delivery reports (PullSmsSendStatus), which Tencent Cloud enables on request; off: a message stays “sent”',
    ),
  ),
  SMS_CODES_A_DAY: v.optional(
    wholeNumber('codes that the whole service sends in a day at most; staff have a task at 80 %'),
    '5000',
  ),
  SMS_SIGN_NAME: text('approved SMS signature'),
  SMS_TEMPLATE_SIGN_IN_CODE: text('template: code, minutes'),
  SMS_TEMPLATE_REVIEW_APPROVED: text('template: order number, what to do next'),
  SMS_TEMPLATE_REVIEW_RETURNED: text('template: order number, reason'),
  SMS_TEMPLATE_REVIEW_REJECTED: text('template: order number, reason'),
  SMS_TEMPLATE_PAYMENT_RECEIVED: text('template: order number'),
  SMS_TEMPLATE_PAYMENT_RETURNED: text('template: order number; money came for which nothing was due and goes back'),
  SMS_TEMPLATE_SLIP_REFUSED: text('template: order number; the slip of a bank transfer was not accepted'),
  SMS_TEMPLATE_REFUND_PROGRESS: text('template: order number, how the refund stands (at most 12 characters)'),
  SMS_TEMPLATE_IDENTITY_USED: text('template: no variables; to a number that a real-name check was made with'),
  SMS_TEMPLATE_PASSWORD_CHANGED: text('template: no variables; the password was changed'),
  SMS_TEMPLATE_PHONE_CHANGE_REQUESTED: text('template to the old number: last four digits of the new one'),
  SMS_TEMPLATE_PHONE_CHANGED: text('template to the old number: last four digits of the new one'),
  SMS_TEMPLATE_PHONE_CHANGE_RESULT: text('template to the new number: how the change of number ended'),
  SMS_TEMPLATE_IDENTITY_CHECK_RESULT: text('template: how the check of an identity by staff ended'),
  SMS_TEMPLATE_CERTIFICATE_ISSUED: text('template: order number, what to do next (at most 12 characters)'),
  SMS_TEMPLATE_PARCEL_SENT: text('template: order number, courier'),
  SMS_TEMPLATE_ORDER_ENDING: text('template: order number, day until which its applicant has to act'),
  SMS_TEMPLATE_CERTIFICATE_ENDING: text('template: order number, day on which the certificate ends'),
  SMS_TEMPLATE_PICK_UP_WAITING: text('template: order number; a certificate waits to be collected'),
  SMS_TEMPLATE_UKEY_UNLOCK: text('template: order number; the PIN of its UKey was reset at the desk'),
  SMS_TEMPLATE_DELETION_SCHEDULED: text('template: day on which the account will be deleted'),
  SMS_TEMPLATE_AUDIT_ANCHOR: text('template to staff: day, number of the last audit entry, start of its hash'),

  ...parcelTrackerEntries,

  SMTP_URL: v.pipe(
    v.string('missing'),
    v.regex(/^smtps?:\/\/[^/?#@]+$/, 'must be smtp://host:port or smtps://host:port, without user and path'),
    v.description('mail server: smtps:// is TLS from the start, smtp:// is STARTTLS'),
  ),
  SMTP_USER: text('user of the mail server'),
  SMTP_PASSWORD: text('password of that user'),
  MAIL_FROM: text('address that mails come from'),
};

export const configSchema = v.object(configEntries);
export type Environment = v.InferOutput<typeof configSchema>;

/** Settings as given, before they are parsed; what is missing is another check's subject. */
export type GivenSettings = Readonly<Partial<Record<keyof Environment, string>>>;
