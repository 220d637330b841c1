import { resolve } from 'node:path';
import { generateRsaKeyPair } from './generate-rsa-key-pair';
import { issueCertificate } from './issue-certificate';
import { type KeptFiles, keptOrMade } from './kept-pem-files';
import { statusExtensions } from './status-addresses';

/** An authority that stamps times: nobody's of the certificate authority, with a root of its own. All PEM. */
export interface TrialTimestampAuthority {
  timestampRootPem: string;
  timestampRootKeyPem: string;
  timestampPem: string;
  timestampKeyPem: string;
}

const day = 24 * 60 * 60 * 1000;
const year = 365 * day;

const files: KeptFiles<TrialTimestampAuthority> = {
  timestampRootPem: { name: 'timestamp-root.pem', secret: false },
  timestampRootKeyPem: { name: 'timestamp-root-key.pem', secret: true },
  timestampPem: { name: 'timestamp.pem', secret: false },
  timestampKeyPem: { name: 'timestamp-key.pem', secret: true },
};

async function createTrialTimestampAuthority(now: Date): Promise<TrialTimestampAuthority> {
  const organization = '示例时间戳服务机构（演示）';
  const validity = (years: number) => ({
    notBefore: new Date(now.getTime() - day),
    notAfter: new Date(now.getTime() + years * year),
  });
  const [rootKeys, keys] = await Promise.all([generateRsaKeyPair(2048), generateRsaKeyPair(2048)]);
  const root = issueCertificate({
    name: { organization, commonName: '示例时间戳试用根证书' },
    keys: rootKeys,
    ...validity(20),
    extensions: [
      { name: 'basicConstraints', critical: true, cA: true },
      { name: 'keyUsage', critical: true, keyCertSign: true, cRLSign: true },
    ],
  });
  const stamping = issueCertificate(
    {
      name: { organization, commonName: '示例时间戳服务（演示）' },
      keys,
      ...validity(10),
      extensions: [
        { name: 'basicConstraints', critical: true, cA: false },
        { name: 'keyUsage', critical: true, digitalSignature: true, nonRepudiation: true },
        // For time stamps alone, and critical (RFC 3161, 2.3).
        { name: 'extKeyUsage', critical: true, timeStamping: true },
        ...statusExtensions('timestamp'),
      ],
    },
    root,
  );
  return {
    timestampRootPem: root.certificatePem,
    timestampRootKeyPem: root.privateKeyPem,
    timestampPem: stamping.certificatePem,
    timestampKeyPem: stamping.privateKeyPem,
  };
}

/** Loads the authority kept in a folder, or makes one there. For trials and tests only: its keys lie about unprotected. */
export const ensureTrialTimestampAuthority = (folder: string, now: Date): Promise<TrialTimestampAuthority> =>
  keptOrMade(resolve(folder), files, () => createTrialTimestampAuthority(now));
