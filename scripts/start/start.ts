import type { ChildProcess } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { API_BASE_PATH, endpoints } from '@acceptance/shared';
import { connectDatabase } from '../../bff/src/database/connect';
import { prepareDatabase } from '../../bff/src/stored-collections';
import { buildMiniapp } from '../build/build-miniapp';
import { givenServer } from '../database/open-database-server';
import { endBff, spawnBff, waitUntilReady } from '../demo/bff-process';
import { demoAuthorityOf } from '../demo/certificate-authority-settings';
import { demoEnvironment } from '../demo/demo-environment';
import { loadOrCreateDemoKeys } from '../demo/demo-keys';
import {
  DEMO_ADMINISTRATOR,
  DEMO_SECOND_ADMINISTRATOR,
  DEMO_STAFF,
  seedDemo,
  seedSecondAdministrator,
} from '../demo/seed-demo';
import { serveH5 } from '../demo/serve-h5';
import {
  loadOrCreateDemoCredentials,
  SUBSCRIPTION_TEMPLATE_IDS,
  startStandIns,
  type TrustMaterial,
} from '../stand-ins';
import {
  ensureTrialCertificateAuthority,
  ensureTrialIssuingAuthorities,
  ensureTrialSealMaker,
  ensureTrialTimestampAuthority,
} from '../trial-ca';
import { trialContractAuthority } from '../trial-ca/trial-contract-authority';
import { busyPorts, PORTS } from './ports';
import { type Databases, givenDatabases, ownDatabases } from './start-databases';

const root = resolve(__dirname, '../..');
const dataFolder = join(root, '.data');
const bffOrigin = `http://127.0.0.1:${PORTS.bff}`;
const appOrigin = `http://127.0.0.1:${PORTS.app}`;

/** What was started, newest first, to be stopped in that order. */
const started: (() => Promise<unknown>)[] = [];
let stopping = false;

async function stopAll(code: number): Promise<void> {
  if (stopping) {
    return;
  }
  stopping = true;
  if (started.length > 0) {
    console.log('\nStopping …');
  }
  setTimeout(() => process.exit(1), 15_000).unref();
  for (const stop of started.reverse()) {
    await stop().catch(() => undefined);
  }
  process.exit(code);
}

async function startBff(environment: Record<string, string>): Promise<ChildProcess> {
  const bff = await spawnBff({ LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn', TRUSTED_PROXIES: '1', ...environment });
  started.push(() => endBff(bff, 'SIGTERM'));
  bff.once('exit', () => {
    if (!stopping) {
      console.error('The BFF has ended; its reason is above.');
      void stopAll(1);
    }
  });
  return bff;
}

async function fillDatabase(uri: string, staffPassword: string): Promise<void> {
  const connection = await connectDatabase(uri);
  try {
    const applied = await prepareDatabase(connection, () => new Date());
    await seedDemo(connection, staffPassword, new Date());
    await seedSecondAdministrator(connection, staffPassword, new Date());
    if (applied.length > 0) {
      console.log(`Applied ${applied.length} migration(s), loaded the demo projects and the staff accounts.`);
    }
  } finally {
    await connection.close();
  }
}

async function startDatabases(): Promise<Databases> {
  const given = await givenDatabases();
  if (given) {
    console.log('The data is kept on the server that MONGODB_URI names.');
    return given;
  }
  const { stop, onUnexpectedEnd, ...databases } = await ownDatabases(join(dataFolder, 'mongodb'));
  started.push(stop);
  onUnexpectedEnd(() => {
    console.error('The database stand-in has ended; its reason is above.');
    void stopAll(1);
  });
  return databases;
}

async function startRemotes(trust: TrustMaterial) {
  const credentials = loadOrCreateDemoCredentials(dataFolder);
  const { app: _app, bff: _bff, mongodb: _mongodb, ...ports } = PORTS;
  const standIns = await startStandIns({ credentials, ports, dataFolder, notificationTimeFactor: 60, trust });
  started.push(() => standIns.stop());
  for (const templateId of Object.values(SUBSCRIPTION_TEMPLATE_IDS)) {
    standIns.wechat.grantSubscription('*', templateId, 1000);
  }
  return { credentials, standIns };
}

function printAddresses(staffPassword: string, seconds: string): void {
  console.log(`
Ready in ${seconds} s. Everything runs on this machine with made-up credentials; no remote is contacted.

  Applicant app       ${appOrigin}/            (best in a phone-sized window, 375 × 812)
  Staff desk          ${appOrigin}/#/subpackages/staff/pages/sign-in/index
  Stand-ins' console  http://127.0.0.1:${PORTS.console}/            (codes by SMS and mail arrive here; pay or cancel payments here)
  API document        ${appOrigin}${API_BASE_PATH}${endpoints.system.readOpenApi.path}

  Sign in as applicant: any mobile number, e.g. 19900000001; read the code in the console.
  Real-name check:      any Chinese name with a valid ID number, e.g. 张伟 11010519491231002X
                        (a name with 不符 does not match, one with 查无 is not found; then a check by face is offered).
  Sign in as staff:     ${DEMO_STAFF.username} / ${staffPassword}   (same password: ${DEMO_ADMINISTRATOR.username} and ${DEMO_SECOND_ADMINISTRATOR.username} administer staff)

Ctrl-C stops it. Data stays in .data; \`npm start -- --fresh\` begins anew.`);
}

async function start(): Promise<void> {
  const since = Date.now();
  const certificateAuthority = demoAuthorityOf(process.env.CERTIFICATE_AUTHORITY);
  const isFresh = process.argv.includes('--fresh');
  if (isFresh && givenServer()) {
    throw new Error(
      'The data on the server of MONGODB_URI is yours: drop its databases yourself and remove the folder .data, or name another database in MONGODB_URI.',
    );
  }
  const busy = await busyPorts(givenServer() ? ['mongodb'] : []);
  if (busy.length > 0) {
    throw new Error(busy.join('\n'));
  }
  if (isFresh && existsSync(dataFolder)) {
    rmSync(dataFolder, { recursive: true });
    console.log('Removed the old data.');
  }
  await buildMiniapp(root, 'h5', (line) => console.log(line));
  const organization = trialContractAuthority.name;
  const trial = { organization, now: new Date() };
  const trialFolder = join(dataFolder, 'trial-ca');
  const trialAuthority = await ensureTrialCertificateAuthority(trialFolder, trial);
  const trialIssuing = await ensureTrialIssuingAuthorities(join(trialFolder, 'issuing'), trialAuthority, trial);
  const trialSealMaker = await ensureTrialSealMaker(join(dataFolder, 'trial-seal-maker'), trial);
  const trialTimestamp = await ensureTrialTimestampAuthority(join(dataFolder, 'trial-timestamp'), trial.now);
  const keys = loadOrCreateDemoKeys(dataFolder);
  const databases = await startDatabases();
  const { credentials, standIns } = await startRemotes({ ...trialAuthority, ...trialTimestamp });
  await fillDatabase(databases.mongodbUri, keys.DEMO_STAFF_PASSWORD);
  const { DEMO_STAFF_PASSWORD: staffPassword } = keys;
  const bff = await startBff(
    demoEnvironment(
      join(dataFolder, 'keys'),
      { credentials, keys, trialAuthority, trialIssuing, trialSealMaker, trialTimestamp },
      {
        ...databases,
        wechatUrl: standIns.wechat.url,
        wechatPayUrl: standIns.wechatPay.url,
        tencentCloudUrl: standIns.tencentCloud.url,
        mailUrl: standIns.mail.url,
        kuaidi100Url: standIns.kuaidi100.url,
        ejbcaUrl: standIns.ejbca.url,
        trustUrl: standIns.trust?.url ?? '',
        bffOrigin,
        appOrigin,
      },
      certificateAuthority,
    ),
  );
  const server = await serveH5(join(root, 'miniapp/dist/h5'), PORTS.app, bffOrigin);
  started.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  await waitUntilReady(bff, bffOrigin);
  printAddresses(staffPassword, ((Date.now() - since) / 1000).toFixed(1));
}

process.on('SIGINT', () => void stopAll(0));
process.on('SIGTERM', () => void stopAll(0));
start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  void stopAll(1);
});
