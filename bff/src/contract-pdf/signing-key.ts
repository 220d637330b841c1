import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { ContractPdfError } from './contract-pdf-error';
import type { SigningMaterial } from './contract-types';

export interface SigningKey {
  key: KeyObject;
  /** Bytes of one signature. */
  signatureBytes: number;
  /** DER, leaf first. */
  chain: Buffer[];
}

const pemBlock = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** The certificates of a PEM text, in order. */
export function certificatesOfPem(pem: string): X509Certificate[] {
  return (pem.match(pemBlock) ?? []).map((block) => new X509Certificate(block));
}

/**
 * Reads key and chain, and makes sure they belong together before the first contract is signed with them.
 * @throws ContractPdfError `signing_material_invalid`
 */
export function loadSigningKey(material: SigningMaterial): SigningKey {
  const { certificates, key } = parse(material);
  const [leaf, ...authorities] = certificates;
  if (!leaf) throw invalid('no certificate was given');
  if (key.asymmetricKeyType !== 'rsa') throw invalid('the key is not an RSA key');
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < 2048) throw invalid('the RSA key is shorter than 2048 bits');
  if (!leaf.checkPrivateKey(key)) throw invalid('the private key is not the one of the first certificate');
  let subject = leaf;
  for (const issuer of authorities) {
    const isIssuer = subject.checkIssued(issuer) && subject.verify(issuer.publicKey);
    if (!isIssuer) throw invalid('the chain is not in order: each certificate must be issued by the next one');
    subject = issuer;
  }
  return { key, signatureBytes: bits / 8, chain: certificates.map((certificate) => certificate.raw) };
}

function parse(material: SigningMaterial): { certificates: X509Certificate[]; key: KeyObject } {
  try {
    return {
      certificates: certificatesOfPem(material.certificateChainPem),
      key: createPrivateKey(material.privateKeyPem),
    };
  } catch {
    // The cause is left out on purpose: it may quote the key.
    throw invalid('a certificate or the private key cannot be read');
  }
}

function invalid(reason: string): ContractPdfError {
  return new ContractPdfError('signing_material_invalid', `The contract cannot be signed: ${reason}`);
}
