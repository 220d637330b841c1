import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from '../../contract-pdf/testing/run-tool';
import { generatePrivateKeyPem, openSigningKeyPem } from '../../pki';
import type { SealMaker } from '../seal-maker';

export type PartyAlgorithm = 'sm2' | 'ecdsa-p256' | 'rsa-2048';

/** Who takes part in a seal; all certificates DER, made by Debian's openssl, so that not our own code says what is right. */
export interface SealParties {
  /** Certifies makers. */
  readonly root: Uint8Array;
  readonly maker: SealMaker;
  /** Of the same authority, for encryption only. */
  readonly makerThatMayNotSign: SealMaker;
  /** The authority itself, as a maker. */
  readonly rootAsMaker: SealMaker;
  readonly holder: Uint8Array;
  /** Ends after ten days. */
  readonly shortHolder: Uint8Array;
  /** A day after the certificates begin. */
  readonly at: Date;
}

const id = 'distid:1234567812345678';
const extensions = {
  signer: 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n',
  encryption: 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,keyEncipherment\n',
};

export async function createSealParties(algorithm: PartyAlgorithm): Promise<SealParties> {
  const folder = mkdtempSync(join(tmpdir(), 'seal-parties-'));
  const hash = algorithm === 'sm2' ? ['-sm3', '-sigopt', id] : ['-sha256'];
  const fileOf = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => {
    const { status, text } = runTool('openssl', args);
    if (status !== 0) throw new Error(`openssl ${args[0]} failed: ${text}`);
  };
  const keyOf = async (name: string) => {
    const pem = await generatePrivateKeyPem(algorithm);
    writeFileSync(fileOf(`${name}.key`), pem);
    return openSigningKeyPem(pem);
  };
  const derOf = (name: string) => new Uint8Array(new X509Certificate(readFileSync(fileOf(`${name}.pem`))).raw);
  const issue = async (name: string, days: number, usage: keyof typeof extensions): Promise<SealMaker> => {
    const key = await keyOf(name);
    writeFileSync(fileOf('extensions'), extensions[usage]);
    openssl(
      'req',
      '-new',
      '-utf8',
      '-key',
      fileOf(`${name}.key`),
      ...hash,
      '-subj',
      `/C=CN/O=示例单位/CN=${name}`,
      '-out',
      fileOf(`${name}.csr`),
    );
    openssl(
      ...['x509', '-req', '-in', fileOf(`${name}.csr`), '-CA', fileOf('root.pem'), '-CAkey', fileOf('root.key')],
      ...[...hash, ...(algorithm === 'sm2' ? ['-vfyopt', id] : []), '-days', String(days)],
      ...['-extfile', fileOf('extensions'), '-out', fileOf(`${name}.pem`)],
    );
    return { key, certificateDer: derOf(name) };
  };
  try {
    const rootKey = await keyOf('root');
    openssl(
      ...[
        'req',
        '-x509',
        '-new',
        '-utf8',
        '-key',
        fileOf('root.key'),
        ...hash,
        '-subj',
        '/C=CN/O=示例机构/CN=制章根证书',
      ],
      ...[
        '-days',
        '3650',
        '-addext',
        'basicConstraints=critical,CA:TRUE',
        '-addext',
        'keyUsage=critical,keyCertSign,cRLSign',
      ],
      ...['-out', fileOf('root.pem')],
    );
    const root = derOf('root');
    const maker = await issue('maker', 730, 'signer');
    return {
      root,
      maker,
      makerThatMayNotSign: await issue('encryption', 730, 'encryption'),
      rootAsMaker: { key: rootKey, certificateDer: root },
      holder: (await issue('holder', 365, 'signer')).certificateDer,
      shortHolder: (await issue('short', 10, 'signer')).certificateDer,
      at: new Date(new Date(new X509Certificate(maker.certificateDer).validFrom).getTime() + days(1)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds. */
export const days = (count: number): number => count * 24 * 3600 * 1000;

export const later = (time: Date, count: number): Date => new Date(time.getTime() + days(count));
