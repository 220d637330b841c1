import {
  type CertificateIssuer,
  type OcspResponder,
  type ReadCertificate,
  readCertificate,
  type SigningKey,
  verifyChain,
} from '../../pki';
import type { CertificateKeyAlgorithm } from '../../ports/certificate-authority';
import { type KeySetting, openKey } from '../../signing-keys/open-key';
import type { IssuingAuthoritySettings } from './local-ca-settings';

/** An issuing authority whose keys are open. */
export interface IssuingAuthority {
  /** Subject key identifier, lower-case hexadecimal: its name in addresses and records. */
  readonly keyId: string;
  readonly issuer: CertificateIssuer;
  readonly responder: OcspResponder;
  /** The issuer first, the root last. */
  readonly chain: readonly ReadCertificate[];
  /** Keys that it gives certificates to. */
  readonly algorithms: readonly CertificateKeyAlgorithm[];
}

const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

const ALGORITHMS_OF: Readonly<Record<IssuingAuthoritySettings['kind'], readonly CertificateKeyAlgorithm[]>> = {
  'rsa-or-ec': ['rsa-2048', 'rsa-3072', 'ecdsa-p256'],
  sm2: ['sm2'],
};

/** The private key of a certificate, wherever it lies. @throws Error that quotes neither passphrase nor key */
async function openKeyOf({ publicKey }: ReadCertificate, setting: KeySetting): Promise<SigningKey> {
  const key = await openKey(setting, publicKey);
  if (!Buffer.from(key.publicKeyInfoDer).equals(publicKey.publicKeyInfoDer)) {
    throw new Error('a key of the local authority does not belong to its certificate');
  }
  return key;
}

function refuseBrokenChain(leaf: ReadCertificate, chain: readonly ReadCertificate[], at: Date): void {
  const anchor = chain.at(-1);
  const result = verifyChain(leaf.der, {
    intermediates: chain.map(({ der }) => der),
    anchors: anchor ? [anchor.der] : [],
    at,
  });
  if (!result.trusted) {
    throw new Error(`the chain of the local authority is not to be believed: ${result.problem}`);
  }
}

/** Opens keys and certificates and refuses what does not belong together. @throws Error */
export async function openIssuingAuthority(settings: IssuingAuthoritySettings, now: Date): Promise<IssuingAuthority> {
  const chain = (settings.chainPem.match(PEM_CERTIFICATE) ?? []).map((pem) => readCertificate(pem));
  const certificate = chain[0];
  if (!certificate?.authority || !certificate.subjectKeyIdentifier) {
    throw new Error('the chain of the local authority does not begin with an issuing certificate');
  }
  if ((certificate.publicKey.algorithm === 'sm2') !== (settings.kind === 'sm2')) {
    throw new Error('an issuing authority of the local authority is of another kind than its setting');
  }
  const responderCertificate = readCertificate(settings.responderPem);
  refuseBrokenChain(certificate, chain, now);
  refuseBrokenChain(responderCertificate, chain, now);
  if (!Buffer.from(responderCertificate.issuerDer).equals(certificate.subjectDer)) {
    throw new Error(
      'the certificate of the responder must be issued by the issuing authority itself (RFC 6960, 4.2.2.2)',
    );
  }
  return {
    keyId: Buffer.from(certificate.subjectKeyIdentifier).toString('hex'),
    issuer: { key: await openKeyOf(certificate, settings.key), certificate },
    responder: {
      key: await openKeyOf(responderCertificate, settings.responderKey),
      certificate: responderCertificate,
      delegated: true,
    },
    chain,
    algorithms: ALGORITHMS_OF[settings.kind],
  };
}
