import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runOpenssl } from './run-openssl';
import { expectFact, type StoryContext } from './story-context';

/**
 * The holder's certificate file (PKCS#12, RFC 7292), made by OpenSSL where the key is: a program has no pages that would
 * make it. `pin` opens it again.
 */
export async function packCertificateFile({ keyPem, certificate }: StoryContext, pin: string): Promise<Uint8Array> {
  expectFact(keyPem !== null && certificate !== null, 'there are a key and its certificate');
  const folder = mkdtempSync(join(tmpdir(), 'certificate-file-'));
  try {
    const put = (name: string, text: string): string => {
      writeFileSync(join(folder, name), text, { mode: 0o600 });
      return join(folder, name);
    };
    const [own = '', ...authorities] = certificate.chainPem;
    const content = ['-inkey', put('key.pem', keyPem), '-in', put('own.pem', own)];
    const above = ['-certfile', put('authorities.pem', authorities.join('\n'))];
    return await runOpenssl(
      ['pkcs12', '-export', '-name', certificate.name, '-passout', 'env:PIN', ...content, ...above],
      pin,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
