import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { element, oid, pem, sequence } from './der-writer';
import { nameDer, parseName } from './distinguished-name';
import { extension, type Issuer, makeCertificate } from './make-certificate';

/** Names, and the certificates and keys in PEM, of an EJBCA that nobody should trust. */
export interface EjbcaCredentials {
  authorityName: string;
  endEntityProfile: string;
  certificateProfiles: { signing: string; encryption: string };
  /** Signs the certificates of the server and of its clients. */
  tlsCaCertificate: string;
  serverCertificate: string;
  serverKey: string;
  /** The registration authority's, that is ours. */
  clientCertificate: string;
  clientKey: string;
  /** Somebody else's of the same authority, whom no role of EJBCA names. */
  otherClientCertificate: string;
  otherClientKey: string;
  /** Ends every chain. */
  rootCertificate: string;
  issuerCertificate: string;
  issuerKey: string;
}

const FROM = new Date('2024-01-01T00:00:00Z');
const UNTIL = new Date('2045-01-01T00:00:00Z');
const SERIAL_BYTES = 16;
/** keyCertSign, cRLSign; digitalSignature. */
const AUTHORITY_USAGE = [0x06, 1] as const;
const SIGNATURE_USAGE = [0x80, 7] as const;

export const DEMO_ROOT_DN = 'CN=demo trial root,O=示例电子认证服务有限公司,C=CN';
export const DEMO_ISSUER_DN = 'CN=demo 示例签发 CA 1,O=示例电子认证服务有限公司,C=CN';

interface KeyPair {
  readonly publicKeyDer: Buffer;
  readonly privateKeyPem: string;
}

function newKeyPair(): KeyPair & Pick<Issuer, 'privateKey'> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    publicKeyDer: publicKey.export({ type: 'spki', format: 'der' }),
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    privateKey,
  };
}

/** A positive number with its first bit set to nothing, of 127 random bits. */
export const newSerialNumber = (): string => {
  const bytes = randomBytes(SERIAL_BYTES);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString('hex').toUpperCase();
};

function certify(
  dn: string,
  key: KeyPair,
  issuer: Issuer,
  o: { authority: boolean; extensions?: readonly Buffer[] },
): string {
  const content = {
    serialNumber: newSerialNumber(),
    subjectDer: nameDer(parseName(dn)),
    publicKeyDer: key.publicKeyDer,
    notBefore: FROM,
    notAfter: UNTIL,
    keyUsage: o.authority ? AUTHORITY_USAGE : SIGNATURE_USAGE,
    ...o,
  };
  return pem('CERTIFICATE', makeCertificate(content, issuer));
}

const selfIssuer = (dn: string, key: KeyPair & Pick<Issuer, 'privateKey'>): Issuer => ({
  nameDer: nameDer(parseName(dn)),
  publicKeyDer: key.publicKeyDer,
  privateKey: key.privateKey,
});

const serverNames = (): Buffer =>
  extension(
    '2.5.29.17',
    sequence(element(0x82, Buffer.from('localhost', 'latin1')), element(0x87, Buffer.from([127, 0, 0, 1]))),
  );
const extendedUsage = (purpose: string): Buffer => extension('2.5.29.37', sequence(oid(purpose)));
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';

/** A root and an issuing CA below it, under the names of the demo. */
export function createCertificateAuthorities() {
  const rootKey = newKeyPair();
  const root = selfIssuer(DEMO_ROOT_DN, rootKey);
  const issuerKey = newKeyPair();
  return {
    rootCertificate: certify(DEMO_ROOT_DN, rootKey, root, { authority: true }),
    issuerCertificate: certify(DEMO_ISSUER_DN, issuerKey, root, { authority: true }),
    issuerKey: issuerKey.privateKeyPem,
  };
}

/** A certificate for signing in to EJBCA, and the CA that signs it, its server's and other clients'. */
export function createTlsAuthority() {
  const dn = 'CN=demo ManagementCA,O=demo';
  const key = newKeyPair();
  const issuer = selfIssuer(dn, key);
  return {
    certificate: certify(dn, key, issuer, { authority: true }),
    server() {
      const serverKey = newKeyPair();
      const extensions = [serverNames(), extendedUsage(SERVER_AUTH)];
      const certificate = certify('CN=localhost,O=demo', serverKey, issuer, { authority: false, extensions });
      return { certificate, key: serverKey.privateKeyPem };
    },
    client(commonName: string) {
      const clientKey = newKeyPair();
      const extensions = [extendedUsage(CLIENT_AUTH)];
      const dnOfClient = `CN=${commonName},O=demo`;
      const certificate = certify(dnOfClient, clientKey, issuer, { authority: false, extensions });
      return { certificate, key: clientKey.privateKeyPem };
    },
  };
}

export function createEjbcaCredentials(): EjbcaCredentials {
  const tls = createTlsAuthority();
  const server = tls.server();
  const client = tls.client('demo acceptance service');
  const otherClient = tls.client('demo somebody else');
  return {
    authorityName: 'demo-issuing-ca',
    endEntityProfile: 'demo-acceptance',
    certificateProfiles: { signing: 'demo-signing', encryption: 'demo-encryption' },
    tlsCaCertificate: tls.certificate,
    serverCertificate: server.certificate,
    serverKey: server.key,
    clientCertificate: client.certificate,
    clientKey: client.key,
    otherClientCertificate: otherClient.certificate,
    otherClientKey: otherClient.key,
    ...createCertificateAuthorities(),
  };
}
