import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import { createAddressPlaces } from './adapters/address-places/address-places';
import { createContractMaker } from './adapters/contract-maker/create-contract-maker';
import { createOwnContracts, openContractThread } from './adapters/contract-maker/own-contracts';
import type { SealingKeyPlace } from './adapters/contract-signer/contract-signer-settings';
import { createContractSigner, type KeyChange } from './adapters/contract-signer/create-contract-signer';
import { createContractVerifier } from './adapters/contract-verifier/create-contract-verifier';
import { createGridFsFileStore } from './adapters/gridfs-file-store/gridfs-file-store';
import { createKuaidi100Tracker } from './adapters/kuaidi100/create-parcel-tracker';
import { createSealMaker } from './adapters/seal-maker/create-seal-maker';
import { createSheetReader } from './adapters/sheet-reader/create-sheet-reader';
import { createSmtpMailSender } from './adapters/smtp/mail-sender';
import { createTemplateTexts } from './adapters/template-texts/create-template-texts';
import { createTencentFaceChecker } from './adapters/tencent-cloud/face-checker';
import { createTencentIdCardReader } from './adapters/tencent-cloud/id-card-reader';
import { createTencentIdentityVerifier } from './adapters/tencent-cloud/identity-verifier';
import { createTencentSmsSender } from './adapters/tencent-cloud/sms-sender';
import { createTencentUnitRegistry } from './adapters/tencent-cloud/unit-registry';
import { createTimestampAuthority } from './adapters/timestamp-authority/create-timestamp-authority';
import { createValidationDataSource } from './adapters/validation-data/create-validation-data-source';
import { createWechatPayGateway } from './adapters/wechat-pay/create-payment-gateway';
import { createPlatformKeys } from './adapters/wechat-pay/platform-keys';
import { createWechatPlatform } from './adapters/wechat-platform/create-wechat-platform';
import type { Config } from './config/load-config';
import { signingCertificateProblems } from './config/signing-certificate-problems';
import { createCertificateAuthority } from './create-certificate-authority';
import type { FieldCipher } from './database/field-cipher';
import { createImageChecker } from './image-check/create-image-checker';
import { currentRunSignal } from './jobs/run-signal';
import type { ContractSigner } from './ports/contract-signer';
import type { FaceChecker } from './ports/face-checker';
import { type CircuitBreakers, guardPort } from './remotes/circuit-breaker';
import { readPkcs11Uri } from './signing-keys/pkcs11/pkcs11-uri';
import type { StartThreads } from './threads/worker-pool';
import { createPhotoMarker } from './watermark/create-photo-marker';

/** What stands outside our own decisions: vendors, clock, randomness. */
export interface Surroundings {
  readonly now: () => Date;
  readonly randomBytes: (size: number) => Buffer;
  readonly randomInt: (end: number) => number;
  /** Of pools of threads; absent: threads of this process's own, ended with it. */
  readonly startThreads?: StartThreads | undefined;
}

const tencentCloud = (config: Config, url: string) => ({
  url,
  signal: currentRunSignal,
  secretId: config.TENCENT_CLOUD_SECRET_ID,
  secretKey: config.TENCENT_CLOUD_SECRET_KEY,
  region: config.TENCENT_CLOUD_REGION,
});

const smsTemplateIds = (config: Config) => ({
  'sign-in-code': config.SMS_TEMPLATE_SIGN_IN_CODE,
  'review-approved': config.SMS_TEMPLATE_REVIEW_APPROVED,
  'review-returned': config.SMS_TEMPLATE_REVIEW_RETURNED,
  'review-rejected': config.SMS_TEMPLATE_REVIEW_REJECTED,
  'payment-received': config.SMS_TEMPLATE_PAYMENT_RECEIVED,
  'payment-returned': config.SMS_TEMPLATE_PAYMENT_RETURNED,
  'slip-refused': config.SMS_TEMPLATE_SLIP_REFUSED,
  'refund-progress': config.SMS_TEMPLATE_REFUND_PROGRESS,
  'identity-used': config.SMS_TEMPLATE_IDENTITY_USED,
  'password-changed': config.SMS_TEMPLATE_PASSWORD_CHANGED,
  'phone-change-requested': config.SMS_TEMPLATE_PHONE_CHANGE_REQUESTED,
  'phone-changed': config.SMS_TEMPLATE_PHONE_CHANGED,
  'phone-change-result': config.SMS_TEMPLATE_PHONE_CHANGE_RESULT,
  'identity-check-result': config.SMS_TEMPLATE_IDENTITY_CHECK_RESULT,
  'certificate-issued': config.SMS_TEMPLATE_CERTIFICATE_ISSUED,
  'parcel-sent': config.SMS_TEMPLATE_PARCEL_SENT,
  'pick-up-waiting': config.SMS_TEMPLATE_PICK_UP_WAITING,
  'ukey-unlocked': config.SMS_TEMPLATE_UKEY_UNLOCK,
  'order-ending': config.SMS_TEMPLATE_ORDER_ENDING,
  'certificate-ending': config.SMS_TEMPLATE_CERTIFICATE_ENDING,
  'deletion-scheduled': config.SMS_TEMPLATE_DELETION_SCHEDULED,
  'audit-anchor': config.SMS_TEMPLATE_AUDIT_ANCHOR,
});

/** Who stamps times, and who is asked about certificates; nobody where no authority is configured. */
function makeLastingServices(config: Config, { breakers, surroundings }: AdapterNeeds) {
  const { CONTRACT_TIMESTAMP_URLS: urls, CONTRACT_STATUS_REWRITES: rewrites, pem } = config;
  if (urls.length === 0) {
    return undefined;
  }
  const timestampAuthority = createTimestampAuthority({
    urls,
    anchorsPem: pem.CONTRACT_TIMESTAMP_ANCHORS_FILE,
    now: surroundings.now,
    randomHex: (bytes) => surroundings.randomBytes(bytes).toString('hex'),
    signal: currentRunSignal,
  });
  const validationData = createValidationDataSource({
    rewrites,
    now: surroundings.now,
    signal: currentRunSignal,
  });
  return {
    timestampAuthority: guardPort(breakers['timestamp-authority'], timestampAuthority, ['stamp']),
    timestampAnchorsPem: pem.CONTRACT_TIMESTAMP_ANCHORS_FILE,
    validationData: guardPort(breakers['validation-data'], validationData, ['collect']),
  };
}

/** The settings name exactly one way: contract-signer-problems.ts has refused everything else. */
function sealingKeyPlaceOf(config: Config): SealingKeyPlace {
  const { CONTRACT_SIGNER_PKCS12_FILE: pkcs12, CONTRACT_SIGNER_PKCS11_URI: uri } = config;
  if (pkcs12) {
    return { kind: 'pkcs12', file: pkcs12, passphraseFile: config.CONTRACT_SIGNER_PKCS12_PASSPHRASE_FILE };
  }
  const name = uri ? readPkcs11Uri(uri, config.CONTRACT_SIGNER_PKCS11_MODULE) : null;
  return name
    ? { kind: 'pkcs11', name, pinFile: config.CONTRACT_SIGNER_PKCS11_PIN_FILE }
    : { kind: 'pem', file: config.CONTRACT_SIGNER_KEY_FILE };
}

const sayKeyChange = (logger: Logger) => (change: KeyChange) => {
  if (change.outcome === 'refused') {
    logger.error({ reason: change.reason }, 'the new contract signing key is not taken: the one before goes on');
  } else if (change.outcome === 'unproven') {
    logger.error(
      { reason: change.reason },
      'the token of the contract signing key does not sign: no contract is sealed',
    );
  } else if (change.isNewCertificate) {
    logger.warn(
      'contracts are sealed by a new key: CONTRACT_PAST_SIGNING_CERTIFICATES_FILE must name the certificate before it at the next start',
    );
  } else {
    logger.info('the contract signing key was opened anew');
  }
};

const makeContractSigner = (config: Config, { surroundings, logger }: AdapterNeeds) =>
  createContractSigner({
    settings: {
      chainFile: config.CONTRACT_SIGNER_CHAIN_FILE,
      key: sealingKeyPlaceOf(config),
      authorityName: config.AUTHORITY_NAME,
    },
    now: surroundings.now,
    // What production does not start with, it does not turn to either.
    refusalsOf: (chainPem, at) =>
      config.NODE_ENV === 'production' ? signingCertificateProblems(chainPem, config.AUTHORITY_NAME, at) : [],
    onChange: sayKeyChange(logger),
  });

const makeContractMaker = (config: Config, needs: AdapterNeeds, signer: ContractSigner) =>
  createContractMaker({
    lasting: makeLastingServices(config, needs),
    authority: {
      name: config.AUTHORITY_NAME,
      sealText: config.AUTHORITY_SEAL_TEXT,
      sealCode: config.AUTHORITY_SEAL_CODE,
      phone: config.AUTHORITY_PHONE,
      address: config.AUTHORITY_ADDRESS,
      website: config.AUTHORITY_WEBSITE,
      court: config.AUTHORITY_COURT,
      unifiedSocialCreditCode: config.AUTHORITY_CREDIT_CODE,
      licenceNumber: config.AUTHORITY_LICENCE_NUMBER,
      legalRepresentative: config.AUTHORITY_LEGAL_REPRESENTATIVE,
      trial: config.TRIAL_MODE,
    },
    signer,
    pastCertificatesPem: config.pem.CONTRACT_PAST_SIGNING_CERTIFICATES_FILE,
    inkPool: { start: needs.surroundings.startThreads },
    contracts: createOwnContracts(openContractThread(needs.surroundings.startThreads)),
  });

const makeContractVerifier = ({ pem }: Config, signer: ContractSigner, start?: StartThreads) =>
  createContractVerifier({
    signer,
    pastCertificatesPem: pem.CONTRACT_PAST_SIGNING_CERTIFICATES_FILE,
    timestampAnchorsPem: pem.CONTRACT_TIMESTAMP_ANCHORS_FILE,
    pool: { start },
  });

const makeSealMaker = ({ pem }: Config) =>
  createSealMaker({ material: { chainPem: pem.SEAL_MAKER_CHAIN_FILE, keyPem: pem.SEAL_MAKER_KEY_FILE } });

const makePaymentGateway = (config: Config, { now, randomBytes }: Surroundings) =>
  createWechatPayGateway({
    baseUrl: config.WECHAT_PAY_BASE_URL,
    ...(config.WECHAT_PAY_FALLBACK_URL && { fallbackBaseUrl: config.WECHAT_PAY_FALLBACK_URL }),
    appid: config.WECHAT_APPID,
    mchid: config.WECHAT_PAY_MCHID,
    merchantSerial: config.WECHAT_PAY_MERCHANT_SERIAL,
    merchantPrivateKeyPem: config.pem.WECHAT_PAY_MERCHANT_KEY_FILE,
    platformKeys: createPlatformKeys({
      publicKeyId: config.WECHAT_PAY_PUBLIC_KEY_ID,
      publicKeyPem: config.pem.WECHAT_PAY_PUBLIC_KEY_FILE,
      folder: config.WECHAT_PAY_PLATFORM_KEYS_FOLDER,
      now,
    }),
    apiV3Key: config.WECHAT_PAY_API_V3_KEY,
    notifyUrl: config.WECHAT_PAY_NOTIFY_URL,
    now,
    signal: currentRunSignal,
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
  });

/** Also one in a thread of this process is guarded: its key may be in a token that was pulled out. */
const createAuthority = (config: Config, { breakers, surroundings }: AdapterNeeds) =>
  guardPort(breakers['certificate-authority'], createCertificateAuthority(config, surroundings), [
    'issue',
    'findByKey',
    'revoke',
    'release',
    'status',
  ]);

/** Null unless a 业务流程 is configured: nobody has to show their face. */
function makeFaceChecker(config: Config, breakers: CircuitBreakers): FaceChecker | null {
  const { TENCENT_CLOUD_FACEID_RULE_ID: ruleId, FACE_CHECK_RETURN_URL: returnUrl } = config;
  const settings = { ...tencentCloud(config, config.TENCENT_CLOUD_FACEID_URL), ruleId, returnUrl };
  return ruleId
    ? guardPort(breakers['face-checker'], createTencentFaceChecker(settings), ['start', 'readResult'])
    : null;
}

interface AdapterNeeds {
  readonly connection: Connection;
  readonly cipher: FieldCipher;
  readonly breakers: CircuitBreakers;
  readonly surroundings: Surroundings;
  readonly logger: Logger;
}

/** What stands outside and is called over the network, each behind its breaker. */
function createRemotes(config: Config, { breakers, surroundings }: AdapterNeeds) {
  const { now } = surroundings;
  const smsSender = createTencentSmsSender({
    ...tencentCloud(config, config.TENCENT_CLOUD_SMS_URL),
    sdkAppId: config.SMS_SDK_APP_ID,
    signName: config.SMS_SIGN_NAME,
    templateIds: smsTemplateIds(config),
  });
  const mailSender = createSmtpMailSender({
    url: config.SMTP_URL,
    user: config.SMTP_USER,
    password: config.SMTP_PASSWORD,
    from: config.MAIL_FROM,
    fromName: config.AUTHORITY_NAME,
  });
  const identityVerifier = createTencentIdentityVerifier(tencentCloud(config, config.TENCENT_CLOUD_FACEID_URL));
  const idCardReader = createTencentIdCardReader(tencentCloud(config, config.TENCENT_CLOUD_OCR_URL));
  const unitRegistry = createTencentUnitRegistry(tencentCloud(config, config.TENCENT_CLOUD_OCR_URL));
  const wechatPlatform = createWechatPlatform({
    baseUrl: config.WECHAT_BASE_URL,
    appid: config.WECHAT_APPID,
    appSecret: config.WECHAT_APP_SECRET,
    miniprogramState: config.WECHAT_MINIPROGRAM_STATE,
    templateIds: {
      'review-result': config.WECHAT_REVIEW_TEMPLATE_ID,
      'certificate-ending': config.WECHAT_ENDING_TEMPLATE_ID,
    },
    now,
    signal: currentRunSignal,
  });
  const parcelTracker = createKuaidi100Tracker({
    baseUrl: config.KUAIDI100_URL,
    customer: config.KUAIDI100_CUSTOMER,
    key: config.KUAIDI100_KEY,
    salt: config.KUAIDI100_SALT,
    notifyUrl: config.KUAIDI100_NOTIFY_URL,
    signal: currentRunSignal,
  });
  return {
    smsSender: guardPort(breakers.sms, smsSender, ['send', 'takeReports']),
    mailSender: guardPort(breakers.mail, mailSender, ['send']),
    identityVerifier: guardPort(breakers.identity, identityVerifier, ['verify']),
    faceChecker: makeFaceChecker(config, breakers),
    idCardReader: guardPort(breakers['id-card-reader'], idCardReader, ['readFront', 'readBack']),
    parcelTracker: guardPort(breakers['parcel-tracker'], parcelTracker, ['subscribe', 'query']),
    unitRegistry: guardPort(breakers['unit-registry'], unitRegistry, ['check']),
    wechatPlatform: guardPort(breakers.wechat, wechatPlatform, [
      'exchangeLoginCode',
      'exchangePhoneCode',
      'sendSubscriptionMessage',
      'uploadShippingInfo',
      'readShippingOrder',
    ]),
    paymentGateway: guardPort(breakers['wechat-pay'], makePaymentGateway(config, surroundings), [
      'prepayJsapi',
      'prepayNative',
      'queryByOutTradeNo',
      'close',
      'refund',
      'queryRefund',
      'tradeBill',
      'fundFlowBill',
    ]),
  };
}

/** One production adapter for each port, wired from the configuration alone. */
export async function createAdapters(config: Config, needs: AdapterNeeds) {
  const contractSigner = await makeContractSigner(config, needs);
  const contractMaker = makeContractMaker(config, needs, contractSigner);
  const { startThreads: start } = needs.surroundings;
  return {
    ...createRemotes(config, needs),
    fileStore: createGridFsFileStore(needs.connection, needs.cipher),
    contractSigner,
    contractMaker,
    contractVerifier: makeContractVerifier(config, contractSigner, start),
    certificateAuthority: createAuthority(config, needs),
    sealMaker: makeSealMaker(config),
    templateTexts: createTemplateTexts(contractMaker.text.authority),
    imageChecker: createImageChecker({ start }),
    photoMarker: createPhotoMarker({ start }),
    sheetReader: createSheetReader({ start }),
    addressPlaces: createAddressPlaces(),
  };
}

export type Adapters = Awaited<ReturnType<typeof createAdapters>>;
