import { createPublicKey } from 'node:crypto';
import type { ReadCertificate } from '../index';
import { type OpenSslFolder, sigopt } from './openssl-folder';

/** Has `openssl dgst` verify: its `crl` and `ocsp` take no id for SM2. */
export function isVerifiedByOpenSsl(
  folder: OpenSslFolder,
  signer: ReadCertificate,
  { tbsDer, signature }: { tbsDer: Uint8Array; signature: Uint8Array },
): boolean {
  const { algorithm, publicKeyInfoDer } = signer.publicKey;
  const key = createPublicKey({ key: Buffer.from(publicKeyInfoDer), format: 'der', type: 'spki' });
  const files = [
    '-verify',
    folder.file('signer.pub', key.export({ type: 'spki', format: 'pem' })),
    '-signature',
    folder.file('signature', signature),
    folder.file('signed', tbsDer),
  ];
  const hash = algorithm === 'sm2' ? sigopt(algorithm) : ['-sha256'];
  return folder.run('dgst', ...hash, ...files).includes('Verified OK');
}
