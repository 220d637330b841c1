import { randomBytes, randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { loadConfig } from '../../bff/src/config/load-config';
import { type Container, createContainer } from '../../bff/src/container';
import { createApp } from '../../bff/src/create-app';
import { createHttpServer } from '../../bff/src/http/http-server';
import { createLogger } from '../../bff/src/http/logger';
import { prepareDatabase } from '../../bff/src/stored-collections';
import type { StartThreads } from '../../bff/src/threads/worker-pool';
import { authenticationOf } from '../audit/authentication-settings';
import { refuseBrokenChain } from '../audit/refuse-broken-chain';
import { type DatabaseServer, givenServer, openDatabaseServer } from '../database/open-database-server';
import { loadOrCreateDemoCredentials, type Scheduler, type StandIns, startStandIns } from '../stand-ins';
import {
  ensureTrialCertificateAuthority,
  ensureTrialIssuingAuthorities,
  ensureTrialSealMaker,
  ensureTrialTimestampAuthority,
  type TrialCertificateAuthority,
} from '../trial-ca';
import { trialContractAuthority } from '../trial-ca/trial-contract-authority';
import type { DemoAuthority } from './certificate-authority-settings';
import { type DemoAddresses, type DemoSecrets, demoEnvironment } from './demo-environment';
import { createDemoKeys } from './demo-keys';
import { freePort } from './free-port';
import { seedDemo } from './seed-demo';

export interface DemoSystem {
  /** http://127.0.0.1:PORT of the BFF. */
  readonly origin: string;
  readonly standIns: StandIns;
  readonly trialAuthority: TrialCertificateAuthority;
  readonly staffPassword: string;
  readonly environment: Readonly<Record<string, string>>;
  container(): Container;
  /** Queries that the database refused because no index serves them; each is told once, at the latest by `stop`. */
  refusedQueries(): readonly string[];
  /** Stops the BFF and starts it again on the same data, with other settings where some are given. */
  restartBff(settings?: Readonly<Record<string, string>>): Promise<void>;
  /** Also walks the audit chain of all that was done. @throws Error when it is broken, or when a query was refused */
  stop(): Promise<void>;
}

export interface DemoSystemOptions {
  readonly now?: () => Date;
  readonly scheduler?: Scheduler;
  /** Absent = silent. */
  readonly logLevel?: string;
  readonly logger?: Logger;
  /** Whether the dispatcher looks for jobs by itself; tests may want to drain it by hand. */
  readonly runJobs?: boolean;
  /** Where its two databases lie; absent = the server of MONGODB_URI, or a stand-in in memory. */
  readonly database?: DatabaseServer;
  /** A query that no index serves is an error, and one makes `stop` fail. Of a server that it was given nothing is asked. */
  readonly refusesScans?: boolean;
  /** Everything that the BFF does by itself is done inside. */
  readonly within?: <T>(run: () => T) => T;
  /** Who starts the BFF's threads; absent = each start of it has its own. */
  readonly startThreads?: StartThreads;
  /** Of the BFF; absent = a free one. */
  readonly port?: number;
  /** Absent = the trial's issuing authorities. */
  readonly certificateAuthority?: DemoAuthority;
}

interface RunningBff {
  readonly container: Container;
  stop(): Promise<void>;
}

async function startBff(
  environment: Record<string, string>,
  options: DemoSystemOptions,
  staffPassword: string,
): Promise<RunningBff> {
  const { now = () => new Date(), logLevel = 'silent', runJobs = true } = options;
  const logger = options.logger ?? createLogger(logLevel);
  const config = loadConfig(environment);
  const container = await createContainer(config, logger, {
    ...{ now, randomBytes, randomInt },
    startThreads: options.startThreads,
  });
  await prepareDatabase(container.connection, now);
  await seedDemo(container.connection, staffPassword, now());
  if (options.refusesScans && givenServer() === null) {
    await container.connection.getClient().db('admin').command({ setParameter: 1, notablescan: true });
  }
  const { within = (run) => run() } = options;
  const serve = createApp(container).callback();
  const server = createHttpServer(
    (request, response) => void within(() => serve(request, response)),
    config.KEEP_ALIVE_SECONDS,
  );
  const { dispatcher } = container;
  const { drain, wake } = dispatcher;
  Object.assign(dispatcher, { drain: () => within(drain), wake: () => within(wake) });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(Number(environment.PORT), '127.0.0.1', resolve);
  });
  if (runJobs) {
    container.dispatcher.start();
  }
  return {
    container,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await container.close();
    },
  };
}

type TrialKeys = Omit<DemoSecrets, 'keys'>;

/**
 * Key pairs of RSA take seconds: those of a day serve every system that this user starts on this machine that day, by the
 * system's own clock. Nothing but trials trusts them.
 */
async function trialKeysOf(now: Date): Promise<TrialKeys> {
  const day = now.toISOString().slice(0, 10);
  const folder = join(tmpdir(), `acceptance-trial-keys-3-${process.getuid?.() ?? 'own'}`, day);
  const o = { organization: trialContractAuthority.name, now: new Date(`${day}T00:00:00Z`) };
  const trialAuthority = await ensureTrialCertificateAuthority(join(folder, 'contract'), o);
  return {
    credentials: loadOrCreateDemoCredentials(join(folder, 'credentials')),
    trialAuthority,
    trialIssuing: await ensureTrialIssuingAuthorities(join(folder, 'issuing'), trialAuthority, o),
    trialSealMaker: await ensureTrialSealMaker(join(folder, 'seals'), o),
    trialTimestamp: await ensureTrialTimestampAuthority(join(folder, 'timestamp'), o.now),
  };
}

/** The whole back end with data in memory: stand-ins, database and the BFF in this process, on free ports. */
export async function startDemoSystem(options: DemoSystemOptions = {}): Promise<DemoSystem> {
  const { now = () => new Date(), scheduler } = options;
  const database = options.database ?? (await openDatabaseServer({ now, strict: options.refusesScans ?? false }));
  const secrets: DemoSecrets = { keys: createDemoKeys(), ...(await trialKeysOf(now())) };
  const folder = mkdtempSync(join(tmpdir(), 'acceptance-demo-'));
  const standIns = await startStandIns({
    credentials: secrets.credentials,
    now,
    signatureNow: () => new Date(),
    scheduler,
    refundMs: 10,
    trust: { ...secrets.trialAuthority, ...secrets.trialTimestamp },
  });
  const origin = `http://127.0.0.1:${options.port ?? (await freePort())}`;
  const { DEMO_STAFF_PASSWORD: staffPassword } = secrets.keys;
  const addresses: DemoAddresses = {
    mongodbUri: database.freshDatabase('bff'),
    caMongodbUri: database.freshDatabase('ca'),
    wechatUrl: standIns.wechat.url,
    wechatPayUrl: standIns.wechatPay.url,
    tencentCloudUrl: standIns.tencentCloud.url,
    mailUrl: standIns.mail.url,
    ejbcaUrl: standIns.ejbca.url,
    kuaidi100Url: standIns.kuaidi100.url,
    trustUrl: standIns.trust?.url ?? '',
    bffOrigin: origin,
  };
  const environment: Record<string, string> = {
    ...demoEnvironment(folder, secrets, addresses, options.certificateAuthority),
    NODE_ENV: 'test',
  };
  let bff = await startBff(environment, options, staffPassword);
  return {
    origin,
    standIns,
    trialAuthority: secrets.trialAuthority,
    staffPassword,
    environment,
    container: () => bff.container,
    refusedQueries: () => database.refusedQueries(),
    async restartBff(settings = {}) {
      Object.assign(environment, settings);
      await bff.stop();
      bff = await startBff(environment, options, staffPassword);
    },
    async stop() {
      const chain = await Promise.allSettled([
        refuseBrokenChain(bff.container.connection, authenticationOf(environment)),
      ]);
      await bff.stop();
      await standIns.stop();
      if (!options.database) {
        await database.stop();
      }
      rmSync(folder, { recursive: true, force: true });
      const [refused] = database.refusedQueries();
      if (refused !== undefined) {
        throw new Error(refused);
      }
      for (const broken of chain.filter(({ status }) => status === 'rejected')) {
        throw (broken as PromiseRejectedResult).reason;
      }
    },
  };
}
