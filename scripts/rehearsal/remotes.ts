import { randomBytes, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { createServer } from 'node:tls';
import { VENDOR_HOSTS } from '../../bff/src/config/vendor-hosts';
import { runNginx } from '../nginx/run-nginx';
import { createDemoCredentials, type DemoCredentials, type StandIns, startStandIns } from '../stand-ins';
import type { TrialCertificateAuthority, TrialTimestampAuthority } from '../trial-ca';
import { REMOTES_ADDRESS, STATUS_HOST, TIMESTAMP_HOST } from './places';
import { tlsFiles } from './tls';

const hex = (characters: number): string => randomBytes(characters).toString('hex').slice(0, characters);

/** Credentials as vendors give them: those of a demo say so, and production refuses them. */
export function rehearsalCredentials(): DemoCredentials {
  const demo = createDemoCredentials();
  return {
    ...demo,
    wechat: { appId: `wx${hex(16)}`, appSecret: hex(32) },
    wechatPay: {
      ...demo.wechatPay,
      merchantId: `16${randomInt(1e7, 1e8)}`,
      merchantSerial: hex(40).toUpperCase(),
      apiV3Key: hex(32),
      platformKeyId: `PUB_KEY_ID_0${String(randomInt(1e12)).padStart(12, '0')}`,
    },
    tencentCloud: { ...demo.tencentCloud, secretId: `AKID${hex(32)}`, secretKey: hex(32) },
    mail: { user: 'acceptance@ca.example.com', password: hex(24) },
    kuaidi100: { customer: hex(32).toUpperCase(), key: hex(12) },
  };
}

/** The vendors' front servers: their names, by TLS, lead to the stand-ins. */
function remoteSites(standIns: StandIns, folder: string): string {
  const { certificate, key } = tlsFiles(folder);
  const vendors: Readonly<Record<keyof typeof VENDOR_HOSTS, string>> = {
    WECHAT_BASE_URL: standIns.wechat.url,
    WECHAT_PAY_BASE_URL: standIns.wechatPay.url,
    TENCENT_CLOUD_SMS_URL: standIns.tencentCloud.url,
    TENCENT_CLOUD_FACEID_URL: standIns.tencentCloud.url,
    TENCENT_CLOUD_OCR_URL: standIns.tencentCloud.url,
    KUAIDI100_URL: standIns.kuaidi100.url,
  };
  const site = (listen: string, host: string, url: string) => `
  server {
    listen ${REMOTES_ADDRESS}:${listen};
    server_name ${host};
    client_max_body_size 20m;
    location / {
      proxy_pass ${url};
      proxy_set_header Host $host;
    }
  }`;
  const entries = Object.entries(vendors) as [keyof typeof VENDOR_HOSTS, string][];
  return [
    `ssl_certificate ${certificate};`,
    `ssl_certificate_key ${key};`,
    ...entries.map(([setting, url]) => site('443 ssl', VENDOR_HOSTS[setting], url)),
    ...[STATUS_HOST, TIMESTAMP_HOST].map((host) => site('80', host, standIns.trust?.url ?? '')),
  ].join('\n');
}

/** Mail servers of production speak TLS; the stand-in does not. */
async function serveMailByTls(mailUrl: string, folder: string): Promise<() => Promise<void>> {
  const { certificate, key } = tlsFiles(folder);
  const server = createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (client) => {
    const mail = connect(Number(new URL(mailUrl).port), '127.0.0.1');
    client.pipe(mail).pipe(client);
    client.on('error', () => mail.destroy());
    mail.on('error', () => client.destroy());
  });
  await new Promise<void>((listening) => server.listen(465, REMOTES_ADDRESS, listening));
  return () => new Promise((closed) => server.close(() => closed()));
}

export interface Remotes {
  readonly standIns: StandIns;
  stop(): Promise<void>;
}

/** Everything outside of the product, reached by the names that it has in production. */
export async function startRemotes(
  folder: string,
  credentials: DemoCredentials,
  trust: TrialCertificateAuthority & TrialTimestampAuthority,
): Promise<Remotes> {
  const standIns = await startStandIns({ credentials, trust, refundMs: 10 });
  const nginx = await runNginx(remoteSites(standIns, folder), [443, 80], REMOTES_ADDRESS);
  const closeMail = await serveMailByTls(standIns.mail.url, folder);
  return {
    standIns,
    async stop() {
      await closeMail();
      await nginx.stop();
      await standIns.stop();
    },
  };
}
