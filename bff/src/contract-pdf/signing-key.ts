import { createPrivateKey, createPublicKey, type KeyObject, sign as nodeSign, X509Certificate } from 'node:crypto';
import { ContractPdfError } from './contract-pdf-error';
import type { SigningMaterial } from './contract-types';

/** Who signs contracts. Where the key lies is for whoever makes it: nothing here asks for more than a signature. */
export interface ContractSigningKey {
  /** DER, leaf first: all of them are put into the signature. */
  readonly chain: readonly Uint8Array[];
  /** `rsa`: PKCS#1 v1.5; both with SHA-256. */
  readonly algorithm: 'rsa' | 'ecdsa-p256';
  /** Bytes of one signature: exactly of RSA, at most of ECDSA, whose DER is shorter now and then. */
  readonly signatureBytes: number;
  /** Hashes and signs. */
  sign(toBeSigned: Uint8Array): Promise<Uint8Array>;
}

/** A private key wherever it lies, and its public one. */
interface PrivateKey {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKeyInfoDer: Uint8Array;
  sign(message: Uint8Array): Promise<Uint8Array>;
}

const pemBlock = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
/** SEQUENCE of two INTEGER of 32 octets, each with a zero in front. */
const longestP256Signature = 72;

/** The certificates of a PEM text, in order. */
export function certificatesOfPem(pem: string): X509Certificate[] {
  return (pem.match(pemBlock) ?? []).map((block) => new X509Certificate(block));
}

/**
 * Puts key and chain together, and makes sure that they belong to each other before the first contract is signed with them.
 * @throws ContractPdfError `signing_material_invalid`
 */
export function createSigningKey(
  certificateChainPem: string,
  { publicKeyInfoDer, sign }: PrivateKey,
): ContractSigningKey {
  const certificates = readOrRefuse(() => certificatesOfPem(certificateChainPem));
  const [leaf, ...authorities] = certificates;
  if (!leaf) throw invalid('no certificate was given');
  if (!spkiOf(leaf.publicKey).equals(publicKeyInfoDer)) {
    throw invalid('the private key is not the one of the first certificate');
  }
  let subject = leaf;
  for (const issuer of authorities) {
    const isIssuer = subject.checkIssued(issuer) && subject.verify(issuer.publicKey);
    if (!isIssuer) throw invalid('the chain is not in order: each certificate must be issued by the next one');
    subject = issuer;
  }
  return { ...kindOf(leaf.publicKey), chain: certificates.map((certificate) => certificate.raw), sign };
}

/**
 * A key that lies in a PEM text.
 * @throws ContractPdfError `signing_material_invalid`
 */
export function signingKeyOfPem({ certificateChainPem, privateKeyPem }: SigningMaterial): ContractSigningKey {
  const key = readOrRefuse(() => createPrivateKey(privateKeyPem));
  return createSigningKey(certificateChainPem, {
    publicKeyInfoDer: spkiOf(createPublicKey(key)),
    // Here and now: the way to another thread and back costs a quarter of what a signature by RSA-2048 does.
    sign: async (message) => nodeSign('sha256', message, key),
  });
}

const spkiOf = (publicKey: KeyObject): Buffer => publicKey.export({ type: 'spki', format: 'der' });

function kindOf(publicKey: KeyObject): Pick<ContractSigningKey, 'algorithm' | 'signatureBytes'> {
  const { modulusLength = 0, namedCurve } = publicKey.asymmetricKeyDetails ?? {};
  if (publicKey.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1') {
    return { algorithm: 'ecdsa-p256', signatureBytes: longestP256Signature };
  }
  if (publicKey.asymmetricKeyType !== 'rsa') throw invalid('the key is neither an RSA key nor one of the curve P-256');
  if (modulusLength < 2048) throw invalid('the RSA key is shorter than 2048 bits');
  return { algorithm: 'rsa', signatureBytes: Math.ceil(modulusLength / 8) };
}

function readOrRefuse<T>(read: () => T): T {
  try {
    return read();
  } catch {
    // The cause is left out on purpose: it may quote the key.
    throw invalid('a certificate or the private key cannot be read');
  }
}

function invalid(reason: string): ContractPdfError {
  return new ContractPdfError('signing_material_invalid', `The contract cannot be signed: ${reason}`);
}
