import { TERMS_VERSION } from '@acceptance/shared';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { Config } from './config/load-config';
import { type Adapters, createAdapters, type Surroundings } from './create-adapters';
import { connectDatabase } from './database/connect';
import { createFieldCipher, type FieldCipher } from './database/field-cipher';
import { outboxStore } from './database/outbox-store';
import { createRateCounter } from './database/rate-counter';
import type { ReadAccessToken } from './http/authenticate';
import type { RateCounter } from './http/rate-limit';
import { anchorJobs } from './jobs/anchor-jobs';
import { createDispatcher, type Dispatcher } from './jobs/dispatcher';
import { orderJobs } from './jobs/order-jobs';
import { accountDeletionJobs, dataExportJobs } from './jobs/personal-data-jobs';
import { phoneChangeJobs } from './jobs/phone-change-jobs';
import { accountModel } from './modules/account';
import {
  type ActRecorder,
  type AuditLog,
  auditAnchorModel,
  auditEntryModel,
  createActRecorder,
  createAuditLog,
  createChainAppender,
  createDailyAnchor,
  createRefusalGate,
  mongoChainStore,
  queueAnchor,
} from './modules/audit';
import {
  type AccessTokenKey,
  createAccessTokenReader,
  passwordAttemptModel,
  pictureCodeModel,
  sessionModel,
  smsCodeModel,
  trustedDeviceModel,
} from './modules/auth';
import { fileModel } from './modules/files';
import { counterModel, findOwnOrder, orderModel, refuseUneditable } from './modules/orders';
import { accountDeletionModel, createRetentionSweep, dataExportModel } from './modules/personal-data';
import { phoneChangeModel } from './modules/phone-changes';
import { projectModel } from './modules/projects';
import type { PublicSettings } from './modules/public';
import { createStaffDirectory, type SecondFactorPolicy, staffModel } from './modules/staff';

const createModels = (connection: Connection) => ({
  accounts: accountModel(connection),
  sessions: sessionModel(connection),
  smsCodes: smsCodeModel(connection),
  pictureCodes: pictureCodeModel(connection),
  passwordAttempts: passwordAttemptModel(connection),
  trustedDevices: trustedDeviceModel(connection),
  phoneChanges: phoneChangeModel(connection),
  dataExports: dataExportModel(connection),
  accountDeletions: accountDeletionModel(connection),
  staffMembers: staffModel(connection),
  projects: projectModel(connection),
  orders: orderModel(connection),
  counters: counterModel(connection),
  files: fileModel(connection),
  auditEntries: auditEntryModel(connection),
  auditAnchors: auditAnchorModel(connection),
});

export interface Container extends ReturnType<typeof createModels>, Adapters, Surroundings {
  readonly config: Config;
  readonly logger: Logger;
  readonly connection: Connection;
  readonly cipher: FieldCipher;
  readonly accessTokenKey: AccessTokenKey;
  readonly staffPolicy: SecondFactorPolicy;
  readonly readAccessToken: ReadAccessToken;
  readonly rateCounter: RateCounter;
  readonly dispatcher: Dispatcher;
  readonly actRecorder: ActRecorder;
  readonly auditLog: AuditLog;
  readonly jobsAdded: () => void;
  readonly checkOrderEditable: (accountId: string, orderId: string) => Promise<void>;
  readonly publicSettings: PublicSettings;
  close(): Promise<void>;
}

const signingKeyOf = (config: Config): AccessTokenKey => ({
  id: config.ACCESS_TOKEN_KEY_ID,
  key: Buffer.from(config.ACCESS_TOKEN_KEY, 'base64'),
});

/** The key that signs access tokens, and the one before it while its last tokens live. */
const keysOf = (config: Config): AccessTokenKey[] => {
  const { ACCESS_TOKEN_PREVIOUS_KEY_ID: id, ACCESS_TOKEN_PREVIOUS_KEY: key } = config;
  return id && key ? [signingKeyOf(config), { id, key: Buffer.from(key, 'base64') }] : [signingKeyOf(config)];
};

const publicSettingsOf = (config: Config): PublicSettings => ({
  authorityName: config.AUTHORITY_NAME,
  servicePhone: config.AUTHORITY_PHONE,
  termsVersion: TERMS_VERSION,
  trial: config.TRIAL_MODE,
  reviewTemplateId: config.WECHAT_REVIEW_TEMPLATE_ID,
});

const anchorPhonesOf = ({ AUDIT_ANCHOR_PHONES: phones }: Config): string[] => (phones ? phones.split(',') : []);

/** The audit log, and what of it is looked after at intervals. */
function createAuditing(
  { auditEntries, auditAnchors }: ReturnType<typeof createModels>,
  { config, cipher, logger, randomInt }: Pick<Container, 'config' | 'cipher' | 'logger' | 'randomInt'>,
) {
  const store = mongoChainStore(auditEntries);
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 1 + randomInt(5)));
  const auditLog = createAuditLog(createChainAppender(store, pause));
  const gate = createRefusalGate();
  const actRecorder = createActRecorder({ auditLog, gate, keyedHash: cipher.lookupHash, logger });
  const recipients = anchorPhonesOf(config).length;
  const anchorDaily = createDailyAnchor({
    readEnd: store.readEnd,
    file: config.AUDIT_ANCHOR_FILE || null,
    tellStaff: (anchor, day) => queueAnchor(auditAnchors, anchor, day, recipients),
    logger,
  });
  return { auditLog, actRecorder, chores: [anchorDaily, (now: Date) => actRecorder.recordWithheld(now)] };
}

/** Wires everything that lives as long as the process: database, adapters, jobs. */
export async function createContainer(config: Config, logger: Logger, surroundings: Surroundings): Promise<Container> {
  const connection = await connectDatabase(config.MONGODB_URI);
  const cipher = createFieldCipher({
    keyId: config.FIELD_ENCRYPTION_KEY_ID,
    encryptionKey: Buffer.from(config.FIELD_ENCRYPTION_KEY, 'base64'),
    hashKey: Buffer.from(config.LOOKUP_HASH_KEY, 'base64'),
  });
  const models = createModels(connection);
  const adapters = await createAdapters(config, connection, cipher, surroundings);
  const accessTokenKey = signingKeyOf(config);
  const staffPolicy = { secondFactorRequired: config.STAFF_SECOND_FACTOR === 'required' };
  const staffDirectory = createStaffDirectory(models.staffMembers, staffPolicy);
  const jobDependencies = { ...models, ...adapters, ...surroundings, cipher, logger };
  const queues = [
    { kind: 'order', store: outboxStore(models.orders), handlers: orderJobs(jobDependencies) },
    { kind: 'phoneChange', store: outboxStore(models.phoneChanges), handlers: phoneChangeJobs(jobDependencies) },
    { kind: 'export', store: outboxStore(models.dataExports), handlers: dataExportJobs(jobDependencies) },
    { kind: 'deletion', store: outboxStore(models.accountDeletions), handlers: accountDeletionJobs(jobDependencies) },
    {
      kind: 'anchor',
      store: outboxStore(models.auditAnchors),
      handlers: anchorJobs({ ...jobDependencies, anchorPhones: anchorPhonesOf(config) }),
    },
  ];
  const { chores, ...auditing } = createAuditing(models, { ...surroundings, config, cipher, logger });
  const recordRun = auditing.actRecorder.recordJob;
  const sweepRetained = createRetentionSweep({ ...jobDependencies, recordRun });
  const dispatcher = createDispatcher({
    queues,
    recordRun,
    chores: [...chores, sweepRetained],
    logger,
    now: surroundings.now,
  });
  return {
    ...models,
    ...adapters,
    ...surroundings,
    config,
    logger,
    connection,
    cipher,
    accessTokenKey,
    staffPolicy,
    readAccessToken: createAccessTokenReader({ ...models, staffDirectory, accessTokenKeys: keysOf(config) }),
    rateCounter: createRateCounter(connection),
    dispatcher,
    ...auditing,
    jobsAdded: () => dispatcher.wake(),
    checkOrderEditable: async (accountId, orderId) =>
      refuseUneditable(await findOwnOrder(models.orders, accountId, orderId)),
    publicSettings: publicSettingsOf(config),
    async close() {
      await dispatcher.stop();
      await auditing.actRecorder.recordWithheld(surroundings.now(), true);
      await auditing.auditLog.close();
      await adapters.imageChecker.close();
      await connection.close();
    },
  };
}
