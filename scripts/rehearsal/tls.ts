import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAIL_HOST, SERVICE_HOST, VENDORS } from './places';

/** Of a folder: the root that everybody in the rehearsal trusts, and one certificate for all names. */
export const tlsFiles = (folder: string) => ({
  root: join(folder, 'tls-root.pem'),
  certificate: join(folder, 'tls.pem'),
  key: join(folder, 'tls.key'),
});

/** Plays the public authority whose certificates browsers and Node trust. */
export function makeTlsCertificates(folder: string): void {
  const { root, certificate, key } = tlsFiles(folder);
  const at = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const asRoot = ['-x509', '-days', '2', '-addext', 'basicConstraints=critical,CA:TRUE'];
  openssl('req', ...asRoot, ...newKey, '-subj', '/CN=rehearsal root', '-keyout', at('tls-root.key'), '-out', root);
  openssl('req', ...newKey, '-subj', `/CN=${SERVICE_HOST}`, '-keyout', key, '-out', at('tls.csr'));
  const names = [SERVICE_HOST, MAIL_HOST, ...VENDORS].map((name) => `DNS:${name}`).join(',');
  writeFileSync(at('tls.ext'), `subjectAltName=${names}\nextendedKeyUsage=serverAuth\n`);
  const by = ['-CA', root, '-CAkey', at('tls-root.key'), '-CAcreateserial', '-days', '2', '-extfile', at('tls.ext')];
  openssl('x509', '-req', '-in', at('tls.csr'), ...by, '-out', certificate);
}
