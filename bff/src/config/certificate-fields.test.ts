import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mayBeUsedToSign, namesOf } from './certificate-fields';
import { EC_CERTIFICATES } from './testing/ec-certificates';
import { AUTHORITY, createSigningFilesMaker, type SigningFilesMaker } from './testing/signing-files';

let maker: SigningFilesMaker;
beforeAll(async () => {
  maker = await createSigningFilesMaker();
});

describe('the key usage', () => {
  it.each([
    ['digitalSignature', true],
    ['nonRepudiation', true],
    ['keyAgreement', false],
    ['none', false],
  ] as const)('%s of an EC certificate: signing is allowed = %s', (name, isAllowed) => {
    expect(mayBeUsedToSign(new X509Certificate(EC_CERTIFICATES[name]))).toBe(isAllowed);
  });

  it.each([
    [{ digitalSignature: true }, true],
    [{ nonRepudiation: true, keyEncipherment: true }, true],
    [{ keyEncipherment: true }, false],
    [{ decipherOnly: true }, false],
  ])('%j of an RSA certificate: signing is allowed = %s', (flags, isAllowed) => {
    const { certificatePem } = maker.signer({ extensions: [{ name: 'keyUsage', critical: false, ...flags }] });
    expect(mayBeUsedToSign(new X509Certificate(certificatePem))).toBe(isAllowed);
  });
});

describe('the names of a certificate', () => {
  it('are O and CN, in Chinese too', () => {
    const certificate = new X509Certificate(maker.signer({ commonName: '合同签署' }).certificatePem);
    expect(namesOf(certificate, 'subject')).toEqual([AUTHORITY, '合同签署']);
    expect(namesOf(certificate, 'issuer')).toEqual([AUTHORITY, 'Issuer']);
  });

  it('are all of them where one is given twice', () => {
    expect(namesOf(new X509Certificate(EC_CERTIFICATES.none), 'subject').toSorted()).toEqual(['a', 'b', 'none']);
  });

  it('are read without harm to TLS, whatever was loaded before', () => {
    const script = `
      require('tsx/cjs');
      const { X509Certificate } = require('node:crypto');
      const { namesOf } = require(${JSON.stringify(require.resolve('./certificate-fields'))});
      namesOf(new X509Certificate(process.env.CERTIFICATE), 'subject');
      process.stdout.write(typeof require('node:tls').createSecureContext);`;
    const env = { ...process.env, CERTIFICATE: EC_CERTIFICATES.none };
    expect(execFileSync(process.execPath, ['-e', script], { env, encoding: 'utf8' })).toBe('function');
  });
});
