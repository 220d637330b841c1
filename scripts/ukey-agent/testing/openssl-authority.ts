import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A root and an issuing authority below it, by openssl alone; DER throughout. */
export interface OpensslAuthority {
  /** openssl's own words on the signature of a PKCS#10, and its subject. */
  verifyRequest(requestDer: Buffer): string;
  issue(requestDer: Buffer): Buffer;
  /** The issuer's certificate, then the root's. */
  readonly chain: readonly Buffer[];
  /** Throws when the signature is not by the certificate's key. */
  verifySignature(certificateDer: Buffer, message: Uint8Array, signature: Buffer): string;
}

export function createOpensslAuthority(folder: string): OpensslAuthority {
  const at = (name: string): string => join(folder, name);
  const openssl = (...args: string[]): string =>
    execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const derOf = (name: string): Buffer => {
    openssl('x509', '-in', at(`${name}.pem`), '-outform', 'DER', '-out', at(`${name}.der`));
    return readFileSync(at(`${name}.der`));
  };
  writeFileSync(at('ca.ext'), 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n');
  writeFileSync(at('holder.ext'), 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n');
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    at('root.key'),
    '-out',
    at('root.pem'),
    '-subj',
    '/CN=Test root',
    '-days',
    '2',
  );
  openssl('req', ...newKey, '-keyout', at('issuer.key'), '-out', at('issuer.csr'), '-subj', '/CN=Test issuer');
  const sign = (request: string, by: string, extensions: string, out: string): void => {
    const authority = ['-CA', at(`${by}.pem`), '-CAkey', at(`${by}.key`), '-CAcreateserial'];
    openssl(
      'x509',
      '-req',
      '-in',
      at(request),
      ...authority,
      '-days',
      '1',
      '-extfile',
      at(extensions),
      '-out',
      at(out),
    );
  };
  sign('issuer.csr', 'root', 'ca.ext', 'issuer.pem');
  const writeRequest = (der: Buffer): void => {
    writeFileSync(at('holder.csr.der'), der);
    openssl('req', '-inform', 'DER', '-in', at('holder.csr.der'), '-out', at('holder.csr'));
  };
  return {
    chain: [derOf('issuer'), derOf('root')],
    verifyRequest(der) {
      writeFileSync(at('asked.der'), der);
      const args = [
        'req',
        '-inform',
        'DER',
        '-in',
        at('asked.der'),
        '-verify',
        '-subject',
        '-noout',
        '-nameopt',
        'utf8',
      ];
      // openssl says on stderr whether it verified, and older ones exit with 0 either way
      const { stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
      return `${stderr}${stdout}`;
    },
    issue(der) {
      writeRequest(der);
      sign('holder.csr', 'issuer', 'holder.ext', 'holder.pem');
      return derOf('holder');
    },
    verifySignature(certificateDer, message, signature) {
      writeFileSync(at('signer.der'), certificateDer);
      writeFileSync(at('message'), message);
      writeFileSync(at('signature'), signature);
      writeFileSync(at('signer.pub'), openssl('x509', '-inform', 'DER', '-in', at('signer.der'), '-pubkey', '-noout'));
      return openssl('dgst', '-sha256', '-verify', at('signer.pub'), '-signature', at('signature'), at('message'));
    },
  };
}
