import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { readTokenCertificate } from './read-certificate';

/** A certificate that Debian's OpenSSL makes, signed by its own key. */
function certificateOf(keyOptions: readonly string[], subject: string, days: number): Uint8Array {
  const options = [
    '-nodes',
    '-keyout',
    '/dev/null',
    '-utf8',
    '-subj',
    subject,
    '-days',
    String(days),
    '-outform',
    'DER',
  ];
  return new Uint8Array(
    execFileSync('openssl', ['req', '-x509', '-newkey', ...keyOptions, ...options], {
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
}

describe('a certificate in a token', () => {
  it.each([
    ['RSA', ['rsa:2048']],
    ['ECDSA', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']],
  ])('of %s is known by its key, name and last day, as node reads them', (_kind, keyOptions) => {
    const der = certificateOf(keyOptions, '/C=CN/O=北京测试科技有限公司/CN=张三', 365);
    const certificate = new X509Certificate(der);
    const key = certificate.publicKey.export({ type: 'spki', format: 'der' });
    expect(readTokenCertificate(der)).toEqual({
      name: '张三',
      notAfter: new Date(certificate.validTo),
      publicKeySha256: createHash('sha256').update(key).digest('hex'),
    });
  });

  it('may end after 2049 and have no common name', () => {
    const der = certificateOf(['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], '/O=nobody', 365 * 40);
    expect(readTokenCertificate(der)).toMatchObject({
      name: '',
      notAfter: new Date(new X509Certificate(der).validTo),
    });
  });

  it('is none when its bytes end early or are something else', () => {
    const der = certificateOf(['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], '/CN=x', 1);
    const others = [
      der.slice(0, -1),
      der.slice(0, 40),
      new Uint8Array(0),
      Uint8Array.of(0x30, 0),
      Uint8Array.of(1, 2, 3),
    ];
    expect(others.map(readTokenCertificate)).toEqual(others.map(() => null));
  });
});
