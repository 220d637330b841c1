import { createSecretKey, type KeyObject } from 'node:crypto';
import { TERMS_VERSION, type TransferAccount } from '@acceptance/shared';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import { readOfficeHours } from './calendar/office-hours';
import { type QuietHours, readQuietHours } from './calendar/quiet-hours';
import { createWorkingCalendar, type WorkingCalendar } from './calendar/working-calendar';
import { type CredentialExpiry, credentialExpiries } from './config/credential-expiries';
import type { Config } from './config/load-config';
import type { Adapters, Surroundings } from './create-adapters';
import type { FieldCipher } from './database/field-cipher';
import type { SilenceWatch } from './database/silence-watch';
import type { RateCounter } from './http/rate-limit';
import type { Requeue } from './jobs/requeue-job';
import type { SettleJob } from './jobs/settle-job';
import { createKeyRing, type KeyRing, parseKeyRing } from './keys/key-ring';
import type { Metrics } from './metrics/create-metrics';
import type { AccessTokenKey } from './modules/auth';
import type { PickUpPlace } from './modules/deliveries';
import type { InvoiceItem } from './modules/invoices';
import type { PublicSettings } from './modules/public';
import type { SecondFactorPolicy } from './modules/staff';
import type { CircuitBreakers } from './remotes/circuit-breaker';

/** What areas are told of the configuration. */
export interface AreaSettings {
  readonly accessTokenKey: AccessTokenKey;
  /** All that may have signed a living token. */
  readonly accessTokenKeys: readonly AccessTokenKey[];
  readonly staffPolicy: SecondFactorPolicy;
  readonly publicSettings: PublicSettings;
  /** Where the H5 build is served. */
  readonly webOrigins: readonly string[];
  /** Authenticate the audit log. */
  readonly auditKeys: KeyRing;
  readonly anchorPhones: readonly string[];
  readonly anchorFile: string | null;
  /** Codes that the whole service sends in a day at most. */
  readonly smsCodesADay: number;
  /** SHA-256 of SubjectPublicKeyInfo, lower-case hexadecimal: keys that get no certificate. */
  readonly compromisedKeys: ReadonlySet<string>;
  /** Administrative region in the codes of electronic seals. */
  readonly sealRegion: string;
  /** Where certificates are fetched. */
  readonly pickUpPlace: PickUpPlace;
  /** Where transfers go to; null: nobody can pay so. */
  readonly transferAccount: TransferAccount | null;
  /** Whether the SMS operator hands out delivery reports. */
  readonly smsReports: boolean;
  /** When messages that can wait do; null: never. */
  readonly quietHours: QuietHours | null;
  /** The working time in which promises are made. */
  readonly calendar: WorkingCalendar;
  /** What invoices are for. */
  readonly invoiceItem: InvoiceItem;
  /** Certificates among the settings that have to be replaced in time, as they are now. */
  readonly credentials: () => readonly CredentialExpiry[];
}

/** What stands before any area. */
export interface Foundations extends Adapters, Surroundings, AreaSettings {
  readonly config: Config;
  readonly logger: Logger;
  readonly connection: Connection;
  readonly silence: Pick<SilenceWatch, 'unlessSilent'>;
  readonly cipher: FieldCipher;
  readonly rateCounter: RateCounter;
  readonly breakers: CircuitBreakers;
  readonly metrics: Metrics;
  /** Wakes the dispatcher: something was put into an outbox. */
  readonly jobsAdded: () => void;
  readonly requeueJob: Requeue;
  readonly settleJob: SettleJob;
}

const secretOf = (base64: string): KeyObject => createSecretKey(Buffer.from(base64, 'base64'));

const signingKeyOf = (config: Config): AccessTokenKey => ({
  id: config.ACCESS_TOKEN_KEY_ID,
  key: secretOf(config.ACCESS_TOKEN_KEY),
});

/** The key that signs access tokens, and the one before it while its last tokens live. */
const keysOf = (config: Config): AccessTokenKey[] => {
  const { ACCESS_TOKEN_PREVIOUS_KEY_ID: id, ACCESS_TOKEN_PREVIOUS_KEY: key } = config;
  return id && key ? [signingKeyOf(config), { id, key: secretOf(key) }] : [signingKeyOf(config)];
};

/** One of three settings alone leads nobody's money anywhere: `transfer-account-problems.ts` refuses it. */
const transferAccountOf = (config: Config): TransferAccount | null => {
  const { TRANSFER_BANK_NAME, TRANSFER_ACCOUNT_NAME, TRANSFER_ACCOUNT_NUMBER } = config;
  return TRANSFER_ACCOUNT_NUMBER
    ? { bankName: TRANSFER_BANK_NAME, accountName: TRANSFER_ACCOUNT_NAME, accountNumber: TRANSFER_ACCOUNT_NUMBER }
    : null;
};

/** The contract signing certificate may have been replaced since the start. */
const credentialsOf = (config: Config, signerChains: () => readonly string[]) => () =>
  credentialExpiries({ pem: { ...config.pem, CONTRACT_SIGNER_CHAIN_FILE: signerChains()[0] } });

export const areaSettingsOf = (config: Config, signerChains: () => readonly string[]): AreaSettings => ({
  accessTokenKey: signingKeyOf(config),
  accessTokenKeys: keysOf(config),
  staffPolicy: { secondFactorRequired: config.STAFF_SECOND_FACTOR === 'required' },
  publicSettings: {
    authorityName: config.AUTHORITY_NAME,
    servicePhone: config.AUTHORITY_PHONE,
    termsVersion: TERMS_VERSION,
    trial: config.TRIAL_MODE,
    reviewTemplateId: config.WECHAT_REVIEW_TEMPLATE_ID,
    endingTemplateId: config.WECHAT_ENDING_TEMPLATE_ID,
    pickUp: { place: config.PICK_UP_PLACE, hours: config.PICK_UP_HOURS },
  },
  webOrigins: config.WEB_ORIGINS ? config.WEB_ORIGINS.split(',') : [],
  auditKeys: createKeyRing('AUDIT_KEYS', parseKeyRing(config.AUDIT_KEYS).keys),
  anchorPhones: config.AUDIT_ANCHOR_PHONES ? config.AUDIT_ANCHOR_PHONES.split(',') : [],
  anchorFile: config.AUDIT_ANCHOR_FILE || null,
  smsCodesADay: config.SMS_CODES_A_DAY,
  compromisedKeys: config.compromisedKeys,
  sealRegion: config.SEAL_REGION_CODE,
  pickUpPlace: { place: config.PICK_UP_PLACE, hours: config.PICK_UP_HOURS, phone: config.AUTHORITY_PHONE },
  transferAccount: transferAccountOf(config),
  smsReports: config.SMS_REPORTS === 'on',
  quietHours: readQuietHours(config.QUIET_HOURS),
  calendar: createWorkingCalendar({
    days: config.statutoryDays,
    // The schema has refused what is none.
    officeHours: readOfficeHours(config.OFFICE_HOURS) ?? [],
  }),
  invoiceItem: {
    name: config.INVOICE_ITEM_NAME,
    taxCode: config.INVOICE_TAX_CODE,
    taxRate: config.INVOICE_TAX_RATE,
  },
  credentials: credentialsOf(config, signerChains),
});
