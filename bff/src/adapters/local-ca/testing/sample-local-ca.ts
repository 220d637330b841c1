import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabaseServer } from '../../../../../scripts/database/open-database-server';
import {
  buildCertificate,
  buildCsr,
  buildRootCertificate,
  generatePrivateKeyPem,
  type KeyAlgorithm,
  openSigningKeyPem,
  pemOf,
  readCertificate,
} from '../../../pki';
import { contentFor, issuingProfile, noon, responderProfile } from '../../../pki/testing/sample-authority';
import type { CertificateOrder } from '../../../ports/certificate-authority';
import { CERTIFICATE_PROFILES } from '../certificate-profiles';
import { openIssuingAuthority } from '../issuing-authority';
import type { LocalAuthority } from '../local-authority';
import type { IssuingAuthoritySettings, LocalCaSettings } from '../local-ca-settings';
import { openCertificateStore } from '../mongodb-certificate-store';

export { noon };
export const seconds = (count: number, from: Date = noon): Date => new Date(from.getTime() + count * 1000);
export const DAY = 86_400;

export const STATUS_URL = 'http://status.example.cn/api';

const caName = (commonName: string) => [
  { type: 'countryName' as const, value: 'CN' },
  { type: 'organizationName' as const, value: '测试电子认证服务有限公司' },
  { type: 'commonName' as const, value: commonName },
];

/** Root, issuing authority and responder of one algorithm, their keys as PEM. */
export async function makeHierarchy(algorithm: KeyAlgorithm) {
  const [rootKeyPem, keyPem, responderKeyPem] = await Promise.all(
    [0, 1, 2].map(() => generatePrivateKeyPem(algorithm)),
  );
  const rootKey = openSigningKeyPem(rootKeyPem ?? '');
  const key = openSigningKeyPem(keyPem ?? '');
  const responderKey = openSigningKeyPem(responderKeyPem ?? '');
  const rootDer = await buildRootCertificate(
    rootKey,
    contentFor(rootKey, {
      subject: caName('测试根证书'),
      notBefore: seconds(-DAY),
      notAfter: seconds(7000 * DAY),
      profile: { ...issuingProfile, authority: { pathLength: null }, crlUrls: [] },
    }),
  );
  const root = { key: rootKey, certificate: readCertificate(rootDer) };
  const term = { notBefore: seconds(-DAY), notAfter: seconds(3650 * DAY) };
  const issuingDer = await buildCertificate(
    root,
    contentFor(key, { subject: caName('测试签发机构'), ...term, profile: issuingProfile }),
  );
  const issuing = { key, certificate: readCertificate(issuingDer) };
  const responderDer = await buildCertificate(
    issuing,
    contentFor(responderKey, { subject: caName('测试状态应答'), ...term, profile: responderProfile }),
  );
  return { rootDer, issuingDer, responderDer, keyPem: keyPem ?? '', responderKeyPem: responderKeyPem ?? '', issuing };
}
export type Hierarchy = Awaited<ReturnType<typeof makeHierarchy>>;

const chainPem = (...ders: Uint8Array[]): string => ders.map((der) => pemOf('CERTIFICATE', der)).join('');

/** A database and files of keys for the authorities under test; `remove` in the end. */
export async function createSampleLocalCa(...algorithms: KeyAlgorithm[]) {
  const folder = mkdtempSync(join(tmpdir(), 'local-ca-'));
  const database = await openDatabaseServer();
  const hierarchies = await Promise.all(algorithms.map(makeHierarchy));
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const authorities: IssuingAuthoritySettings[] = hierarchies.map((made, index) => ({
    kind: made.issuing.key.algorithm === 'sm2' ? 'sm2' : 'rsa-or-ec',
    chainPem: chainPem(made.issuingDer, made.rootDer),
    key: { location: file(`key-${index}.pem`, made.keyPem), passphrase: '' },
    responderPem: chainPem(made.responderDer),
    responderKey: { location: file(`responder-key-${index}.pem`, made.responderKeyPem), passphrase: '' },
  }));
  /** Each in a database of its own. */
  const newSettings = (): LocalCaSettings => ({
    databaseOptions: {},
    databaseUri: database.freshDatabase(`ca_${randomBytes(6).toString('hex')}`),
    authorities,
    statusUrl: STATUS_URL,
    policyArc: '2.999.7',
    cpsUri: 'http://ca.example.cn/cps',
  });
  const opened: LocalAuthority[] = [];
  return {
    folder,
    file,
    hierarchies,
    newSettings,
    /** The authority without its thread, on the database of the settings. */
    async open(settings: LocalCaSettings = newSettings()): Promise<LocalAuthority> {
      const { databaseUri, statusUrl, policyArc, cpsUri } = settings;
      const local: LocalAuthority = {
        authorities: await Promise.all(settings.authorities.map((one) => openIssuingAuthority(one, noon))),
        store: await openCertificateStore(databaseUri, settings.databaseOptions),
        profiles: CERTIFICATE_PROFILES,
        statusUrl,
        policyArc,
        cpsUri,
        randomBytes,
      };
      opened.push(local);
      return local;
    },
    async remove(): Promise<void> {
      await Promise.all(opened.map(({ store }) => store.close()));
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type SampleLocalCa = Awaited<ReturnType<typeof createSampleLocalCa>>;

let orders = 0;

/** An order of a unit with a key of its own, as `changes` want it. */
export async function newOrder(
  algorithm: KeyAlgorithm = 'ecdsa-p256',
  changes: Partial<CertificateOrder> = {},
): Promise<CertificateOrder> {
  orders += 1;
  const key = openSigningKeyPem(await generatePrivateKeyPem(algorithm));
  return {
    idempotencyKey: `order-${orders}`,
    csrDer: await buildCsr(key, [{ type: 'commonName', value: '不算数的愿望' }]),
    profile: 'unit-signing',
    subject: [
      { type: 'countryName', value: 'CN' },
      { type: 'organizationName', value: '示例市蓝天办公用品有限公司' },
      { type: 'organizationIdentifier', value: 'NTRCN-91350100M000100Y43' },
      { type: 'commonName', value: '示例市蓝天办公用品有限公司' },
    ],
    notBefore: noon,
    notAfter: seconds(365 * DAY),
    ...changes,
  };
}

/** The same key under another order. */
export const orderAgain = (order: CertificateOrder, changes: Partial<CertificateOrder> = {}): CertificateOrder => {
  orders += 1;
  return { ...order, idempotencyKey: `order-${orders}`, ...changes };
};
