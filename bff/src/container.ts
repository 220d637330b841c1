import { TERMS_VERSION } from '@acceptance/shared';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { Config } from './config/load-config';
import { type Adapters, createAdapters, type Surroundings } from './create-adapters';
import { connectDatabase } from './database/connect';
import { createFieldCipher, type FieldCipher } from './database/field-cipher';
import { createRateCounter } from './database/rate-counter';
import type { ReadAccessToken } from './http/authenticate';
import type { RateCounter } from './http/rate-limit';
import { createDispatcher, type Dispatcher } from './jobs/dispatcher';
import { orderJobs } from './jobs/order-jobs';
import { accountModel } from './modules/account';
import { auditEntryModel } from './modules/audit';
import { type AccessTokenKey, createAccessTokenReader, sessionModel, smsCodeModel } from './modules/auth';
import { fileModel } from './modules/files';
import { counterModel, findOwnOrder, orderModel, refuseUneditable } from './modules/orders';
import { projectModel } from './modules/projects';
import type { PublicSettings } from './modules/public';
import { createStaffDirectory, staffModel } from './modules/staff';

const createModels = (connection: Connection) => ({
  accounts: accountModel(connection),
  sessions: sessionModel(connection),
  smsCodes: smsCodeModel(connection),
  staffMembers: staffModel(connection),
  projects: projectModel(connection),
  orders: orderModel(connection),
  counters: counterModel(connection),
  files: fileModel(connection),
  auditEntries: auditEntryModel(connection),
});

export interface Container extends ReturnType<typeof createModels>, Adapters, Surroundings {
  readonly config: Config;
  readonly logger: Logger;
  readonly connection: Connection;
  readonly cipher: FieldCipher;
  readonly accessTokenKey: AccessTokenKey;
  readonly readAccessToken: ReadAccessToken;
  readonly rateCounter: RateCounter;
  readonly dispatcher: Dispatcher;
  readonly jobsAdded: () => void;
  readonly checkOrderEditable: (accountId: string, orderId: string) => Promise<void>;
  readonly publicSettings: PublicSettings;
  close(): Promise<void>;
}

const publicSettingsOf = (config: Config): PublicSettings => ({
  authorityName: config.AUTHORITY_NAME,
  servicePhone: config.AUTHORITY_PHONE,
  termsVersion: TERMS_VERSION,
  trial: config.TRIAL_MODE,
  reviewTemplateId: config.WECHAT_REVIEW_TEMPLATE_ID,
});

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
  const accessTokenKey = { id: config.ACCESS_TOKEN_KEY_ID, key: Buffer.from(config.ACCESS_TOKEN_KEY, 'base64') };
  const staffDirectory = createStaffDirectory(models.staffMembers);
  const handlers = orderJobs({ ...models, ...adapters, ...surroundings, cipher, logger });
  const dispatcher = createDispatcher({ orders: models.orders, handlers, logger, now: surroundings.now });
  return {
    ...models,
    ...adapters,
    ...surroundings,
    config,
    logger,
    connection,
    cipher,
    accessTokenKey,
    readAccessToken: createAccessTokenReader({ ...models, staffDirectory, accessTokenKey }),
    rateCounter: createRateCounter(connection),
    dispatcher,
    jobsAdded: () => dispatcher.wake(),
    checkOrderEditable: async (accountId, orderId) =>
      refuseUneditable(await findOwnOrder(models.orders, accountId, orderId)),
    publicSettings: publicSettingsOf(config),
    async close() {
      await dispatcher.stop();
      await adapters.imageChecker.close();
      await connection.close();
    },
  };
}
