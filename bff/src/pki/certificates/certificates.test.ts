import { randomBytes } from 'node:crypto';
import {
  buildCertificate,
  type CertificateIssuer,
  type CertificateProfile,
  isSignedBy,
  type KeyAlgorithm,
  newSerialNumber,
  readCertificate,
  readName,
  type SigningKey,
  verifyChain,
} from '../index';
import { signStructure } from '../signed-structure';
import { mutationsOf, refusalOf } from '../testing/mutations';
import { OpenSslFolder, vfyopt } from '../testing/openssl-folder';
import {
  contentFor,
  createSampleAuthority,
  holderProfile,
  issuingProfile,
  newKey,
  noon,
  type SampleAuthority,
} from '../testing/sample-authority';
import { encodeTbsCertificate } from './build-certificate';

// Making RSA keys takes seconds on a busy machine.

const folder = new OpenSslFolder();
afterAll(() => folder.remove());

const openSslTime = String(noon.getTime() / 1000 + 60);

describe.each<KeyAlgorithm>(['rsa-2048', 'rsa-3072', 'ecdsa-p256', 'ecdsa-p384', 'sm2'])(
  'certificates of %s',
  (algorithm) => {
    let authority: SampleAuthority;
    let holderKey: SigningKey;
    let der: Uint8Array;

    beforeAll(async () => {
      authority = await createSampleAuthority(algorithm);
      holderKey = await newKey(algorithm);
      der = await buildCertificate(
        authority.issuing,
        contentFor(holderKey, {
          alternativeNames: [
            { type: 'email', value: 'zhang@example.cn' },
            { type: 'dns', value: 'example.cn' },
            { type: 'ip', value: '10.0.0.1' },
            { type: 'ip', value: '2001:db8::1' },
            { type: 'uri', value: 'http://example.cn/zhang' },
          ],
        }),
      );
    });

    test('are verified by openssl up to the root', () => {
      // One link after another: openssl gives the SM2 id to the last certificate of a chain only
      for (const [name, issuer, link] of [
        ['holder.pem', authority.issuing.certificate.der, der],
        ['issuing.pem', authority.root.certificate.der, authority.issuing.certificate.der],
      ] as const) {
        const options = [
          '-x509_strict',
          '-partial_chain',
          ...(issuer === link ? ['-check_ss_sig'] : []),
          '-attime',
          openSslTime,
        ];
        const trusted = ['-trusted', folder.certificates(`issuer-of-${name}`, issuer)];
        const text = folder.run(
          'verify',
          ...vfyopt(algorithm),
          ...options,
          ...trusted,
          folder.certificates(name, link),
        );
        expect(text).toContain(`${name}: OK`);
      }
    });

    test('are read by openssl with everything that the profile says', () => {
      const text = folder.run(
        'x509',
        '-text',
        '-nameopt',
        'utf8',
        '-noout',
        '-in',
        folder.certificates('holder.pem', der),
      );
      for (const line of [
        'Version: 3 (0x2)',
        'Subject: C=CN, O=北京测试科技有限公司, organizationIdentifier=NTRCN-91110108551385082Q, CN=张三',
        'Issuer: C=CN, O=测试电子认证服务有限公司, CN=测试签发机构',
        'Digital Signature, Non Repudiation',
        'TLS Web Client Authentication, 1.3.6.1.5.5.7.3.36',
        'Policy: 1.2.156.112559.1.1',
        'CPS: http://ca.example.cn/cps',
        'URI:http://crl.example.cn/issuing.crl',
        'OCSP - URI:http://ocsp.example.cn',
        'CA Issuers - URI:http://ca.example.cn/issuing.cer',
        'email:zhang@example.cn, DNS:example.cn, IP Address:10.0.0.1, IP Address:2001:DB8:0:0:0:0:0:1, URI:http://example.cn/zhang',
        'Not Before: Nov 28 12:00:00 2026 GMT',
        'Not After : Nov 28 12:00:00 2027 GMT',
      ]) {
        expect(text).toContain(line);
      }
    });

    test('are read back as they were written', () => {
      const certificate = readCertificate(der);
      expect(certificate).toMatchObject({
        version: 3,
        notBefore: noon,
        keyUsages: holderProfile.keyUsages,
        extendedKeyUsages: ['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.36'],
        policies: holderProfile.policies,
        crlUrls: holderProfile.crlUrls,
        ocspUrls: holderProfile.ocspUrls,
        issuerUrls: holderProfile.issuerUrls,
        authority: null,
      });
      expect(certificate.alternativeNames).toContainEqual({
        type: 'ip',
        value: '2001:0db8:0000:0000:0000:0000:0000:0001',
      });
      expect(Buffer.from(certificate.issuerDer)).toEqual(Buffer.from(authority.issuing.certificate.subjectDer));
      expect(certificate.authorityKeyIdentifier).toEqual(authority.issuing.certificate.subjectKeyIdentifier);
      expect(certificate.publicKey.algorithm).toBe(algorithm);
    });

    test('form a chain that we believe, and no other one', async () => {
      const { root, issuing } = authority;
      expect(isSignedBy(root.certificate, root.certificate)).toBe(true);
      const chain = { intermediates: [issuing.certificate.der], anchors: [root.certificate.der], at: noon };
      expect(verifyChain(der, chain)).toMatchObject({ trusted: true, path: { length: 3 } });
      expect(verifyChain(der, { ...chain, intermediates: [] })).toEqual({ trusted: false, problem: 'unknown_issuer' });
      const twin = await createSampleAuthority(algorithm);
      const issuingOfTwin = { key: issuing.key, certificate: twin.issuing.certificate };
      await expect(buildCertificate(issuingOfTwin, contentFor(holderKey))).rejects.toMatchObject({
        code: 'key_mismatch',
      });
      expect(verifyChain(der, { ...chain, anchors: [twin.root.certificate.der] })).toMatchObject({ trusted: false });
      const forged = Buffer.from(der);
      forged[forged.indexOf('张三')] = (forged[forged.indexOf('张三')] ?? 0) ^ 2;
      expect(verifyChain(forged, chain)).toEqual({ trusted: false, problem: 'wrong_signature' });
    });
  },
);

describe('chains', () => {
  let authority: SampleAuthority;
  const believe = (der: Uint8Array, more: Uint8Array[] = [], at = noon) =>
    verifyChain(der, {
      intermediates: [authority.issuing.certificate.der, ...more],
      anchors: [authority.root.certificate.der],
      at,
    });

  beforeAll(async () => {
    authority = await createSampleAuthority('ecdsa-p256');
  });

  test('end with the dates of each certificate, the anchor among them', async () => {
    const der = await buildCertificate(authority.issuing, contentFor(await newKey('sm2')));
    expect(believe(der)).toMatchObject({ trusted: true });
    expect(believe(der, [], new Date('2026-11-28T11:59:59Z'))).toEqual({ trusted: false, problem: 'not_yet_valid' });
    expect(believe(der, [], new Date('2027-11-28T12:00:01Z'))).toEqual({ trusted: false, problem: 'expired' });
    expect(believe(authority.root.certificate.der, [], new Date('2050-01-01'))).toEqual({
      trusted: false,
      problem: 'expired',
    });
  });

  test('take no holder for an authority', async () => {
    const key = await newKey('ecdsa-p256');
    const holder = readCertificate(await buildCertificate(authority.issuing, contentFor(key)));
    const below = await buildWithoutLint({ key, certificate: holder }, await newKey('sm2'));
    expect(believe(below, [holder.der])).toEqual({ trusted: false, problem: 'not_an_authority' });
  });

  test('are no longer than the authorities allow', async () => {
    const key = await newKey('ecdsa-p256');
    const profile: CertificateProfile = { ...issuingProfile, authority: { pathLength: null } };
    const authorityBelow = await buildWithoutLint(authority.issuing, key, profile);
    const issuer = { key, certificate: readCertificate(authorityBelow) };
    const below = await buildCertificate(issuer, contentFor(await newKey('sm2')));
    expect(believe(below, [authorityBelow])).toEqual({ trusted: false, problem: 'path_too_long' });
  });

  test('are not believed where something critical is not understood', async () => {
    const { issuing } = authority;
    const content = contentFor(await newKey('sm2'));
    const tbs = encodeTbsCertificate(content, issuing.key.algorithm, issuing.certificate);
    const sign = (der: Uint8Array) => signStructure(der, issuing.key, issuing.certificate.publicKey);
    // The key usage's OID, 2.5.29.15, made 2.5.29.99
    const foreign = Buffer.from(Buffer.from(tbs).toString('hex').replace('0603551d0f', '0603551d63'), 'hex');
    expect(believe(await sign(tbs))).toMatchObject({ trusted: true });
    expect(believe(await sign(foreign))).toEqual({
      trusted: false,
      problem: 'unknown_critical_extension',
    });
  });

  test('go around an authority that has the name but not the key, and do not go in circles', async () => {
    const twin = await createSampleAuthority('ecdsa-p256');
    const der = await buildCertificate(authority.issuing, contentFor(await newKey('sm2')));
    expect(believe(der, [twin.issuing.certificate.der, twin.root.certificate.der])).toMatchObject({ trusted: true });
    const nobody = { intermediates: [authority.issuing.certificate.der], anchors: [], at: noon };
    expect(
      verifyChain(der, { ...nobody, intermediates: [...nobody.intermediates, authority.root.certificate.der] }),
    ).toEqual({
      trusted: false,
      problem: 'unknown_issuer',
    });
  });

  test('are not believed with any bit turned, or cut anywhere', async () => {
    const der = await buildCertificate(authority.issuing, contentFor(await newKey('ecdsa-p256')));
    const believed = [...mutationsOf(der)].filter((mutated) => {
      let isTrusted = false;
      refusalOf(() => {
        isTrusted = believe(mutated).trusted;
      });
      return isTrusted;
    });
    expect(believed).toEqual([]);
  });

  test('are of a certificate that is an anchor itself', () => {
    expect(believe(authority.root.certificate.der)).toMatchObject({ trusted: true, path: { length: 1 } });
  });
});

describe('serial numbers', () => {
  test('are positive, of 16 octets, and differ in 126 bits', () => {
    expect(newSerialNumber((length) => Buffer.alloc(length))).toBe(`40${'00'.repeat(15)}`);
    expect(newSerialNumber((length) => Buffer.alloc(length, 0xff))).toBe(`7F${'FF'.repeat(15)}`);
    const serialNumbers = Array.from({ length: 1000 }, () => newSerialNumber(randomBytes));
    expect(new Set(serialNumbers).size).toBe(1000);
    expect(() => newSerialNumber(() => Buffer.alloc(8))).toThrow(RangeError);
  });
});

describe('reading', () => {
  test('gives a serial number without the 00 that only its DER needs', async () => {
    const { issuing } = await createSampleAuthority('ecdsa-p256');
    const content = contentFor(await newKey('ecdsa-p256'), { serialNumber: '00FF0102030405060708090A' });
    const certificate = readCertificate(await buildCertificate(issuing, content));
    expect(certificate.serialNumber).toBe('FF0102030405060708090A');
    expect(Buffer.from(certificate.der).toString('hex')).toContain('020c00ff0102030405060708090a');
    expect(
      folder.run('x509', '-serial', '-noout', '-in', folder.certificates('serial.pem', certificate.der)),
    ).toContain('serial=FF0102030405060708090A');
  });

  test('keeps names of every kind of string', () => {
    const name = '3031310b300906035504060c02434e310e300c06035504031e055f204e09313012300e06035504030c07e5bca0e4b889';
    expect(() => readName(Buffer.from(name, 'hex'))).toThrow(expect.objectContaining({ code: 'broken' }));
    const bmp = Buffer.from('300f310d300b06035504031e045f204e09', 'hex');
    expect(readName(bmp)).toEqual([{ oid: '2.5.4.3', type: 'commonName', value: '张三', encoding: 'other' }]);
  });
});

/** What an authority without a lint would sign. */
function buildWithoutLint(issuer: CertificateIssuer, key: SigningKey, profile = holderProfile): Promise<Uint8Array> {
  const tbs = encodeTbsCertificate(contentFor(key, { profile }), issuer.key.algorithm, issuer.certificate);
  return signStructure(tbs, issuer.key, issuer.certificate.publicKey);
}
