import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharedCredentials } from '../../../../scripts/stand-ins/testing/shared-credentials';
import { createTrialCertificateAuthority } from '../../../../scripts/trial-ca';
import { createPlatformKeys } from './platform-keys';

const { wechatPay } = sharedCredentials();
const own = { publicKeyId: 'PUB_KEY_ID_1', publicKeyPem: wechatPay.platformPublicKey };

describe('the keys of WeChat Pay', () => {
  let folder = '';
  let time = 0;
  const now = () => new Date(time);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'platform-keys-'));
    time = Date.parse('2026-11-28T00:00:00Z');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are the configured one without a folder', () => {
    const keys = createPlatformKeys({ ...own, folder: '', now });
    expect(keys.all()).toEqual({ PUB_KEY_ID_1: wechatPay.platformPublicKey });
    expect(keys.all()).toBe(keys.all());
  });

  it('grow by what is put into the folder, without a restart, and shrink again', () => {
    const keys = createPlatformKeys({ ...own, folder, now });
    const before = keys.all();
    const file = join(folder, 'PUB_KEY_ID_2.pem');
    writeFileSync(file, wechatPay.merchantPublicKey);
    writeFileSync(join(folder, 'notes.txt'), 'not a key');
    expect(keys.all()).toBe(before);
    time += 10_000;
    expect(Object.keys(keys.all()).sort()).toEqual(['PUB_KEY_ID_1', 'PUB_KEY_ID_2']);
    rmSync(file);
    time += 10_000;
    expect(Object.keys(keys.all())).toEqual(['PUB_KEY_ID_1']);
  });

  it('know a certificate by its serial', async () => {
    const authority = await createTrialCertificateAuthority({ organization: '试用', now: new Date() });
    writeFileSync(join(folder, 'whatever.pem'), authority.rootPem);
    const serials = Object.keys(createPlatformKeys({ ...own, folder, now }).all());
    expect(serials.find((serial) => serial !== 'PUB_KEY_ID_1')).toMatch(/^[0-9A-F]+$/);
  });

  it('stay what they were while a file cannot be read', () => {
    const keys = createPlatformKeys({ ...own, folder, now });
    writeFileSync(join(folder, 'PUB_KEY_ID_2.pem'), wechatPay.merchantPublicKey);
    time += 10_000;
    const known = keys.all();
    const broken = join(folder, 'half-written.pem');
    writeFileSync(broken, '-----BEGIN CERTIFICATE-----\nabc');
    utimesSync(broken, now(), now());
    time += 10_000;
    expect(keys.all()).toEqual(known);
  });
});
