import { execFileSync } from 'node:child_process';
import { randomBytes as nodeRandomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificateRequest } from './certificate-request';
import { compatibleProtection } from './compatible-encryption';
import {
  DEVICE_ALGORITHMS,
  makeDeviceKey,
  privateKeyInfoOf,
  readPrivateKeyInfo,
  signWithDeviceKey,
} from './device-key';
import { openWithPin, sealWithPin } from './pin-encryption';
import { makePkcs12, sealedBy, usualProtection } from './pkcs12';

const randomBytes = async (length: number): Promise<Uint8Array> => new Uint8Array(nodeRandomBytes(length));
const PIN = 'yun-Zhong7 hai';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'device-key-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const at = (name: string): string => join(folder, name);
const put = (name: string, bytes: Uint8Array): string => {
  writeFileSync(at(name), bytes);
  return at(name);
};
/** What Debian's OpenSSL says, errors and all. */
const openssl = (...args: string[]): string => {
  try {
    return execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    throw new Error(`openssl ${args.join(' ')}: ${String((error as { stderr?: string }).stderr)}`);
  }
};

/** A certificate for the key, signed by itself: as good as any for a file to hold. */
async function selfSigned(algorithm: (typeof DEVICE_ALGORITHMS)[number]) {
  const key = await makeDeviceKey(algorithm, randomBytes);
  const keyFile = put('key.der', privateKeyInfoOf(key));
  const id = algorithm === 'sm2' ? ['-sm3', '-sigopt', 'distid:1234567812345678'] : [];
  openssl(
    ...['req', '-new', '-x509', '-key', keyFile, '-keyform', 'DER', '-subj', '/CN=holder', '-days', '2'],
    ...id,
    ...['-outform', 'DER', '-out', at('own.der')],
  );
  return { key, certificate: new Uint8Array(readFileSync(at('own.der'))) };
}

describe.each(DEVICE_ALGORITHMS)('a key of %s made on the device', (algorithm) => {
  const distinguishingId = algorithm === 'sm2' ? ['-vfyopt', 'distid:1234567812345678'] : [];

  it('makes a request whose signature OpenSSL accepts', async () => {
    const key = await makeDeviceKey(algorithm, randomBytes);
    const csr = put('csr.der', await makeCertificateRequest(key, randomBytes));
    const said = openssl('req', '-in', csr, '-inform', 'DER', '-noout', '-verify', '-text', ...distinguishingId);
    expect(said).toContain(algorithm === 'sm2' ? 'ASN1 OID: SM2' : 'ASN1 OID: prime256v1');
    expect(said).toContain('Subject: \n');
  });

  it('signs what OpenSSL verifies, and nothing else', async () => {
    const key = await makeDeviceKey(algorithm, randomBytes);
    const message = new TextEncoder().encode('登录 2026-11-28');
    const keyFile = put('key.der', privateKeyInfoOf(key));
    openssl('pkey', '-in', keyFile, '-inform', 'DER', '-pubout', '-out', at('public.pem'));
    const verify = (bytes: Uint8Array) =>
      openssl(
        ...['dgst', algorithm === 'sm2' ? '-sm3' : '-sha256', '-verify', at('public.pem')],
        ...(algorithm === 'sm2' ? ['-sigopt', 'distid:1234567812345678'] : []),
        ...['-signature', at('signature'), put('message', bytes)],
      );
    put('signature', await signWithDeviceKey(key, message, randomBytes));
    expect(verify(message)).toContain('Verified OK');
    expect(() => verify(Uint8Array.of(...message, 0))).toThrow();
  });

  it('comes out of PKCS#8 as it went in; other bytes are no key', async () => {
    const key = await makeDeviceKey(algorithm, randomBytes);
    const der = privateKeyInfoOf(key);
    expect(readPrivateKeyInfo(algorithm, der)).toEqual(key);
    expect(readPrivateKeyInfo(algorithm, der.slice(1))).toBeNull();
    expect(
      readPrivateKeyInfo(
        algorithm,
        Uint8Array.from(der, (byte, at) => (at === 9 ? byte ^ 1 : byte)),
      ),
    ).toBeNull();
  });

  it('is packed with its chain into a file that OpenSSL opens with the PIN alone', async () => {
    const { key, certificate } = await selfSigned(algorithm);
    const sealedKey = sealedBy(await sealWithPin(PIN, privateKeyInfoOf(key), randomBytes));
    const content = { sealedKey, chain: [certificate, certificate], friendlyName: '张三' };
    const file = put('holder.p12', await makePkcs12(content, usualProtection(PIN, randomBytes)));
    const info = openssl('pkcs12', '-in', file, '-passin', `pass:${PIN}`, '-info', '-nodes');
    expect(info.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    writeFileSync(at('out.pem'), info);
    expect(openssl('pkey', '-in', at('out.pem'), '-pubout')).toBe(
      openssl('x509', '-in', at('out.pem'), '-noout', '-pubkey'),
    );
    expect(() => openssl('pkcs12', '-in', file, '-passin', 'pass:yun-Zhong7', '-noout')).toThrow(/Mac verify error/);
  });

  it('is packed for old programs too: triple DES and SHA-1 only, and again with the PIN alone', async () => {
    const { key, certificate } = await selfSigned(algorithm);
    const protection = compatibleProtection(PIN, randomBytes);
    const sealedKey = await protection.seal(privateKeyInfoOf(key));
    const content = { sealedKey, chain: [certificate, certificate], friendlyName: '张三' };
    const file = put('holder.p12', await makePkcs12(content, protection));
    const legacy = ['pkcs12', '-legacy', '-in', file];
    const pem = openssl(...legacy, '-passin', `pass:${PIN}`, '-nodes');
    writeFileSync(at('out.pem'), pem);
    expect(pem.match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
    expect(openssl('pkey', '-in', at('out.pem'), '-pubout')).toBe(
      openssl('x509', '-in', at('out.pem'), '-noout', '-pubkey'),
    );
    expect(() => openssl(...legacy, '-passin', 'pass:yun-Zhong7', '-noout')).toThrow(/Mac verify error/);
    // Nothing in it that those programs do not know: SHA-1 in the MAC, one scheme for key and certificates.
    const structure = openssl('asn1parse', '-inform', 'DER', '-in', file);
    expect(structure).toContain(':sha1');
    const safe = structure.match(/(\d+):d=\d+\s+hl=\d+ l=\s*\d+ prim: OCTET STRING/)?.[1] ?? '';
    const inner = openssl('asn1parse', '-inform', 'DER', '-in', file, '-strparse', safe);
    expect(inner.match(/:pbeWithSHA1And3-KeyTripleDES-CBC/g)?.length).toBeGreaterThan(0);
    expect(`${structure}${inner}`).not.toMatch(/PBES2|aes|sha256|RC2/i);
  });
});

describe('a PIN', () => {
  it('opens what it sealed; another one opens nothing', async () => {
    const plain = Uint8Array.from({ length: 100 }, (_, index) => index);
    const sealed = await sealWithPin(PIN, plain, randomBytes);
    expect(await openWithPin(PIN, sealed)).toEqual(plain);
    const wrong = await openWithPin(`${PIN}!`, sealed);
    expect(wrong).not.toEqual(plain);
  });
});
